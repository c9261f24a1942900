import { allMatters, type EntryOf, type Matter, type MattersHistory, matters } from "../domain/matters.ts";
import type { PlanId } from "../domain/plan.ts";
import type { SavedPlan } from "../domain/savedPlan.ts";
import { standingAfter } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { ConflictError } from "../ports.ts";
import { batches } from "./importRows.ts";
import {
  allEntriesRange,
  digestRow,
  entryRow,
  linkKeys,
  linkRow,
  markRow,
  matterRow,
  mattersRange,
  nonceRow,
  noncesRange,
  planPartition,
  roleKeys,
  roleRow,
  standingRow,
  standingsRange,
  subjectOf,
  updateRow,
  wholeHistoryRange,
} from "./planRows.ts";
import { removeRows } from "./removeRows.ts";
import type { Row } from "./rows.ts";
import type { Table } from "./table.ts";

/**
 * Puts a saved plan's history, standings, links and roles in place of those there are. Not one transaction: stopped half
 * way, the same file restores the rest.
 *
 * @throws ConflictError when others kept taking away what is to be replaced
 */
export async function writeSaved(table: Table, { content, history, matters: said = {}, links, roles, noticed }: SavedPlan): Promise<void> {
  const id = content.id;
  const rows: Row[] = [
    ...links.map((link) => linkRow(id, link)),
    ...roles.map((role) => roleRow(id, role)),
    ...history.flatMap((update) => [updateRow(id, update), nonceRow(id, { nonce: update.nonce, ref: update.ref, id: update.id })]),
    ...noticed.marks.map((mark) => markRow(id, typeof mark === "string" ? { key: mark } : mark)),
    ...noticed.digests.map((digest) => digestRow(id, digest)),
    ...standings(content, history).map((standing) => standingRow(id, standing)),
    ...allMatters.flatMap((matter) => matterRows(id, matter, said)),
  ];
  const kept = new Set(rows.map(({ key }) => key));
  const replaced = [linkKeys, roleKeys, wholeHistoryRange, noncesRange, standingsRange, allEntriesRange, mattersRange];
  if (!(await removeRows(table, planPartition(id), replaced, ({ key }) => !kept.has(key))))
    throw new ConflictError(`The plan ${id} kept changing while it was restored. Restore it again.`);
  for (const batch of batches(rows)) await table.write(batch.map((row) => ({ kind: "put", row })));
}

function matterRows<M extends Matter>(id: PlanId, matter: M, said: MattersHistory): Row[] {
  const entries: readonly EntryOf<M>[] = said[matter] ?? [];
  const bySubject = Map.groupBy(entries, (entry) => subjectOf(matter, entry));
  return [...bySubject].flatMap(([subject, history]) => {
    const standing = matters[matter].after(history);
    return [...history.map((entry) => entryRow(id, { matter, entry })), ...(standing ? [matterRow(id, { matter, subject, standing })] : [])];
  });
}

function standings({ measures, scheme }: SavedPlan["content"], history: readonly Update[]) {
  const byRef = Map.groupBy(history, (update) => update.ref);
  return measures.flatMap((measure) => {
    const standing = standingAfter(measure, byRef.get(measure.ref) ?? [], scheme);
    return standing ? [{ ref: measure.ref, standing }] : [];
  });
}
