import { peopleOf } from "../domain/askedFor.ts";
import { contentOf } from "../domain/contentOf.ts";
import type { Plan } from "../domain/plan.ts";
import type { PlanFile } from "../domain/planFile.ts";
import type { SavedPlan } from "../domain/savedPlan.ts";
import type { Ports } from "../ports.ts";
import type { ExportTable } from "../reports/exportTable.ts";
import { ownTables } from "../reports/ownTables.ts";
import { planTableName, planTables } from "../reports/planTables.ts";
import { recordTables } from "../reports/recordTables.ts";
import { writeCsv } from "../reports/writeCsv.ts";
import { writeXlsx } from "../reports/writeXlsx.ts";

export const exportFormats = ["csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  /** Begins with the plan's id: `warwickshire.xlsx`, `warwickshire-key-measures.csv`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Gives a plan back: `csv` and `xlsx` in its own columns with what is in force now, which imported again change
 * nothing; `json` with everything, for `restorePlan`.
 *
 * @returns several files where a plan of several tables goes into CSV; the one with the measures is first
 */
export async function exportPlan(
  ports: Pick<Ports, "plans" | "people">,
  plan: Plan,
  format: ExportFormat,
): Promise<readonly [ExportedFile, ...ExportedFile[]]> {
  const file = await ports.plans.file(plan.id);
  const history = await ports.plans.wholeHistory(plan.id);
  const theirs = new Set(peopleOf(plan));
  const people = (await ports.people.all()).filter(({ objectId }) => theirs.has(objectId));
  if (format === "json") {
    const { marks = [], markedOn = new Map(), digests = [] } = (await ports.plans.readWithNoticed(plan.id))?.noticed ?? {};
    const dated = [...marks].map((key) => {
      const on = markedOn.get(key);
      return on === undefined ? key : { key, on };
    });
    const matters = await ports.plans.allEntries(plan.id);
    const saved = savedPlan(plan, file, { history, matters, people, noticed: { marks: dated, digests } });
    return [{ name: `${plan.id}.json`, bytes: new TextEncoder().encode(`${JSON.stringify(saved, null, 2)}\n`) }];
  }

  const tables = file ? planTables(plan, file) : ownTables(plan);
  if (format === "xlsx")
    return [{ name: `${plan.id}.xlsx`, bytes: await writeXlsx([...tables, ...recordTables(plan, history, people, await ports.plans.allEntries(plan.id))]) }];
  const mainFirst = tables.toSorted((a, b) => Number(b.name === planTableName) - Number(a.name === planTableName));
  const [first = { rows: [] }, ...others] = mainFirst;
  return [{ name: `${plan.id}.csv`, bytes: writeCsv(first) }, ...others.map((table, n) => ({ name: csvName(plan, others, n), bytes: writeCsv(table) }))];
}

function csvName({ id }: Plan, tables: readonly ExportTable[], n: number): string {
  const plain = tables.map(({ name }) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, ""),
  );
  const own = plain[n];
  return `${id}-${own && plain.indexOf(own) === n ? own : `table-${n + 2}`}.csv`;
}

function savedPlan(plan: Plan, file: PlanFile | undefined, rest: Pick<SavedPlan, "history" | "matters" | "people" | "noticed">): SavedPlan {
  const { settings, channel, links, roles } = plan;
  const content = { ...contentOf(plan), ...(file && { file }) };
  return { format: "drumbeat-plan", version: 1, content, settings, ...(channel && { channel }), links, roles, ...rest };
}
