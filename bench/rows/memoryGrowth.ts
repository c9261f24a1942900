import { type Benchmark, storeOf, withParts } from "../bench.ts";
import { comparedOf, rowOf } from "../compare.ts";
import { postAll } from "../load.ts";
import { activityOf, openBenchStore, storeSamplePlan } from "../samplePlan.ts";

const said = ["help", "mine", "summary", "what is this?"];
/** The stand-in keeps every message, so each so many of them have a stand-in of their own. */
const perConnector = 5_000;

/** What Drumbeat holds after many messages against after the first of them, once nothing is left to collect. */
export const memoryGrowth: Benchmark = async (bench) => {
  const { early, late } = bench.quick ? { early: 1_000, late: 10_000 } : { early: 5_000, late: 100_000 };
  const prefix = bench.newPrefix();
  const leads = await storeSamplePlan(await openBenchStore(bench.connectionString, prefix));

  return withParts(async (start) => {
    const bot = await start("parts/drumbeat.ts", { env: storeOf(bench, prefix) });
    const sendUntil = async (from: number, to: number) => {
      for (let sent = from; sent < to; sent += Math.min(perConnector, to - sent)) {
        await withParts(async (startAnother) => {
          const connector = await startAnother("parts/connector.ts");
          await postAll(bot.ready.url, connector, Math.min(perConnector, to - sent), (caller, turn) => {
            const lead = leads[(caller + turn * 8) % leads.length];
            return lead ? activityOf(lead, connector.ready.url, { text: said[turn % said.length] }) : {};
          });
        });
      }
      return bot.call("memory");
    };
    const before = await sendUntil(0, early);
    const after = await sendUntil(early, late);

    const megabytes = (bytes: number) => bytes / 2 ** 20;
    const compared = comparedOf([{ ours: megabytes(after.rss), bare: megabytes(before.rss) }]);
    const note = `resident memory; of it the heap held ${megabytes(before.heap).toFixed(0)} MB and then ${megabytes(after.heap).toFixed(0)} MB`;
    const what = `memory after ${late.toLocaleString("en-GB")} messages, against after ${early.toLocaleString("en-GB")}`;
    return [{ ...rowOf(what, compared, " MB", { wanted: { atMost: 1.2 }, note }), spread: undefined }];
  });
};
