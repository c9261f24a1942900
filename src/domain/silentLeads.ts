import type { LocalDate } from "./localDate.ts";
import type { Plan } from "./plan.ts";
import { silentSince, type TimesAsked } from "./silence.ts";

/** What one lead left without an answer. */
export interface SilentLead {
  /** As written. */
  readonly lead: string;
  /** Silent longest first. */
  readonly measures: readonly SilentMeasure[];
}

export interface SilentMeasure {
  readonly ref: string;
  readonly since: LocalDate;
}

/** Who has not answered what they were asked, by lead as written, the longest silence first. @param area - ref of the only area to tell of */
export function silentLeads(plan: Plan, times: TimesAsked, area?: string): SilentLead[] {
  const byLead = new Map<string, SilentMeasure[]>();
  for (const measure of plan.measures) {
    const since = area === undefined || measure.area === area ? silentSince(plan, measure, times) : undefined;
    if (!since) continue;
    for (const lead of measure.leads.length > 0 ? measure.leads : ["No lead named"]) {
      byLead.set(lead, [...(byLead.get(lead) ?? []), { ref: measure.ref, since }]);
    }
  }
  return [...byLead].map(([lead, measures]) => ({ lead, measures: measures.toSorted(bySince) })).sort((a, b) => bySince(a.measures[0], b.measures[0]));
}

function bySince(a: SilentMeasure | undefined, b: SilentMeasure | undefined): number {
  const [one, other] = [a?.since ?? "", b?.since ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}
