import { enableCompileCache, flushCompileCache } from "node:module";
import { setTimeout as wait } from "node:timers/promises";

// Compiling is most of a start, and the next start need not do it again. It works for what is loaded from here on.
enableCompileCache();
const [{ startService }, { ConfigError, readConfig }, { openLog }] = await Promise.all([import("./app.ts"), import("./config.ts"), import("./log.ts")]);

/** Whoever stops a service gives it 10 s. What is cut off is found by the next start: owed, or begun and then unknown. */
const stopWithinMs = 9_500;

const log = openLog();
try {
  const config = readConfig(process.env);
  const service = await startService(config, log);
  if (config.mode === "local") log.warn("local mode: anybody who can reach this machine's 127.0.0.1 is believed; set MicrosoftAppId to serve Teams");
  // A service that is killed writes nothing down at its end.
  flushCompileCache();
  log.info("listening", { port: service.port, mode: config.mode, store: config.store.kind });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      log.info("stopping", { signal });
      const outOfTime = wait(stopWithinMs).then(() => log.warn("stopped with work in hand"));
      await Promise.race([service.close(), outOfTime]).catch((error: unknown) => log.error("did not stop cleanly", error));
      process.exit(0);
    });
  }
} catch (error) {
  // One sentence for whoever started it; the cause only where it is not a known fault of theirs.
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof ConfigError ? 1 : 2);
}
