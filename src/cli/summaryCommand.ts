import { type PlanSummary, summarise, type Tally, tallyOf } from "../domain/summary.ts";
import { findArea } from "../flows/knowPeople.ts";
import { type CliPorts, readPlanAsOf } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** With an area, `overall` is of that area alone. @throws UserError for a plan, area or day there is not */
export async function summaryCommand(ports: CliPorts, id: string, options: { area?: string; asOf?: string }): Promise<Result> {
  const { plan, day } = await readPlanAsOf(ports, id, options.asOf);
  const area = options.area === undefined ? undefined : findArea(plan, options.area).ref;
  const summary = summarise(
    area === undefined ? plan : { ...plan, areas: plan.areas.filter((one) => one.ref === area), measures: plan.measures.filter((one) => one.area === area) },
    day,
  );
  const json = {
    plan: summary.plan,
    asOf: summary.asOf,
    scheme: summary.scheme,
    areas: summary.areas.map(({ ref, title, ...rest }) => ({ ref, title, ...tallyOf(rest) })),
    overall: { ...tallyOf(summary.overall), percentages: summary.overall.percentages },
  };
  return { json, text: inWords(summary) };
}

function inWords(summary: PlanSummary): string {
  const line = (name: string, { counts, unrated, total, released }: Tally) =>
    [
      name.padEnd(10),
      ...summary.scheme.map((label) => String(counts[label] ?? 0).padStart(Math.max(6, label.length))),
      String(unrated).padStart(8),
      String(total).padStart(6),
      ...(released === undefined ? [] : [`(${released} released)`]),
    ].join(" ");
  const head = ["".padEnd(10), ...summary.scheme.map((label) => label.padStart(6)), " unrated", " total"].join(" ");
  const percentages = [
    "%".padEnd(10),
    ...summary.scheme.map((label) => String(summary.overall.percentages[label] ?? 0).padStart(Math.max(6, label.length))),
  ].join(" ");
  return [
    `${summary.title}, as of ${summary.asOf}`,
    head,
    ...summary.areas.map((area) => line(area.ref, area)),
    line("All", summary.overall),
    percentages,
  ].join("\n");
}
