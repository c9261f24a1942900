import { measuresLedBy } from "../domain/askLine.ts";
import { focusOf } from "../domain/lastAsked.ts";
import type { Plan } from "../domain/plan.ts";
import type { Asked, SpokenOf } from "../domain/said/said.ts";
import { ratingOf } from "../domain/standing.ts";
import { targetOf } from "../domain/trajectory.ts";
import type { Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/** What was asked of a person, from the plan and by one more read: their last reminder and the form they opened last. */
export async function askedOf(ports: Ports, { plan, person, today }: AtPlan): Promise<Asked> {
  const lastAsked = await ports.notices.lastAsked(plan.id, person.objectId);
  const own = measuresLedBy(plan, person, today).map(({ ref }) => ref);
  return {
    scheme: plan.scheme,
    measures: plan.measures.map((measure) => ({
      ...{ ref: measure.ref, action: measure.action, target: targetOf(measure, today) },
      rated: ratingOf(measure, plan.scheme)?.kind,
    })),
    own,
    focus: focusOf(plan, lastAsked, ports.clock.now(), today),
    lastSaid: lastSaidBy(plan, person.objectId, today),
  };
}

/** The measures of a plan, for finding references in words. */
export function spokenOf({ measures }: Plan): readonly SpokenOf[] {
  return measures.map(({ ref, action }) => ({ ref, action }));
}

/** Today's, since `above` reaches no further back. */
function lastSaidBy({ measures }: Plan, objectId: string, today: string): Asked["lastSaid"] {
  const theirs = measures.flatMap(({ standing }) => (standing?.latest?.by.objectId === objectId && standing.latest.on === today ? [standing.latest] : []));
  const last = theirs.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (!last) return undefined;
  // Evidence is of one measure alone, and so is the answer to what was challenged.
  const { ref, rating, impact, narrative, figure, help, risk, mitigation } = last;
  return { ref, rating, impact, narrative, figure: figure?.asWritten, help, risk, mitigation };
}
