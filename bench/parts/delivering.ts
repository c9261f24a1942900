import type { DequeuedMessageItem } from "@azure/storage-queue";
import { calendar } from "../../src/clock/calendar.ts";
import { systemClock } from "../../src/clock/systemClock.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { drainQueue } from "../../src/flows/drainQueue.ts";
import { openLog } from "../../src/log.ts";
import type { Ports } from "../../src/ports.ts";
import { connect } from "../../src/storage/connection.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import { answerCalls } from "../part.ts";

/* One replica that delivers what is in the queue, and its bare counterpart. Limits are lifted: what is timed is the work, not Teams' pace. */
const storage = { connectionString: process.env.BENCH_STORE ?? "" };
const prefix = process.env.BENCH_PREFIX ?? "";
const log = openLog("info");
const store = await openStore(storage, { prefix });
const clock = { ...systemClock, now: () => instantOf("2022-11-21T09:30:00Z") };
const { messenger } = openTeams({ identity: undefined, log, sendsPerSecond: 1_000_000 });
const ports: Ports = { ...store, messenger, clock, calendar, log };
const connection = await connect(storage);
const bare = { table: connection.table(`${prefix}drumbeat`), queue: connection.queue(`${prefix}bare`) };

answerCalls({
  /** @returns milliseconds until the queue was empty */
  drain: () =>
    timed(async () => {
      while (await drainQueue(ports, []));
    }),
  drainBare: (connectorUrl: string) => timed(() => bareLoop(connectorUrl)),
});

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Receive, read and claim by ETag, POST, record, delete; as many at once and side by side as Drumbeat's own loop. */
async function bareLoop(connectorUrl: string): Promise<void> {
  const taken: DequeuedMessageItem[] = [];
  let taking: Promise<void> | undefined;
  let isEmpty = false;
  const takeMore = async () => {
    const { receivedMessageItems } = await bare.queue.receiveMessages({ numberOfMessages: 32, visibilityTimeout: 120 });
    taken.push(...receivedMessageItems);
    isEmpty = receivedMessageItems.length === 0;
    taking = undefined;
  };
  const worker = async () => {
    for (;;) {
      while (taken.length === 0 && !isEmpty) {
        taking ??= takeMore();
        await taking;
      }
      const item = taken.shift();
      if (!item) return;
      const { messageText, messageId, popReceipt } = item;
      const at = { partitionKey: "bare", rowKey: messageText };
      const { body, etag: owed } = await bare.table.getEntity<{ body: string }>(at.partitionKey, at.rowKey);
      const { etag } = await bare.table.updateEntity({ ...at, body, state: "attempting" }, "Replace", { etag: owed });
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${connectorUrl}/v3/conversations/${messageText}/activities`, { method: "POST", headers, body });
      const { id } = (await answer.json()) as { id: string };
      await bare.table.updateEntity({ ...at, body, state: "sent", activityId: id }, "Replace", { etag });
      await bare.queue.deleteMessage(messageId, popReceipt);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
