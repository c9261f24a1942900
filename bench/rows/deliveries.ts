import { sideBySide } from "../../src/flows/sideBySide.ts";
import { connect } from "../../src/storage/connection.ts";
import { type Benchmark, storeOf, withParts } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";
import { owe, type Recipient, storeRecipients } from "../owedDeliveries.ts";
import { openBenchStore } from "../samplePlan.ts";
import type { Part } from "../startPart.ts";

/** What is in the queue is delivered, against a loop of receive, claim, POST, record, delete on the same table. */
export const deliveries: Benchmark = async (bench) => {
  const { count, rounds } = bench.quick ? { count: 100, rounds: 3 } : { count: 400, rounds: 7 };
  const prefix = bench.newPrefix();
  const store = await openBenchStore(bench.connectionString, prefix);
  const connection = await connect({ connectionString: bench.connectionString });
  const bare = { table: connection.table(`${prefix}drumbeat`), queue: connection.queue(`${prefix}bare`) };
  await bare.queue.createIfNotExists();

  return withParts(async (start) => {
    const connector = await start("parts/connector.ts");
    const replica = await start("parts/delivering.ts", { env: storeOf(bench, prefix) });
    const { url } = connector.ready;
    const recipients = await storeRecipients(store, count, url);

    let round = 0;
    const ours = async () => {
      await owe(store, recipients, round++);
      const perSecond = (count * 1_000) / (await replica.call("drain"));
      await expectEachOnce(connector, recipients, round);
      return perSecond;
    };
    // As long as the card of a reminder.
    const body = JSON.stringify({ type: "message", from: { id: "28:drumbeat" }, text: "x".repeat(8_000) });
    const bareTurn = async () => {
      await sideBySide(recipients, 8, async ({ objectId }) => {
        await bare.table.upsertEntity({ partitionKey: "bare", rowKey: objectId, state: "owed", body }, "Replace");
        await bare.queue.sendMessage(objectId);
      });
      return (count * 1_000) / (await replica.call("drainBare", url));
    };
    const compared = await compare(rounds, ours, bareTurn);
    const note = "the bare loop reads the row it claims, and no plan, no person and no card; of its messages each names one delivery, of Drumbeat's several";
    return [rowOf("deliveries, against a bare loop of receive, claim, POST, record, delete", compared, "/s", { wanted: { atLeast: 0.7 }, note })];
  });
};

/** @throws Error when a conversation was left out or was told twice */
export async function expectEachOnce(connector: Part, recipients: readonly Recipient[], rounds: number): Promise<void> {
  const held: number[] = await connector.call(
    "ledger",
    recipients.map(({ conversationId }) => conversationId),
  );
  const wrong = held.filter((messages) => messages !== rounds);
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${held.length} conversations hold other than ${rounds} messages: ${wrong.slice(0, 5)} …`);
}
