import { digestCard } from "../cards/digestCard.ts";
import type { Notice } from "../domain/delivery.ts";
import { nextDigest } from "../domain/digestsOwed.ts";
import { exceptionsOf } from "../domain/exceptions.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { summarise } from "../domain/summary.ts";
import type { Message, Ports } from "../ports.ts";

/** A channel is read in two minutes: so many exceptions are listed, the rest is counted. */
const mostListed = 20;

/** The digest as the plan stands on the day it is posted. */
export function composeDigest(
  ports: Pick<Ports, "calendar">,
  plan: Plan,
  { digest, on, late }: Extract<Notice, { kind: "digest" }>,
  today: LocalDate,
): Message {
  const exceptions = exceptionsOf(plan, today);
  const isWorkingDay = (day: LocalDate) => ports.calendar.isWorkingDay(day, plan.settings.holidays);
  const card = digestCard({
    kind: digest,
    summary: summarise(plan, today),
    scheme: plan.scheme,
    on,
    late,
    rhythm: plan.settings.cadences.find((cadence) => cadence.kind === digest)?.rhythm,
    next: nextDigest(plan, digest, today > on ? today : on, ports.calendar.occurrences, isWorkingDay)?.postOn,
    exceptions: exceptions.slice(0, mostListed),
    more: Math.max(0, exceptions.length - mostListed),
  });
  return { card, alert: `${plan.title}: ${digest} digest` };
}
