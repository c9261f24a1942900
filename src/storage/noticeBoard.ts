import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { QueueClient } from "@azure/storage-queue";
import type { Delivery } from "../domain/delivery.ts";
import type { LastAsked } from "../domain/lastAsked.ts";
import type { Instant } from "../domain/localDate.ts";
import type { PlanId } from "../domain/plan.ts";
import type { NoticeBoard, StoredDelivery } from "../ports.ts";
import { openDeliveryQueue } from "./deliveryQueue.ts";
import { gatheredWrites } from "./gatheredWrites.ts";
import {
  askedKeysOf,
  askedRow,
  digestRow,
  doneKey,
  doneRow,
  isOpen,
  markKey,
  markRow,
  openKey,
  openRange,
  openRow,
  planPartition,
  valuesOf,
} from "./planRows.ts";
import type { StoredRow } from "./rows.ts";
import { type Change, rowsPerTransaction, type Table, writeOver } from "./table.ts";

/**
 * @param leaseSeconds - real time a ticket stays with whoever took it
 * @param realNow - real time, of which outcomes are kept
 * @param deliveryVersion - of the shape in which this release knows a delivery
 */
export function openNoticeBoard(
  storedTable: Table,
  queueClient: QueueClient,
  leaseSeconds: number,
  realNow: () => Instant,
  deliveryVersion: number,
): NoticeBoard {
  const table: Table = { ...storedTable, write: gatheredWrites(storedTable.write) };
  const { queueAsWritten, ...tickets } = openDeliveryQueue(queueClient, leaseSeconds, deliveryVersion);

  return {
    ...tickets,

    async post(delivery, { plan, marks, digests }) {
      const rows = [...marks.map((mark) => markRow(plan, mark)), ...digests.map((digest) => digestRow(plan, digest))];
      const changes = [...(delivery ? [openRow(plan, delivery)] : []), ...rows].map((row): Change => ({ kind: "insert", row }));
      if (changes.length === 0) return true;
      refuseMoreThanOneTransaction(changes);

      const etags = await table.write(changes);
      if (!etags) return false;
      if (delivery?.state.kind === "owed") await queueAsWritten({ delivery, etag: etags[0] ?? "" });
      return true;
    },

    async find(plan, key) {
      const row = (await findOpen(table, plan, key)) ?? (await findDone(table, plan, key));
      return row && { delivery: row.value, etag: row.etag };
    },

    async claim({ delivery: owed, etag: seen }, now) {
      if (owed.state.kind !== "owed") return undefined;
      const token = randomUUID();
      const delivery: Delivery = { ...owed, state: { kind: "attempting", attemptingSince: now, token }, attempts: owed.attempts + 1 };
      const [etag] = (await table.write([{ kind: "replace", row: openRow(owed.plan, delivery), etag: seen }])) ?? [];
      return etag === undefined ? claimedUnheard(table, delivery, token) : { delivery, etag };
    },

    async record({ delivery: claimed, etag }, state) {
      return decide(table, { ...claimed, state }, etag);
    },

    async move(delivery, state) {
      const row = await findOpen(table, delivery.plan, delivery.key);
      if (!row || !isDeepStrictEqual(row.value.state, delivery.state)) return false;
      return decide(table, { ...row.value, state }, row.etag);
    },

    // Somebody waits for their form.
    async rememberOpened(plan, opened) {
      await storedTable.write([{ kind: "put", row: askedRow(plan, opened) }]);
    },

    async lastAsked(plan, objectId) {
      // In this order: what is filed between the two is found by the second.
      const standing = valuesOf<Delivery>(await table.range(planPartition(plan), openRange), "delivery");
      const kept = valuesOf<LastAsked>(await table.range(planPartition(plan), askedKeysOf(objectId)), "asked");
      const since = inOrderOfEnd(standing).findLast(({ notice, state }) => notice.kind === "reminder" && notice.to === objectId && state.kind === "sent");
      return since ? [...kept.filter(({ by }) => by !== "reminder"), ...askedBy(since)] : kept;
    },

    async merge(into, replaced) {
      const changes: Change[] = [{ kind: "insert", row: openRow(into.plan, into) }];
      for (const delivery of replaced) {
        const row = await findOpen(table, delivery.plan, delivery.key);
        if (!row || !isDeepStrictEqual(row.value.state, delivery.state)) return false;
        const after: Delivery = { ...row.value, state: { kind: "overtaken", at: realNow(), by: into.key } };
        changes.push(writeOver(row, openRow(after.plan, after)));
      }
      refuseMoreThanOneTransaction(changes);

      const etags = await table.write(changes);
      if (!etags) return false;
      await queueAsWritten({ delivery: into, etag: etags[0] ?? "" });
      return true;
    },

    async open(plan) {
      return valuesOf<Delivery>(await table.range(planPartition(plan), openRange), "delivery").filter(isOpen);
    },

    async forget(plan, marks) {
      const gone = marks.map((mark): Change => ({ kind: "delete", row: { partition: planPartition(plan), key: markKey(mark) } }));
      for (let from = 0; from < gone.length; from += rowsPerTransaction) await table.write(gone.slice(from, from + rowsPerTransaction));
    },

    async file(finished) {
      for (const ofPlan of Map.groupBy(finished, ({ plan }) => plan).values()) {
        const inOrder = inOrderOfEnd(ofPlan);
        for (let from = 0; from < inOrder.length; from += filedTogether) await fileAway(table, inOrder.slice(from, from + filedTogether));
      }
    },
  };
}

/**
 * Decides by ETag, in the row where the delivery stands; what is finished is filed away later, many at once. The two
 * cannot be one transaction, for the SDK deletes without looking at the ETag.
 */
async function decide(table: Table, delivery: Delivery, etag: string): Promise<boolean> {
  return (await table.write([{ kind: "replace", row: openRow(delivery.plan, delivery), etag }])) !== undefined;
}

/** A claim may have been written, but the answer was lost on the way and the SDK's second try refused. */
async function claimedUnheard(table: Table, delivery: Delivery, token: string): Promise<StoredDelivery | undefined> {
  const found = await findOpen(table, delivery.plan, delivery.key);
  const isOurs = found?.value.state.kind === "attempting" && found.value.state.token === token;
  return isOurs ? { delivery, etag: found.etag } : undefined;
}

/** What a reminder that arrived asked its lead, for when they answer in words. */
function askedBy({ notice, state, owedOn }: Delivery): LastAsked[] {
  return notice.kind === "reminder" && state.kind === "sent" ? [{ to: notice.to, by: "reminder", refs: notice.refs, on: owedOn }] : [];
}

/** By when they were sent or overtaken. */
function inOrderOfEnd(deliveries: readonly Delivery[]): readonly Delivery[] {
  const endOf = ({ state }: Delivery) => ("at" in state ? state.at : "");
  return deliveries.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0));
}

/** Each is a row less and a row more, and perhaps one of what it asked. */
const filedTogether = Math.floor(rowsPerTransaction / 3);

/** @param finished - in the order in which they were */
async function fileAway(table: Table, finished: readonly Delivery[]): Promise<void> {
  if ((await table.write(filing(finished))) || finished.length === 1) return;
  // Somebody filed one of them already, which is as good.
  for (const delivery of finished) await table.write(filing([delivery]));
}

function filing(finished: readonly Delivery[]): readonly Change[] {
  const lastAsked = new Map(finished.flatMap((delivery) => askedBy(delivery).map((asked) => [asked.to, askedRow(delivery.plan, asked)])));
  return [
    ...finished.map((delivery): Change => ({ kind: "delete", row: openRow(delivery.plan, delivery) })),
    ...[...finished.map((delivery) => doneRow(delivery.plan, delivery)), ...lastAsked.values()].map((row): Change => ({ kind: "put", row })),
  ];
}

async function findOpen(table: Table, plan: PlanId, key: string): Promise<StoredRow<Delivery> | undefined> {
  return table.find<Delivery>(planPartition(plan), openKey(key));
}

async function findDone(table: Table, plan: PlanId, key: string): Promise<StoredRow<Delivery> | undefined> {
  return table.find<Delivery>(planPartition(plan), doneKey(key));
}

function refuseMoreThanOneTransaction(changes: readonly Change[]): void {
  if (changes.length > rowsPerTransaction) throw new RangeError(`a notice with ${changes.length} rows is more than one transaction holds`);
}
