import { datesAfter } from "../domain/dateChange.ts";
import type { SavedPlan } from "../domain/savedPlan.ts";
import { standingAfter } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { batches } from "./importRows.ts";
import {
  dateChangeRow,
  datesRange,
  datesRow,
  digestRow,
  linkKeys,
  linkRow,
  markRow,
  nonceRow,
  noncesRange,
  planPartition,
  roleKeys,
  roleRow,
  standingRow,
  standingsRange,
  updateRow,
  wholeDateHistoryRange,
  wholeHistoryRange,
} from "./planRows.ts";
import type { Row } from "./rows.ts";
import type { Table } from "./table.ts";

/**
 * Puts a saved plan's history, standings, links and roles in place of those there are. Not one transaction: stopped half
 * way, the same file restores the rest.
 */
export async function writeSaved(table: Table, { content, history, dateHistory = [], links, roles, noticed }: SavedPlan): Promise<void> {
  const id = content.id;
  const rows: Row[] = [
    ...links.map((link) => linkRow(id, link)),
    ...roles.map((role) => roleRow(id, role)),
    ...history.flatMap((update) => [updateRow(id, update), nonceRow(id, { nonce: update.nonce, ref: update.ref, id: update.id })]),
    ...noticed.marks.map((key) => markRow(id, { key })),
    ...noticed.digests.map((digest) => digestRow(id, digest)),
    ...standings(content, history).map((standing) => standingRow(id, standing)),
    ...dateHistory.map((change) => dateChangeRow(id, change)),
    ...[...Map.groupBy(dateHistory, ({ ref }) => ref)].flatMap(([ref, rows]) => {
      const dates = datesAfter(rows);
      return dates ? [datesRow(id, { ref, dates })] : [];
    }),
  ];
  const kept = new Set(rows.map(({ key }) => key));
  for (const range of [linkKeys, roleKeys, wholeHistoryRange, noncesRange, standingsRange, wholeDateHistoryRange, datesRange]) {
    const old = (await table.range(planPartition(id), range)).filter(({ key }) => !kept.has(key));
    for (const batch of batches(old)) await table.write(batch.map((row) => ({ kind: "delete", row })));
  }
  for (const batch of batches(rows)) await table.write(batch.map((row) => ({ kind: "put", row })));
}

function standings({ measures, scheme }: SavedPlan["content"], history: readonly Update[]) {
  const byRef = Map.groupBy(history, (update) => update.ref);
  return measures.flatMap((measure) => {
    const standing = standingAfter(measure, byRef.get(measure.ref) ?? [], scheme);
    return standing ? [{ ref: measure.ref, standing }] : [];
  });
}
