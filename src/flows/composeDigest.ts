import type { Card } from "../cards/card.ts";
import { type Changes, changesCard } from "../cards/changesCard.ts";
import { digestCard, digestHeading, offDay } from "../cards/digestCard.ts";
import { findCadence, kindsInWords } from "../domain/cadence.ts";
import { nextDigest } from "../domain/digestsOwed.ts";
import { type Exception, exceptionsOf } from "../domain/exceptions.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import { publicWords } from "../domain/lookedOver.ts";
import { changesInShort } from "../domain/picture.ts";
import type { Plan } from "../domain/plan.ts";
import { expander, glossaryOf } from "../domain/report/glossary.ts";
import { summarise } from "../domain/summary.ts";
import type { Ports } from "../ports.ts";
import { composeKpi } from "./composeKpi.ts";
import type { LookBack } from "./lookBack.ts";

/** A channel is read in two minutes: so many exceptions are listed, the rest is counted. */
const mostListed = 20;

/** `Since the digest of 28 November 2022: 2 Amber to Green, 3 dates moved`; else that nothing did. */
export function changedInWords({ since, changes }: LookBack, plan: Pick<Plan, "scheme">): string {
  return `Since ${since}: ${changesInShort(changes, plan.scheme) ?? "nothing has changed"}`;
}

/** Which digest it is, wherever it goes. */
export interface DigestNotice {
  readonly digest: string;
  readonly on: LocalDate;
  readonly late: boolean;
  /** It tells confidential items. */
  readonly confidential?: boolean;
}

/**
 * The digest as the plan stands on the day it is posted.
 *
 * @param before - what changed since the last of its cadence; absent for the first
 * @returns undefined when the plan has no such cadence any more
 */
export async function composeDigest(
  ports: Pick<Ports, "calendar" | "plans">,
  plan: Plan,
  { digest, on, late, confidential }: DigestNotice,
  today: LocalDate,
  before?: LookBack,
): Promise<{ readonly card: Card; readonly alert: string } | undefined> {
  const cadence = findCadence(plan, digest);
  if (!cadence) return undefined;
  const alert = `${plan.title}: ${kindsInWords[cadence.kind]}`;
  const isWorkingDay = (day: LocalDate) => ports.calendar.isWorkingDay(day, plan.settings.holidays);
  const next = nextDigest(plan, digest, today > on ? today : on, ports.calendar.occurrences, isWorkingDay)?.postOn;
  const common = { kind: cadence.kind, name: cadence.name, on, late, dayOff: !isWorkingDay(on), confidential, asOf: today, next };
  if (cadence.kind === "kpi" || cadence.kind === "changes") {
    const about = [offDay(common), next ? `The next is on ${inWords(next)}.` : ""].filter(Boolean).join(" ");
    const told = { heading: digestHeading(common), about };
    if (cadence.kind === "changes") return { card: composeChanges(plan, on, before, told), alert };
    return composeKpi(plan, await ports.plans.wholeHistory(plan.id), { today, digest: told });
  }
  const exceptions = exceptionsOf(plan, today, { ...(before && { changes: before.changes }), ...(next && { nextOn: next }) });
  const summary = summarise(plan, today);
  const inFull = expander(glossaryOf(plan.settings.glossary));
  const card = digestCard({
    ...common,
    kind: cadence.kind,
    summary: cadence.kind === "scrutiny" ? { ...summary, areas: summary.areas.map((area) => ({ ...area, title: inFull(area.title) })) } : summary,
    scheme: plan.scheme,
    ...("rhythm" in cadence && { rhythm: cadence.rhythm }),
    changed: before && changedInWords(before, plan),
    exceptions: exceptions.slice(0, mostListed).map((one) => (cadence.kind === "scrutiny" ? forThePublic(one, plan, inFull) : one)),
    more: Math.max(0, exceptions.length - mostListed),
  });
  return { card, alert };
}

/**
 * What leads wrote goes before the public only after somebody looked it over: a child may be known by it. What the board asks of
 * them stays with the board.
 */
function forThePublic(exception: Exception, plan: Plan, inFull: (words: string) => string): Exception {
  const { said: _, help: __, challenges: ___, reason: ____, ...facts } = exception;
  const measure = plan.measures.find(({ ref }) => ref === exception.ref);
  const words = inFull(facts.words);
  const said = measure && publicWords(plan, measure);
  return { ...facts, words, ...(said !== undefined && { said: inFull(said) }) };
}

function composeChanges(plan: Plan, on: LocalDate, before: LookBack | undefined, digest: Changes["digest"]): Card {
  const { since, changes } = before ?? { since: inWords(on), changes: [] };
  return changesCard({ planTitle: plan.title, since, inShort: changesInShort(changes, plan.scheme), changes, digest });
}
