import { readFile } from "node:fs/promises";
import { serve } from "../../src/app.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { openLog } from "../../src/log.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { answerCalls, memory } from "../part.ts";
import { recordStoreCalls } from "../storeCalls.ts";

/*
 * Drumbeat as it is served, log and all, on the store in BENCH_STORE under BENCH_PREFIX. It is a Sunday there, so that
 * no reminder comes between.
 */
const calls = recordStoreCalls(Number(process.env.BENCH_TABLE_PORT));
const store = await openStore({ connectionString: process.env.BENCH_STORE ?? "" }, { prefix: process.env.BENCH_PREFIX });
await store.ready();
const service = await serve(
  {
    port: 0,
    mode: "local",
    store: { kind: "azure", connection: { account: "unused" } },
    admins: [],
    clockStart: instantOf("2022-11-20T10:00:00Z"),
    tickSeconds: 3_600,
    sendsPerSecond: 1_000_000,
  },
  store,
  openLog("info"),
);

answerCalls(
  {
    storeCalls: () => calls.take(),
    memory,
    async import({ file, plan }: { file: string; plan: string }) {
      const outcome = await importPlan(service.ports, { files: [{ name: "plan.xlsx", bytes: await readFile(file) }], plan, asOf: day("2022-11-21") });
      if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
    },
    /** The most memory this process ever held, in bytes. */
    peak: () => process.resourceUsage().maxRSS * 1024,
  },
  { url: service.url },
);
