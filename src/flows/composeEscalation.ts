import { dueInWords, lastRating } from "../cards/askInWords.ts";
import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord, excerpt } from "../cards/cutAtWord.ts";
import { measuresInWords } from "../cards/peopleCard.ts";
import { type SilenceRow, silenceCard } from "../cards/silenceCard.ts";
import { answerersOf } from "../domain/askedFor.ts";
import { askLine } from "../domain/askLine.ts";
import { isConfidential } from "../domain/confidential.ts";
import type { EscalatedMeasure, EscalationLevel, Notice } from "../domain/delivery.ts";
import { defaultPatience, toldAt } from "../domain/escalationsOwed.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { mayAnswer, type Standpoint } from "../domain/permission.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { silenceEnded } from "../domain/silence.ts";
import type { Message } from "../ports.ts";

interface Escalated extends EscalatedMeasure {
  readonly measure: Measure;
  readonly told: ReturnType<typeof toldAt>;
}

/**
 * Overdue measures nobody answers for, as one card to somebody above their leads. What was answered, moved or completed since
 * is left out, and so is what is not this person's to hear any more (law 5).
 *
 * @returns undefined when nothing is left
 */
export function composeEscalation(
  plan: Plan,
  person: Standpoint,
  { measures }: Extract<Notice, { kind: "escalation" }>,
  today: LocalDate,
  admins: readonly ObjectId[],
): Message | undefined {
  const escalated = measures.flatMap((one): Escalated[] => {
    const measure = plan.measures.find(({ ref }) => ref === one.ref);
    if (!measure || silenceEnded(plan, measure, one)) return [];
    const told = toldAt(plan, measure, one.level, admins);
    return told.people.includes(person.objectId) ? [{ ...one, measure, told }] : [];
  });
  const [first] = escalated;
  if (!first) return undefined;
  const heading = `Nobody answers for ${escalated.length === 1 ? first.ref : measuresInWords(escalated.length)}`;
  const patience = plan.settings.patience ?? defaultPatience;
  const mayEnter = escalated.some(({ measure }) => mayAnswer(person, measure));
  const card = silenceCard({
    planTitle: plan.title,
    heading,
    intro: `A date has gone by, ${whoWasAsked(escalated.map(({ measure }) => answerersOf(plan, measure).length > 0))}, and for at least ${patience} working days nobody answered. Please speak to them${mayEnter ? "; what you hear you can also enter for them" : ", and ask them to answer me"}.`,
    rows: escalated.map((one) => rowOf(plan, one, person, today)),
    rest: "type silent",
    quote: toForward(plan, escalated, today),
    buttons: [cardButton("Everybody who is silent", { verb: "say", words: "silent" })],
  });
  return { card, alert: `${plan.title}: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}` };
}

/** @param linked - of each measure, whether anybody is linked to a lead of it */
function whoWasAsked(linked: readonly boolean[]): string {
  if (linked.every((one) => one)) return "I asked the leads";
  return linked.some((one) => one) ? "I asked those leads whom somebody is linked to" : "I could not ask the leads because nobody is linked to them";
}

const holders: Readonly<Record<EscalationLevel, string>> = {
  sro: "Nobody is named as senior responsible officer of this area, so you are told.",
  chair: "Nobody is named as chair, so you are told.",
  above: "Nobody holds the role above the chair, so you are told.",
};

function rowOf(plan: Plan, { ref, measure, level, since, date, told }: Escalated, person: Standpoint, today: LocalDate): SilenceRow {
  const isLinked = answerersOf(plan, measure).length > 0;
  const leads = measure.leads.join(" and ") || "nobody who is named";
  const asked = isLinked
    ? `Asked on ${inWords(since)}; no answer since.`
    : `Nobody is linked to ${measure.leads.length > 1 ? "them" : "it"}, so nobody could be asked.`;
  const mayReport = mayAnswer(person, measure);
  return {
    title: `${ref}: ${excerpt(measure.words, 120)}`,
    lines: [
      `${dueInWords(measure.due)}, ${daysBetween(date, today)} days ago. ${lastRating(askLine(plan, measure, today))}`,
      `Led by ${cutAtWord(leads, 150)}. ${asked}`,
      ...(told.standsIn ? [holders[level]] : []),
    ],
    link: mayReport ? "Answer for the lead ›" : "History ›",
    press: mayReport
      ? cardButton(`Answer ${ref} for the lead`, { verb: "openForm", plan: plan.id, ref })
      : cardButton(`History of ${ref}`, { verb: "showHistory", plan: plan.id, ref }),
  };
}

/** A body without an account here gets a list through a programme manager. */
function toForward(plan: Plan, escalated: readonly Escalated[], today: LocalDate): { title: string; words: string } | undefined {
  const [kept, forwarded] = [true, false].map((confidential) =>
    escalated.filter(({ told, measure }) => told.forwards && isConfidential(plan, measure) === confidential),
  ) as [Escalated[], Escalated[]];
  const [first] = forwarded;
  if (!first) return undefined;
  const lines = forwarded.map(
    ({ ref, measure, date, since }) =>
      `${ref}, ${excerpt(measure.words, 90)}: was due ${inWords(date)} (${daysBetween(date, today)} days ago); its lead (${measure.leads.join(" and ") || "not named"}) ${answerersOf(plan, measure).length > 0 ? `has not answered since ${inWords(since)}` : "could not be asked yet"}.`,
  );
  const leftOut = kept.length > 0 ? [`(${kept.length} confidential ${kept.length === 1 ? "item is" : "items are"} left out.)`] : [];
  return { title: `To forward to ${first.told.forwards}`, words: [`Overdue and without an answer, ${inWords(today)}:`, ...lines, ...leftOut].join("\n") };
}
