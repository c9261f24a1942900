import { answerersOf, unlinkedLeadsOf } from "./askedFor.ts";
import type { Delivery } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { ObjectId, Plan } from "./plan.ts";
import { silentSince, type TimesAsked } from "./silence.ts";

/** What one lead left without an answer, or could not be asked. */
export interface SilentLead {
  /** As written. */
  readonly lead: string;
  /** Silent longest first; after them those of which no answer could come. */
  readonly measures: readonly SilentMeasure[];
}

export interface SilentMeasure {
  readonly ref: string;
  readonly since: LocalDate;
  readonly unheard?: Unheard;
}

/**
 * Why no answer could come: nobody is linked to the lead, what was sent waits for people who never opened the bot, or each
 * of those linked to the lead said that it is not theirs.
 */
export type Unheard = "nobodyLinked" | "notReached" | "disowned";

/**
 * Who has not answered what they were asked, by lead as written, the longest silence first; after them those who could not be asked.
 *
 * @param open - deliveries of the plan that are not done with
 * @param area - ref of the only area to tell of
 */
export function silentLeads(plan: Plan, times: TimesAsked, open: readonly Delivery[], area?: string): SilentLead[] {
  const byLead = new Map<string, SilentMeasure[]>();
  for (const measure of plan.measures) {
    const since = area === undefined || measure.area === area ? silentSince(plan, measure, times) : undefined;
    if (!since) continue;
    for (const lead of measure.leads.length > 0 ? measure.leads : ["No lead named"]) {
      const unheard = whyUnheard(plan, measure, lead, { since, open });
      byLead.set(lead, [...(byLead.get(lead) ?? []), { ref: measure.ref, since, ...(unheard && { unheard }) }]);
    }
  }
  return [...byLead].map(([lead, measures]) => ({ lead, measures: measures.toSorted(inOrder) })).sort((a, b) => inOrder(a.measures[0], b.measures[0]));
}

/** Whether an answer could have come, and none did. */
export function isSilent({ measures }: SilentLead): boolean {
  return measures.some(({ unheard }) => unheard === undefined);
}

function whyUnheard(
  plan: Plan,
  measure: Measure,
  lead: string,
  { since, open }: { readonly since: LocalDate; readonly open: readonly Delivery[] },
): Unheard | undefined {
  const isGiven = (plan.matters.assignments[measure.ref]?.given ?? []).length > 0;
  if (!isGiven && unlinkedLeadsOf(plan, measure).includes(lead)) return "nobodyLinked";
  const answerers = answerersOf(plan, measure);
  const theirs = answerers.filter((one) => plan.links.some((link) => link.lead === lead && link.objectId === one));
  const people = theirs.length > 0 ? theirs : answerers;
  if (people.length === 0) return undefined;
  // One that waits since the first question: of later ones an earlier may have arrived.
  const waits = (person: ObjectId) =>
    open.some(
      ({ notice, state, owedOn }) =>
        state.kind === "waiting" && owedOn <= since && notice.kind === "reminder" && notice.to === person && notice.refs.includes(measure.ref),
    );
  if (people.every(waits)) return "notReached";
  const disowned = new Set(plan.matters.claims[measure.ref]?.waiting.map(({ by }) => by.objectId));
  return people.every((one) => disowned.has(one)) ? "disowned" : undefined;
}

function inOrder(a: SilentMeasure | undefined, b: SilentMeasure | undefined): number {
  const [one, other] = [a, b].map((silent) => `${silent?.unheard ? 1 : 0} ${silent?.since ?? ""}`) as [string, string];
  return one < other ? -1 : one > other ? 1 : 0;
}
