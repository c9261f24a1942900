import { isDeepStrictEqual } from "node:util";
import type { QueueClient } from "@azure/storage-queue";
import type { Delivery } from "../domain/delivery.ts";
import type { Instant } from "../domain/localDate.ts";
import type { PlanId } from "../domain/plan.ts";
import type { NoticeBoard } from "../ports.ts";
import { openDeliveryQueue } from "./deliveryQueue.ts";
import { digestRow, doneKey, doneRow, isOpen, markRow, openKey, openRange, openRow, planPartition, valuesOf } from "./planRows.ts";
import type { StoredRow } from "./rows.ts";
import { type Change, type Table, writeOver } from "./table.ts";

const rowsPerTransaction = 100;

/**
 * @param leaseSeconds - real time a ticket stays with whoever took it
 * @param realNow - real time, of which outcomes are kept
 */
export function openNoticeBoard(
  table: Table,
  queueClient: QueueClient,
  leaseSeconds: number,
  realNow: () => Instant,
): NoticeBoard & { recover(plans: readonly PlanId[]): Promise<void> } {
  const { queue, ...tickets } = openDeliveryQueue(queueClient, leaseSeconds);

  return {
    queue,
    ...tickets,

    async post(delivery, { plan, marks, digests }) {
      // Marks and digest records are never taken away; a delivery leaves its row when it is done.
      if (delivery && (await findDone(table, plan, delivery.key))) return false;
      const rows = [...marks.map((mark) => markRow(plan, mark)), ...digests.map((digest) => digestRow(plan, digest))];
      const changes = [...rows, ...(delivery ? [openRow(plan, delivery)] : [])].map((row): Change => ({ kind: "insert", row }));
      if (changes.length === 0) return true;
      refuseMoreThanOneTransaction(changes);

      if (!(await table.write(changes))) return false;
      if (delivery?.state.kind === "owed") await queue(delivery);
      return true;
    },

    async find(plan, key) {
      return ((await findOpen(table, plan, key)) ?? (await findDone(table, plan, key)))?.value;
    },

    async claim(plan, key, now) {
      const row = await findOpen(table, plan, key);
      if (row?.value.state.kind !== "owed") return undefined;
      const delivery: Delivery = { ...row.value, state: { kind: "attempting", attemptingSince: now }, attempts: row.value.attempts + 1 };
      const [etag] = (await table.write([writeOver(row, openRow(plan, delivery))])) ?? [];
      return etag === undefined ? undefined : { delivery, etag };
    },

    async record({ delivery, etag }, state) {
      return settle(table, { ...delivery, state }, etag);
    },

    async move(delivery, state) {
      const row = await findOpen(table, delivery.plan, delivery.key);
      if (!row || !isDeepStrictEqual(row.value.state, delivery.state)) return false;
      return settle(table, { ...row.value, state }, row.etag);
    },

    async merge(into, replaced) {
      const changes: Change[] = [{ kind: "insert", row: openRow(into.plan, into) }];
      const overtaken: Delivery[] = [];
      for (const delivery of replaced) {
        const row = await findOpen(table, delivery.plan, delivery.key);
        if (!row || !isDeepStrictEqual(row.value.state, delivery.state)) return false;
        const after: Delivery = { ...row.value, state: { kind: "overtaken", at: realNow(), by: into.key } };
        overtaken.push(after);
        changes.push(writeOver(row, openRow(after.plan, after)));
      }
      refuseMoreThanOneTransaction(changes);

      if (!(await table.write(changes))) return false;
      await queue(into);
      for (const delivery of overtaken) await fileAway(table, delivery);
      return true;
    },

    async open(plan) {
      return (await unfiled(plan)).filter(isOpen);
    },

    async recover(plans) {
      for (const plan of plans) {
        for (const delivery of await unfiled(plan)) if (!isOpen(delivery)) await fileAway(table, delivery);
      }
    },
  };

  async function unfiled(plan: PlanId): Promise<Delivery[]> {
    return valuesOf<Delivery>(await table.range(planPartition(plan), openRange), "delivery");
  }
}

/**
 * Decides by ETag, in the row where the delivery stands; only then is it filed among those that are done. The two
 * cannot be one transaction, for the SDK deletes without looking at the ETag. A crash between leaves a row that nobody
 * counts as open, which `recover` files.
 */
async function settle(table: Table, delivery: Delivery, etag: string): Promise<boolean> {
  if (!(await table.write([{ kind: "replace", row: openRow(delivery.plan, delivery), etag }]))) return false;
  if (!isOpen(delivery)) await fileAway(table, delivery);
  return true;
}

/** Refused when somebody filed it already, which is as good. */
async function fileAway(table: Table, delivery: Delivery): Promise<void> {
  await table.write([
    { kind: "delete", row: openRow(delivery.plan, delivery) },
    { kind: "put", row: doneRow(delivery.plan, delivery) },
  ]);
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
