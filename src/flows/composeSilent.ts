import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { type SilenceRow, silenceCard } from "../cards/silenceCard.ts";
import { unlinkedLeadsOf } from "../domain/askedFor.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { timesAsked } from "../domain/silence.ts";
import { isSilent, type SilentLead, type SilentMeasure, silentLeads, type Unheard } from "../domain/silentLeads.ts";
import { isSettled } from "../domain/standing.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/** So many of a lead's measures are told one by one. */
const mostTold = 6;

/**
 * Who has not answered what they were asked, by lead as written, the longest silence first, and who could not be asked: for
 * everybody who reads the plan.
 *
 * @param area - ref of the only area to tell of
 * @param forwards - whether the reader may pass a text on to them
 */
export async function composeSilent(ports: Ports, { plan, today }: AtPlan, { area, forwards }: { area?: string; forwards: boolean }): Promise<Message> {
  const noticed = (await ports.plans.readWithNoticed(plan.id))?.noticed;
  const times = timesAsked(noticed?.markedOn ?? new Map());
  const leads = silentLeads(plan, times, noticed?.open ?? [], area);
  const silent = leads.filter(isSilent).length;
  const unasked = leads.filter((lead) => !isSilent(lead) && lead.measures.some(({ unheard }) => unheard !== "disowned")).length;
  const where = area === undefined ? "" : ` in ${area}`;
  const here = plan.measures.filter((measure) => (area === undefined || measure.area === area) && !isSettled(measure, plan.scheme));
  const unlinked = new Set(here.flatMap((measure) => unlinkedLeadsOf(plan, measure))).size;
  const notAsked = unasked === 1 ? "1 lead could not be asked" : `${unasked} leads could not be asked`;
  const heading =
    silent === 0 && unasked > 0
      ? `${notAsked}${where}`
      : silent === 0
        ? `Nobody is silent${where}`
        : `${silent === 1 ? "1 lead has" : `${silent} leads have`} not answered${where}`;
  const card = silenceCard({
    planTitle: plan.title,
    heading,
    intro: [
      silent === 0
        ? `Every lead whom a question reached has answered since${unasked > 0 ? "" : ", or nobody was asked yet"}.`
        : "Days are counted from the first time they were asked after their last answer.",
      ...(unasked > 0 && silent > 0 ? [`At the end: ${notAsked}.`] : []),
      ...(unasked === 0 && unlinked > 0
        ? [`Nobody is linked to ${unlinked === 1 ? "1 lead, who is" : `${unlinked} leads, who are`} not asked until somebody is.`]
        : []),
    ].join(" "),
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
  const silent = measures.filter(({ unheard }) => unheard === undefined);
  const told = silent.slice(0, mostTold).map(({ ref, since }) => {
    const seenOn = lastSeen(plan, ref, since);
    const days = daysBetween(since, today);
    const howLong = days === 0 ? "asked today" : `${days === 1 ? "1 day" : `${days} days`} without an answer, asked on ${inWords(since)}`;
    return `${ref}: ${howLong}${seenOn ? `; seen on ${inWords(seenOn)}` : ""}`;
  });
  const more = silent.length > mostTold ? [`and ${silent.length - mostTold} more`] : [];
  return {
    title: cutAtWord(lead, 200),
    lines: [...told, ...more, ...unheardInWords(measures)],
    ...(forwards && {
      link: "Text to forward ›",
      press: cardButton(`Text to forward to ${cutAtWord(lead, 60)}`, { verb: "showForward", plan: plan.id, lead }),
    }),
  };
}

/** Of which no answer could come. */
function unheardInWords(measures: readonly SilentMeasure[]): string[] {
  const refsOf = (why: Unheard) => measures.filter(({ unheard }) => unheard === why).map(({ ref }) => ref);
  const [unlinked, unreached, disowned] = [refsOf("nobodyLinked"), refsOf("notReached"), refsOf("disowned")];
  return [
    ...(unlinked.length > 0 ? [`Nobody is linked to this lead, so nobody could be asked about ${listed(unlinked)}.`] : []),
    ...(unreached.length > 0 ? [`A reminder of ${listed(unreached)} waits until they open Drumbeat.`] : []),
    ...(disowned.length > 0 ? [`Said not to be theirs, which waits to be decided: ${listed(disowned)}.`] : []),
  ];
}

function listed(refs: readonly string[]): string {
  return `${refs.slice(0, mostTold).join(", ")}${refs.length > mostTold ? ` and ${refs.length - mostTold} more` : ""}`;
}
