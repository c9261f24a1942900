import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { measuresInWords } from "../cards/peopleCard.ts";
import { replyCard } from "../cards/replyCard.ts";
import { type SilenceRow, silenceCard } from "../cards/silenceCard.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { planRound } from "../domain/planRound.ts";
import { isUnderWay, type Round, roundSubject, roundsOf } from "../domain/round.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { type PersonInRounds, peopleInRounds } from "./peopleInRounds.ts";
import { nameFor } from "./undelivered.ts";

type Named = PersonInRounds & { readonly name: string };

/**
 * How the rounds under way stand, or the last where none is: who could not be reached and why, who is silent, who has seen it, who
 * answered. For a programme manager.
 */
export async function composeRound(ports: Ports, { plan, today }: AtPlan): Promise<Message> {
  const all = roundsOf(plan.matters.rounds[roundSubject]);
  const underWay = all.filter((round) => isUnderWay(round, today));
  const rounds = underWay.length > 0 ? underWay : all.slice(-1);
  const [first] = rounds;
  if (!first) return noRound(plan);
  const known = new Map((await ports.people.all()).map((person) => [person.objectId, person]));
  const noticed = (await ports.plans.readWithNoticed(plan.id))?.noticed;
  const people = peopleInRounds(plan, rounds, noticed).map((one): Named => ({ ...one, name: nameFor(known.get(one.to), one.to) }));
  const of = (state: Named["state"]) => people.filter((one) => one.state === state);
  const heading = `${rounds.length === 1 ? "Round of" : `${rounds.length} rounds since`} ${inWords(first.on)}: ${of("answered").length} of ${people.length} answered`;
  const rows = [
    ...of("notReached").map((one) => rowOf(plan, one, `Could not be reached: ${one.why}.`)),
    ...[...unlinkedIn(plan, rounds, today)].map(([lead, refs]) => rowOfLead(plan, lead, refs)),
    ...of("silent").map((one) => rowOf(plan, one, `No answer for ${days(one.since ?? first.on, today)}.`)),
    ...of("seen").map((one) => rowOf(plan, one, "Has seen it, and not answered yet.")),
    ...of("onItsWay").map((one) => rowOf(plan, one, "The message is on its way, or waits for the plan’s hour.")),
  ];
  const answered = of("answered").map(({ name }) => name);
  const card = silenceCard({
    planTitle: plan.title,
    heading,
    intro: [
      cutAtWord(`Started by ${[...new Set(rounds.map(startedBy))].join("; ")}.`, 400),
      answered.length > 0 ? `Answered: ${cutAtWord(answered.join(", "), 600)}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    rows,
    rest: "they come up as these answer",
    buttons: [cardButton("A new round", { verb: "say", words: "round now" })],
  });
  return { card, alert: heading };
}

function noRound(plan: Plan): Message {
  const heading = "No round was started yet";
  const lines = ["A round asks every lead with open measures today, once. “round now” says first how many that are, and asks nobody before you press Start."];
  const buttons = [cardButton("Look at a new round", { verb: "say", words: "round now" })];
  return { card: replyCard({ planTitle: plan.title, heading, lines, buttons }), alert: heading };
}

function startedBy({ by, area }: Round): string {
  return `${by.name}${area === undefined ? "" : `, for ${area}`}`;
}

/** Leads nobody is linked to, as written, with what the rounds would have asked them. */
function unlinkedIn(plan: Plan, rounds: readonly Round[], today: LocalDate): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { area, on } of rounds)
    for (const [lead, refs] of planRound(plan, today, { area, days: daysBetween(on, today) + 1 }).unlinked)
      found.set(lead, [...new Set([...(found.get(lead) ?? []), ...refs])]);
  return found;
}

function rowOf(plan: Plan, { to, name, open }: Named, words: string): SilenceRow {
  return {
    title: name,
    lines: [words, `Open: ${refsInWords(open)}`],
    link: "Text to forward ›",
    press: cardButton(`Text to forward to ${name}`, { verb: "showForward", plan: plan.id, to }),
  };
}

function rowOfLead(plan: Plan, lead: string, refs: readonly string[]): SilenceRow {
  return {
    title: cutAtWord(lead, 200),
    lines: ["Could not be reached: nobody is linked to this lead.", `Open: ${refsInWords(refs)}`],
    link: "Text to forward ›",
    press: cardButton("Text to forward", { verb: "showForward", plan: plan.id, lead }),
  };
}

/** `3 measures: 1.1.1-1, 1.1.1-2, 1.1.1-3` */
function refsInWords(refs: readonly string[]): string {
  return `${measuresInWords(refs.length)}: ${cutAtWord(refs.join(", "), 200)}`;
}

function days(from: LocalDate, to: LocalDate): string {
  const count = daysBetween(from, to);
  return count === 0 ? "less than a day" : count === 1 ? "a day" : `${count} days`;
}
