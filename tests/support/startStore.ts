import { azuriteConnection, startAzurite } from "../../src/storage/azuriteServers.ts";

// The key every copy of the emulator knows, written in Microsoft's documentation; it guards nothing.
const account = "devstoreaccount1";
const key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** One emulator in memory for the whole run; `openTestStore` gives each test file its own tables in it. */
export default async function startStore(): Promise<void> {
  const azurite = await startAzurite(undefined);
  process.env.DRUMBEAT_TEST_STORE = azuriteConnection(azurite, account, key);
  Object.assign(globalThis, { stopTestStore: azurite.close });
}
