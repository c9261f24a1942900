import type { Instant } from "../domain/localDate.ts";
import type { EntryOf, Matter } from "../domain/matters.ts";
import type { Link, PlanId, RoleHeld } from "../domain/plan.ts";
import { compareRefs } from "../domain/ref.ts";
import { isDecision, type Update } from "../domain/update.ts";
import type { PlanStore } from "../ports.ts";
import { readFileRows } from "./fileRows.ts";
import { openRecovery, writeImport } from "./importRows.ts";
import { openPlanCare, type PlanCare } from "./planCare.ts";
import { isListed, noSuchPlan, openPlanDirectory } from "./planDirectory.ts";
import {
  allEntriesRange,
  entriesOf,
  entryRow,
  headKey,
  historyFrom,
  historyKeysOf,
  linkRow,
  matterRow,
  nonceKey,
  nonceRow,
  noticedFrom,
  type PlanHead,
  planPartition,
  readWithNoticedRange,
  roleKeysOf,
  roleRow,
  type StoredEntry,
  standingRow,
  subjectOf,
  type UsedNonce,
  updateKey,
  updateRow,
  valuesOf,
  wholeHistoryRange,
} from "./planRows.ts";
import { type Made, readAgain, readWhole } from "./readWholePlan.ts";
import { writeSaved } from "./restoreRows.ts";
import { changeRow, type Table } from "./table.ts";

/** @param realNow - real time, of which the instants in the directory and the age of an import are kept */
export function openPlanStore(table: Table, realNow: () => Instant): PlanStore & PlanCare {
  const directory = openPlanDirectory(table, realNow);
  const { touch } = directory;
  const recovery = openRecovery(table, realNow);
  const made: Made = new Map();

  return {
    ...openPlanCare(table, directory, recovery, realNow),

    async list() {
      return (await directory.all()).listed.filter(isListed);
    },

    async read(id) {
      return readAgain(table, id, made);
    },

    async readWithNoticed(id) {
      const whole = await readWhole(table, id, readWithNoticedRange);
      return whole && { plan: whole.plan, noticed: noticedFrom(whole.rows) };
    },

    async import(content, settings, before) {
      await directory.enter(content.id, content.title);
      recovery.watch(content.id);
      await writeImport(table, content, settings, before, realNow());
      await touch(content.id, { title: content.title });
    },

    async file(id) {
      const head = await table.find<PlanHead>(planPartition(id), headKey);
      return head && readFileRows(table, id, head.value.generation);
    },

    async saveSettings(id, change) {
      const { settings } = await changeHead(id, (head) => ({ ...head, settings: change(head.settings) }));
      await touch(id);
      return settings;
    },

    async bindChannel(id, channel) {
      await changeHead(id, (head) => ({ ...head, channel }));
      await touch(id, { channel: channel.conversationId });
    },

    async link(id, link) {
      await changeRow<Link>(table, linkRow(id, link), (stored) => ({ ...stored, ...link }));
      await touch(id);
    },

    async unlink(id, link) {
      await table.write([{ kind: "delete", row: linkRow(id, link) }]);
      await touch(id);
    },

    async giveRole(id, role) {
      await changeRow<RoleHeld>(table, roleRow(id, role), (stored) => ({ ...stored, ...role }));
      await touch(id);
    },

    async takeRoles(id, objectId) {
      const held = await table.range(planPartition(id), roleKeysOf(objectId));
      for (const row of held) await table.write([{ kind: "delete", row }]);
      await touch(id);
    },

    async record(id, update, standing) {
      const { nonce, ref, id: number } = update;
      // The number is the guard: a standing is only ever written together with the update it rests on, and of two
      // writers who both saw the same last update one finds its number taken.
      const written = await table.write([
        { kind: "insert", row: updateRow(id, update) },
        { kind: "insert", row: nonceRow(id, { nonce, ref, id: number }) },
        { kind: "put", row: standingRow(id, { ref, standing }) },
      ]);
      if (written) {
        // Somebody is to be told of it.
        if (standing.proposedComplete || isDecision(update)) await touch(id);
        return { kind: "stored" };
      }
      const earlier = await findByNonce(table, id, nonce);
      return earlier ? { kind: "repeated", earlier } : { kind: "behind" };
    },

    async append(id, matter, entry, standing) {
      const subject = subjectOf(matter, entry);
      // Guarded as updates are, by the number.
      const written = await table.write([
        { kind: "insert", row: entryRow(id, { matter, entry }) },
        { kind: "put", row: matterRow(id, { matter, subject, standing }) },
      ]);
      if (written) {
        // Somebody is to be told of it.
        await touch(id);
        return { kind: "stored" };
      }
      const earlier = (await readEntries(id, matter, subject)).find(({ nonce }) => nonce === entry.nonce);
      return earlier ? { kind: "repeated", earlier } : { kind: "behind" };
    },

    async restore(saved, before) {
      const { content, settings, channel } = saved;
      const entry = await directory.enter(content.id, content.title);
      await writeImport(table, content, settings, before, realNow());
      await writeSaved(table, saved);
      await changeHead(content.id, ({ channel: _, ...head }) => ({ ...head, settings, ...(channel && { channel }) }));
      await touch(content.id, { title: content.title, channel: channel?.conversationId ?? entry.channel });
    },

    async history(id, ref) {
      return valuesOf<Update>(await table.range(planPartition(id), historyKeysOf(ref)), "update");
    },

    async wholeHistory(id) {
      return inOrder(valuesOf<Update>(await table.range(planPartition(id), wholeHistoryRange), "update"));
    },

    entries: readEntries,

    async allEntries(id) {
      return historyFrom(await table.range(planPartition(id), allEntriesRange));
    },
  };

  async function readEntries<M extends Matter>(id: PlanId, matter: M, subject: string): Promise<EntryOf<M>[]> {
    return valuesOf<StoredEntry<M>>(await table.range(planPartition(id), entriesOf(matter, subject)), "matterEntry").map(({ entry }) => entry);
  }

  async function changeHead(id: PlanId, next: (head: PlanHead) => PlanHead): Promise<PlanHead> {
    return changeRow<PlanHead>(table, { partition: planPartition(id), key: headKey, type: "plan" }, (head) => {
      if (!head) throw noSuchPlan(id);
      return next(head);
    });
  }
}

function inOrder<T extends { readonly ref: string; readonly id: string }>(rows: T[]): T[] {
  return rows.sort((a, b) => compareRefs(a.ref, b.ref) || (a.id < b.id ? -1 : 1));
}

/** Law 4: a nonce stands for one answer, however often it arrives. */
async function findByNonce(table: Table, id: PlanId, nonce: string): Promise<Update | undefined> {
  const used = await table.find<UsedNonce>(planPartition(id), nonceKey(nonce));
  return used && (await table.find<Update>(planPartition(id), updateKey(used.value.ref, used.value.id)))?.value;
}
