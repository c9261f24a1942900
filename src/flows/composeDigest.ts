import type { Card } from "../cards/card.ts";
import { digestCard } from "../cards/digestCard.ts";
import type { Notice } from "../domain/delivery.ts";
import { nextDigest } from "../domain/digestsOwed.ts";
import { exceptionsOf } from "../domain/exceptions.ts";
import type { LocalDate } from "../domain/localDate.ts";
import { changesInShort } from "../domain/picture.ts";
import type { Plan } from "../domain/plan.ts";
import { summarise } from "../domain/summary.ts";
import type { Ports } from "../ports.ts";
import type { LookBack } from "./lookBack.ts";

/** A channel is read in two minutes: so many exceptions are listed, the rest is counted. */
const mostListed = 20;

/** `Since the digest of 28 November 2022: 2 Amber to Green, 3 dates moved`; else that nothing did. */
export function changedInWords({ since, changes }: LookBack, plan: Pick<Plan, "scheme">): string {
  return `Since ${since}: ${changesInShort(changes, plan.scheme) ?? "nothing has changed"}`;
}

/**
 * The digest as the plan stands on the day it is posted.
 *
 * @param before - what changed since the last of its kind; absent for the first
 */
export function composeDigest(
  ports: Pick<Ports, "calendar">,
  plan: Plan,
  { digest, on, late }: Extract<Notice, { kind: "digest" }>,
  today: LocalDate,
  before?: LookBack,
): { readonly card: Card; readonly alert: string } {
  const isWorkingDay = (day: LocalDate) => ports.calendar.isWorkingDay(day, plan.settings.holidays);
  const next = nextDigest(plan, digest, today > on ? today : on, ports.calendar.occurrences, isWorkingDay)?.postOn;
  const exceptions = exceptionsOf(plan, today, { ...(before && { changes: before.changes }), ...(next && { nextOn: next }) });
  const card = digestCard({
    kind: digest,
    summary: summarise(plan, today),
    scheme: plan.scheme,
    on,
    late,
    rhythm: plan.settings.cadences.find((cadence) => cadence.kind === digest)?.rhythm,
    next,
    changed: before && changedInWords(before, plan),
    exceptions: exceptions.slice(0, mostListed),
    more: Math.max(0, exceptions.length - mostListed),
  });
  return { card, alert: `${plan.title}: ${digest} digest` };
}
