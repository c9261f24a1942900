import { nothingSaid } from "../domain/matters.ts";
import type { KeptFromChat } from "../domain/mergeMeasure.ts";
import type { MergedPlan } from "../domain/mergePlan.ts";
import type { Plan, PlanContent, PlanId } from "../domain/plan.ts";
import { countChanges, type PlanChanges } from "../domain/planChanges.ts";
import type { Problem } from "../domain/problem.ts";
import { type Counts, summarise } from "../domain/summary.ts";
import type { ReadPlan } from "../intake/readPlan.ts";

/** What was understood of a file and what it does to the plan. Numbers are the file's, not the plan's after it. */
export interface ImportReport {
  readonly plan: PlanId;
  readonly areas: number;
  readonly actions: number;
  readonly measures: number;
  readonly ratings: Counts;
  readonly unrated: number;
  /** Areas, sections, actions and measures that are new, differ from what was in force, are gone or are back. */
  readonly changed: number;
  /** Measures in the plan that are not in the file any more. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
  readonly changes: PlanChanges;
  readonly keptFromChat: readonly KeptFromChat[];
  /** Measures by what became of their dates: of those read some only start or are to be agreed. */
  readonly dates: { readonly read: number; readonly undated: number; readonly unreadable: number };
  readonly leads: { readonly found: number; readonly notLinked: readonly string[] };
  /** The rating scheme, and where it was found. */
  readonly scheme: { readonly name: string; readonly labels: readonly string[]; readonly why: string };
  /** What each table was taken for, and each of its columns; `keep` is kept and not read. */
  readonly tables: ReadPlan["tables"];
  readonly passedOver: ReadPlan["passedOver"];
  readonly meetings: number;
}

export function reportImport(read: ReadPlan, { changes, keptFromChat }: MergedPlan, before: Plan | undefined): ImportReport {
  const { content, problems, scheme, tables, passedOver, meetings } = read;
  const { overall } = summarise(asPlan(content), content.importedAsOf);
  const leads = [...new Set(content.measures.flatMap((measure) => measure.leads))];
  const linked = new Set(before?.links.map(({ lead }) => lead));
  const kinds = content.measures.map(({ due }) => due.kind);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  return {
    plan: content.id,
    areas: content.areas.length,
    actions: content.actions.length,
    measures: content.measures.length,
    ratings: overall.counts,
    unrated: overall.unrated,
    changed: countChanges(changes),
    gone: changes.gone.filter(({ kind }) => kind === "measure").map(({ ref }) => ref),
    problems,
    changes,
    keptFromChat,
    dates: { read: kinds.length - count("undated") - count("invalid"), undated: count("undated"), unreadable: count("invalid") },
    leads: { found: leads.length, notLinked: leads.filter((lead) => !linked.has(lead)) },
    scheme: { name: scheme.scheme.name, labels: scheme.scheme.ratings.map(({ label }) => label), why: scheme.why },
    tables,
    passedOver,
    meetings: meetings.length,
  };
}

/** Enough of a plan to be counted. */
function asPlan(content: PlanContent): Plan {
  const settings = { timeZone: "Europe/London", holidays: "GB-ENG", speaksAt: "09:00", leadTimes: [], chaseEveryDays: 7, cadences: [] };
  return { ...content, settings, links: [], roles: [], matters: nothingSaid };
}
