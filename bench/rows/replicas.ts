import { type Bench, type Benchmark, storeOf, withParts } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";
import { owe, storeRecipients } from "../owedDeliveries.ts";
import { openBenchStore } from "../samplePlan.ts";
import type { Part } from "../startPart.ts";
import type { Row } from "../table.ts";
import { expectEachOnce } from "./deliveries.ts";

/** As over a network; how long Teams takes was not measured. */
const networkMs = 50;

/** Two processes at one queue, against one: each delivery arrives once, and the last no later. */
export const replicas: Benchmark = async (bench) => [
  await row(
    bench,
    0,
    "",
    { wanted: { atLeast: 1 } },
    "the stand-in answers at once: one replica, the store and the stand-in then leave little of two cores to a second",
  ),
  await row(bench, networkMs, `, ${networkMs} ms for an answer`, {}, "what a second replica brings where there is something to wait for"),
];

async function row(bench: Bench, answersAfterMs: number, where: string, judged: Partial<Row>, note: string): Promise<Row> {
  const { count, rounds } = bench.quick ? { count: 100, rounds: 3 } : { count: 400, rounds: 7 };
  const prefix = bench.newPrefix();
  const store = await openBenchStore(bench.connectionString, prefix);

  return withParts(async (start) => {
    const connector = await start("parts/connector.ts", { env: { BENCH_ANSWERS_AFTER_MS: String(answersAfterMs) } });
    const one = await start("parts/delivering.ts", { env: storeOf(bench, prefix) });
    const other = await start("parts/delivering.ts", { env: storeOf(bench, prefix) });
    const recipients = await storeRecipients(store, count, connector.ready.url);

    let round = 0;
    const deliver = (by: readonly Part[]) => async () => {
      await owe(store, recipients, round++);
      const ms: number[] = await Promise.all(by.map((replica) => replica.call("drain")));
      await expectEachOnce(connector, recipients, round);
      return (count * 1_000) / Math.max(...ms);
    };
    const compared = await compare(rounds, deliver([one, other]), deliver([one]));
    return rowOf(`deliveries by two replicas, against one${where}`, compared, "/s", {
      ...judged,
      note: `${note}; each of ${round * count} deliveries arrived once`,
    });
  });
}
