import { startService } from "./app.ts";
import { readConfig } from "./config.ts";
import { prepareTrial } from "./flows/prepareTrial.ts";
import { openLog } from "./log.ts";
import { playgroundPerson, startPlayground } from "./playground.ts";
import { stopEmbeddedStore } from "./storage/embeddedStore.ts";

/** `npm start`: store, bot and Playground on one machine, with the sample plan, for trying. */
const trial = {
  DRUMBEAT_CLOCK_START: "2022-11-21T09:00:00Z",
  DRUMBEAT_TICK_SECONDS: "5",
};

const stops: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stopAll(0));

try {
  if (process.env.MicrosoftAppId)
    throw new Error("npm start is for trying Drumbeat on this machine; to serve Teams use npm run serve, or take MicrosoftAppId out.");
  const config = readConfig({ ...trial, ...process.env });
  const { store } = config;
  const log = openLog(process.env.LOG_LEVEL ?? "error");
  const service = await startService(config, log);
  stops.unshift(() => service.close());
  if (store.kind === "embedded") stops.push(() => stopEmbeddedStore(store.dataDir));
  const isFirst = await prepareTrial(service.ports, playgroundPerson);

  const port = Number(process.env.DRUMBEAT_PLAYGROUND_PORT || 56150);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error("DRUMBEAT_PLAYGROUND_PORT must be a whole number from 1 to 65535.");
  const playground = await startPlayground(service.url, port, store.kind === "embedded" ? `${store.dataDir}/playground` : ".data/playground");
  stops.unshift(() => playground.stop());
  if (!stopping) console.log(greeting(playground.url, isFirst, service.ports.clock.now()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stopAll(2);
}

function stopAll(code: number): Promise<void> {
  stopping ??= (async () => {
    if (code === 0) console.log("\nStopping; what was said is kept.");
    for (const stop of stops) await stop().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    process.exit(code);
  })();
  return stopping;
}

function greeting(url: string, isFirst: boolean, now: string): string {
  const today = new Date(now).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "Europe/London" });
  const tries = isFirst
    ? `You are the Voice Influence and Change Development Officer: a lead, and chair and programme manager too. Three things to try:
  1. In the personal chat, press a measure in the card you were sent, rate it and say where it stands.
  2. Type: clock 2022-12-16      and see what falls due a fortnight later.
  3. In the channel Steering Group, type @Drumbeat use this channel, then @Drumbeat summary, then @Drumbeat clock 2022-12-30 for its report.`
    : "The page begins empty. Type mine for your measures, help for what else you can ask, clock tomorrow to move on.";
  return `
Drumbeat is running, with ${isFirst ? "the sample plan loaded" : "what was there"}. For the plan it is ${today}.

  Open ${url}

${tries}

The bot listens on 127.0.0.1 only; the Playground listens on every network address of this machine. Ctrl-C stops everything.`;
}
