import { kpisOf } from "../../src/domain/kpi.ts";
import { day } from "../../src/domain/localDate.ts";
import { changesSince, pictureOf } from "../../src/domain/picture.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { composeReport } from "../../src/domain/report/composeReport.ts";
import { cellWords, type Report, type ReportKind } from "../../src/domain/report/report.ts";
import type { ReportFacts } from "../../src/domain/report/reportFacts.ts";
import type { Update } from "../../src/domain/update.ts";

const asOf = day("2022-11-21");
const since = day("2022-10-10");

export const reportOf = (kind: ReportKind, plan: Plan, before = plan, more: Partial<Omit<ReportFacts, "kpis">> = {}, updates: readonly Update[] = []) =>
  composeReport(kind, {
    ...{ plan, asOf, since, changes: changesSince(pictureOf(before), plan), given: new Map(), ownTables: [], nextMeeting: day("2023-01-02") },
    kpis: kpisOf(plan, updates, asOf),
    ...more,
  });

export const partNamed = ({ parts }: Report, heading: string | RegExp) =>
  parts.find((part) => (typeof heading === "string" ? part.heading === heading : heading.test(part.heading)));

export function rowsOf(report: Report, heading: string | RegExp): string[][] {
  const blocks = partNamed(report, heading)?.blocks ?? [];
  return blocks.flatMap((block) =>
    block.kind === "table" ? block.table.rows.map((row) => (row.kind === "band" ? [row.words] : row.cells.map(cellWords))) : [],
  );
}

export function textOf(report: Report): string {
  return JSON.stringify(report.parts);
}
