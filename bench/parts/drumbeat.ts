import { serve } from "../../src/app.ts";
import { instantOf } from "../../src/domain/localDate.ts";
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

answerCalls({ storeCalls: () => calls.take(), memory }, { url: service.url });
