import { nextDigest } from "../domain/digestsOwed.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { composeReport } from "../domain/report/composeReport.ts";
import type { Report, ReportFormat, ReportKind } from "../domain/report/report.ts";
import { reportPeriod } from "../domain/report/reportPeriod.ts";
import { planAsOf } from "../domain/standing.ts";
import type { MadeFile, Ports } from "../ports.ts";
import { reportTables } from "../reports/reportTables.ts";
import { zipFiles } from "../reports/zipFiles.ts";

export interface ReportWanted {
  readonly kind: ReportKind;
  /** One of `reportFormats`. */
  readonly format: ReportFormat;
  /** A day of the plan's that is not ahead; it is told as it stood at its end. */
  readonly asOf: LocalDate;
}

/** Makes a report of a plan as a file: `warwickshire-full-2022-11-21.docx`. @param plan - as it stands now */
export async function writeReport(ports: Pick<Ports, "plans" | "calendar">, plan: Plan, { kind, format, asOf }: ReportWanted): Promise<MadeFile> {
  const compose = await composer(ports, plan, asOf);
  const named = (of: ReportKind, ending: ReportFormat) => `${plan.id}-${of}-${asOf}.${ending}`;
  if (format !== "zip") return { name: named(kind, format), bytes: await written(compose(kind), format) };
  const pack = [
    { name: named("stocktake", "docx"), bytes: await written(compose("stocktake"), "docx") },
    { name: named("full", "docx"), bytes: await written(compose("full"), "docx") },
    { name: named("full", "xlsx"), bytes: await written(compose("full"), "xlsx") },
  ];
  return { name: named(kind, format), bytes: zipFiles(pack) };
}

/** Reads once what every kind is made of. */
async function composer({ plans, calendar }: Pick<Ports, "plans" | "calendar">, plan: Plan, asOf: LocalDate): Promise<(kind: ReportKind) => Report> {
  const [history, file, noticed] = await Promise.all([plans.wholeHistory(plan.id), plans.file(plan.id), plans.readWithNoticed(plan.id)]);
  const then = planAsOf(plan, history, asOf);
  const ownTables = reportTables(then, file);
  const isWorkingDay = (day: LocalDate) => calendar.isWorkingDay(day, plan.settings.holidays);
  const [nextMeeting] = plan.settings.cadences.flatMap(({ kind }) => nextDigest(plan, kind, asOf, calendar.occurrences, isWorkingDay)?.on ?? []).sort();
  return (kind) => {
    const since = reportPeriod(kind, asOf, noticed?.noticed.digests ?? []);
    return composeReport(kind, { plan: then, asOf, before: planAsOf(plan, history, since), since, ownTables, ...(nextMeeting && { nextMeeting }) });
  };
}

async function written(report: Report, format: "docx" | "xlsx"): Promise<Uint8Array> {
  if (format === "docx") return (await import("../reports/writeDocx.ts")).writeDocx(report);
  return (await import("../reports/writeReportXlsx.ts")).writeReportXlsx(report);
}
