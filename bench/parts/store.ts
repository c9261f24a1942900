import { azuriteConnection, startAzurite } from "../../src/storage/azuriteServers.ts";
import { answerCalls } from "../part.ts";

// The key every copy of the emulator knows, written in Microsoft's documentation; it guards nothing.
const account = "devstoreaccount1";
const key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

const azurite = await startAzurite(undefined);
answerCalls({}, { connectionString: azuriteConnection(azurite, account, key), tablePort: azurite.tablePort, queuePort: azurite.queuePort });
