import { type Benchmark, storeOf, withParts } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";
import { owe, storeRecipients } from "../owedDeliveries.ts";
import { openBenchStore } from "../samplePlan.ts";
import type { Part } from "../startPart.ts";
import { expectEachOnce } from "./deliveries.ts";

/** Two processes at one queue, against one: each delivery arrives once, and the last no later. */
export const replicas: Benchmark = async (bench) => {
  const { count, rounds } = bench.quick ? { count: 100, rounds: 3 } : { count: 400, rounds: 7 };
  const prefix = bench.newPrefix();
  const store = await openBenchStore(bench.connectionString, prefix);

  return withParts(async (start) => {
    const connector = await start("parts/connector.ts");
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
    const note = `each of ${round * count} deliveries arrived once`;
    return [rowOf("deliveries by two replicas, against one", compared, "/s", { wanted: { atLeast: 1 }, note })];
  });
};
