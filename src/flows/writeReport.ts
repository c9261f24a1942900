import { findCadence } from "../domain/cadence.ts";
import { asSeenBy } from "../domain/confidential.ts";
import { nextDigest } from "../domain/digestsOwed.ts";
import { type FrozenDigest, frozenDigests, frozenSubject } from "../domain/frozenDigest.ts";
import { kpisOf } from "../domain/kpi.ts";
import type { LocalDate } from "../domain/localDate.ts";
import { changesSince, pictureOf } from "../domain/picture.ts";
import type { Plan } from "../domain/plan.ts";
import { composeReport } from "../domain/report/composeReport.ts";
import type { Report, ReportFormat, ReportKind } from "../domain/report/report.ts";
import type { Given } from "../domain/report/reportFacts.ts";
import { reportPeriod } from "../domain/report/reportPeriod.ts";
import { planAsOf, reportsInForce } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import type { MadeFile, Ports } from "../ports.ts";
import { reportTables } from "../reports/reportTables.ts";
import { zipFiles } from "../reports/zipFiles.ts";

export interface ReportWanted {
  readonly kind: ReportKind;
  /** One of `reportFormats`. */
  readonly format: ReportFormat;
  /** A day of the plan's that is not ahead; it is told as it stood at its end. */
  readonly asOf: LocalDate;
  /** With confidential items, for somebody entitled to all of them; else they are counted and not told. */
  readonly confidential?: boolean;
}

/**
 * Makes a report of a plan as a file: `warwickshire-full-2022-11-21.docx`.
 *
 * @param plan - as it stands now, with everything confidential
 */
export async function writeReport(ports: Pick<Ports, "plans" | "calendar">, plan: Plan, wanted: ReportWanted): Promise<MadeFile> {
  const { kind, format, asOf, confidential = false } = wanted;
  const compose = await composer(ports, plan, asOf, confidential);
  const named = (of: ReportKind, ending: ReportFormat) => `${plan.id}-${of}${confidential ? "-confidential" : ""}-${asOf}.${ending}`;
  if (format !== "zip") return { name: named(kind, format), bytes: await written(await compose(kind), format) };
  const full = await compose("full");
  const pack = [
    { name: named("stocktake", "docx"), bytes: await written(await compose("stocktake"), "docx") },
    { name: named("full", "docx"), bytes: await written(full, "docx") },
    { name: named("full", "xlsx"), bytes: await written(full, "xlsx") },
  ];
  return { name: named(kind, format), bytes: zipFiles(pack) };
}

/** Reads once what every kind is made of. */
async function composer(
  { plans, calendar }: Pick<Ports, "plans" | "calendar">,
  plan: Plan,
  asOf: LocalDate,
  confidential: boolean,
): Promise<(kind: ReportKind) => Promise<Report>> {
  const [history, file] = await Promise.all([plans.wholeHistory(plan.id), plans.file(plan.id)]);
  const seen = (one: Plan) => (confidential ? one : asSeenBy(one, undefined));
  const then = seen(planAsOf(plan, history, asOf));
  const ownTables = reportTables(then, file);
  const until = history.filter(({ on }) => on <= asOf);
  const given = givenIn(until);
  const kpis = kpisOf(then, until, asOf);
  const isWorkingDay = (day: LocalDate) => calendar.isWorkingDay(day, plan.settings.holidays);
  const [nextMeeting] = plan.settings.cadences.flatMap(({ kind }) => nextDigest(plan, kind, asOf, calendar.occurrences, isWorkingDay)?.on ?? []).sort();
  return async (kind) => {
    const frozen = await lastDigest(plans, plan, kind, asOf);
    const since = frozen?.on ?? reportPeriod(kind, asOf);
    // With confidential items it is compared with the plan itself, as it was.
    const before = frozen && !confidential ? frozen.picture : pictureOf(seen(planAsOf(plan, history, since)));
    const facts = { plan: then, asOf, since, changes: changesSince(before, then), kpis, given, ownTables };
    return composeReport(kind, { ...facts, ...(nextMeeting && { nextMeeting }), ...(confidential && { confidential: true as const }) });
  };
}

/** The last digest of a report's kind before a day. */
async function lastDigest(plans: Pick<Ports["plans"], "entries">, plan: Plan, kind: ReportKind, asOf: LocalDate): Promise<FrozenDigest | undefined> {
  const last = frozenDigests(plan).find(({ digest, on }) => on < asOf && findCadence(plan, digest)?.kind === kind);
  return last && (await plans.entries(plan.id, "digests", frozenSubject(last)))[0];
}

function givenIn(history: readonly Update[]): ReadonlyMap<string, readonly Given[]> {
  const byRef = Map.groupBy(history, ({ ref }) => ref);
  const given = [...byRef].map(([ref, rows]) => {
    const all = reportsInForce(rows).flatMap(({ evidence = [], on }) => evidence.map((one) => ({ evidence: one, on })));
    return [ref, all] as const;
  });
  return new Map(given.filter(([, all]) => all.length > 0));
}

async function written(report: Report, format: "docx" | "xlsx"): Promise<Uint8Array> {
  if (format === "docx") return (await import("../reports/writeDocx.ts")).writeDocx(report);
  return (await import("../reports/writeReportXlsx.ts")).writeReportXlsx(report);
}
