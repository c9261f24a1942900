import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { type SilenceRow, silenceCard } from "../cards/silenceCard.ts";
import { answerersOf } from "../domain/askedFor.ts";
import { measuresOf } from "../domain/askLine.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { timesAsked } from "../domain/silence.ts";
import { type SilentLead, type SilentMeasure, silentLeads } from "../domain/silentLeads.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/** So many of a lead's measures are told one by one. */
const mostTold = 6;

/**
 * Who has not answered what they were asked, by lead as written, the longest silence first: for everybody who reads the plan.
 *
 * @param area - ref of the only area to tell of
 * @param forwards - whether the reader may pass a text on to them
 */
export async function composeSilent(ports: Ports, { plan, today }: AtPlan, { area, forwards }: { area?: string; forwards: boolean }): Promise<Message> {
  const noticed = (await ports.plans.readWithNoticed(plan.id))?.noticed;
  const times = timesAsked(noticed?.markedOn ?? new Map());
  const leads = silentLeads(plan, times, area);
  const where = area === undefined ? "" : ` in ${area}`;
  const heading = leads.length === 0 ? `Nobody is silent${where}` : `${leads.length === 1 ? "1 lead has" : `${leads.length} leads have`} not answered${where}`;
  const card = silenceCard({
    planTitle: plan.title,
    heading,
    intro:
      leads.length === 0
        ? "Every lead who was asked has answered since, or nobody was asked yet."
        : "Days are counted from the first time they were asked after their last answer.",
    rows: leads.map((silent) => rowOf(plan, silent, today, forwards)),
    rest: "type silent with an area, such as silent 2",
    buttons: [],
  });
  return { card, alert: heading };
}

function lastSeen({ matters }: Plan, ref: string, since: LocalDate): LocalDate | undefined {
  const days = Object.values(matters.asking).flatMap(({ seen }) => seen[ref] ?? []);
  return days
    .filter((day) => day >= since)
    .toSorted()
    .at(-1);
}

function rowOf(plan: Plan, { lead, measures }: SilentLead, today: LocalDate, forwards: boolean): SilenceRow {
  const told = measures.slice(0, mostTold).map(({ ref, since }) => {
    const seenOn = lastSeen(plan, ref, since);
    const days = daysBetween(since, today);
    const howLong = days === 0 ? "asked today" : `${days === 1 ? "1 day" : `${days} days`} without an answer, asked on ${inWords(since)}`;
    return `${ref}: ${howLong}${seenOn ? `; seen on ${inWords(seenOn)}` : ""}`;
  });
  const more = measures.length > mostTold ? [`and ${measures.length - mostTold} more`] : [];
  return {
    title: cutAtWord(lead, 200),
    lines: [...told, ...more, ...unaskedInWords(plan, measures)],
    ...(forwards && {
      link: "Text to forward ›",
      press: cardButton(`Text to forward to ${cutAtWord(lead, 60)}`, { verb: "showForward", plan: plan.id, lead }),
    }),
  };
}

/** Somebody may have been given a measure whose lead nobody is linked to. */
function unaskedInWords(plan: Plan, measures: readonly SilentMeasure[]): string[] {
  const unasked = measuresOf(
    plan,
    measures.map(({ ref }) => ref),
  )
    .filter((measure) => answerersOf(plan, measure).length === 0)
    .map(({ ref }) => ref);
  if (unasked.length === 0) return [];
  const which = unasked.length === measures.length ? "" : ` about ${unasked.slice(0, mostTold).join(", ")}${unasked.length > mostTold ? " and others" : ""}`;
  return [`Nobody is linked to this lead, so nobody could be asked${which}.`];
}
