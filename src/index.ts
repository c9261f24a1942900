import { startService } from "./app.ts";
import { ConfigError, readConfig } from "./config.ts";
import { openLog } from "./log.ts";

const log = openLog();
try {
  const config = readConfig(process.env);
  const service = await startService(config, log);
  if (config.mode === "local") log.warn("local mode: anybody who can reach this machine's 127.0.0.1 is believed; set MicrosoftAppId to serve Teams");
  log.info("listening", { port: service.port, mode: config.mode, store: config.store.kind });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      log.info("stopping", { signal });
      await service.close();
      process.exit(0);
    });
  }
} catch (error) {
  // One sentence for whoever started it; the cause only where it is not a known fault of theirs.
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof ConfigError ? 1 : 2);
}
