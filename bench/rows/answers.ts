import { type Bench, type Benchmark, storeOf, withParts } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";
import { postAll } from "../load.ts";
import { activityOf, openBenchStore, storeSamplePlan } from "../samplePlan.ts";
import { isRead, type StoreCall } from "../storeCalls.ts";
import type { Row } from "../table.ts";

/** `help` against a bare echo that asks no store anything. */
export const help: Benchmark = (bench) => answers(bench, ["help"], { atLeast: 0.85 }, false);

/** Questions about the plan against an echo that makes the same table reads. */
export const questions: Benchmark = (bench) => answers(bench, ["mine", "summary"], { atLeast: 0.8 }, true);

async function answers(bench: Bench, words: readonly string[], wanted: Row["wanted"], sameReads: boolean): Promise<readonly Row[]> {
  const prefix = bench.newPrefix();
  const leads = await storeSamplePlan(await openBenchStore(bench.connectionString, prefix));
  const { count, rounds } = bench.quick ? { count: 240, rounds: 3 } : { count: 800, rounds: 7 };

  const rows: Row[] = [];
  for (const text of words) {
    const row = await withParts(async (start) => {
      const connector = await start("parts/connector.ts");
      const ours = await start("parts/drumbeat.ts", { env: storeOf(bench, prefix) });
      const bare = await start("parts/bareBot.ts", { env: storeOf(bench, prefix) });
      const say = (caller: number, turn: number) => {
        const lead = leads[(caller + turn * 8) % leads.length];
        if (!lead) throw new Error("the sample plan has no leads");
        return activityOf(lead, connector.ready.url, { text });
      };

      for (let turn = 0; turn < leads.length; turn++) await postAll(ours.ready.url, connector, 8, (caller) => say(caller, turn));
      await ours.call("storeCalls");
      await postAll(ours.ready.url, connector, 8, (caller) => say(caller, 0));
      const calls: StoreCall[] = await ours.call("storeCalls");
      if (!calls.every(isRead) || calls.length % 8 !== 0) throw new Error(`“${text}” wrote to the store: ${JSON.stringify(calls)}`);
      if (sameReads) await bare.call("asks", { calls: await oneMessage(), transaction: false });

      const compared = await compare(
        rounds,
        () => postAll(ours.ready.url, connector, count, say),
        () => postAll(bare.ready.url, connector, count, say),
      );
      const reads = calls.length / 8;
      const note = `${reads} table reads a message${sameReads ? ", the same ones by the echo" : ", none by the echo"}`;
      return rowOf(`“${text}”${sameReads ? ", against an echo with the same table reads" : ", against a bare echo"}`, compared, "/s", { wanted, note });

      async function oneMessage(): Promise<StoreCall[]> {
        const [lead] = leads;
        if (!lead) return [];
        await postAll(ours.ready.url, connector, 8, () => activityOf(lead, connector.ready.url, { text }));
        const all: StoreCall[] = await ours.call("storeCalls");
        return all.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))).filter((_, n) => n % 8 === 0);
      }
    });
    rows.push(row);
  }
  return rows;
}
