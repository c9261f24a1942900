import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { measuresInWords } from "../cards/peopleCard.ts";
import { replyCard } from "../cards/replyCard.ts";
import { type SilenceRow, silenceCard } from "../cards/silenceCard.ts";
import type { NoticedSoFar } from "../domain/delivery.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { planRound } from "../domain/planRound.ts";
import { type AskedInRound, type Round, roundMark, roundSubject } from "../domain/round.ts";
import { isSettled } from "../domain/standing.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { nameFor, whyNot } from "./undelivered.ts";

type State = "notReached" | "onItsWay" | "silent" | "seen" | "answered";

interface PersonInRound {
  readonly to: ObjectId;
  readonly name: string;
  readonly state: State;
  /** What is left to answer. */
  readonly open: readonly string[];
  readonly why?: string;
}

/** How the last round stands: who could not be reached and why, who is silent, who has seen it, who answered. For a programme manager. */
export async function composeRound(ports: Ports, { plan, today }: AtPlan): Promise<Message> {
  const round = plan.matters.rounds[roundSubject];
  if (!round) return noRound(plan);
  const known = new Map((await ports.people.all()).map((person) => [person.objectId, person]));
  const noticed = (await ports.plans.readWithNoticed(plan.id))?.noticed;
  const people = round.asked.map((one) => standOf(plan, round, one, noticed, nameFor(known.get(one.to), one.to)));
  const unlinked = planRound(plan, today, { area: round.area, days: daysBetween(round.on, today) + 1 }).unlinked;
  const of = (state: State) => people.filter((one) => one.state === state);
  const heading = `Round of ${inWords(round.on)}: ${of("answered").length} of ${people.length} answered`;
  const rows = [
    ...of("notReached").map((one) => rowOf(plan, one, `Could not be reached: ${one.why}.`)),
    ...[...unlinked].map(([lead, refs]) => rowOfLead(plan, lead, refs)),
    ...of("silent").map((one) => rowOf(plan, one, `No answer for ${days(round.on, today)}.`)),
    ...of("seen").map((one) => rowOf(plan, one, "Has seen it, and not answered yet.")),
    ...of("onItsWay").map((one) => rowOf(plan, one, "The message is on its way, or waits for the plan’s hour.")),
  ];
  const answered = of("answered").map(({ name }) => name);
  const card = silenceCard({
    planTitle: plan.title,
    heading,
    intro: [
      `Started by ${round.by.name}${round.area === undefined ? "" : `, for ${round.area}`}.`,
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

function standOf(plan: Plan, round: Round, { to, refs }: AskedInRound, noticed: NoticedSoFar | undefined, name: string): PersonInRound {
  const measures = plan.measures.filter(({ ref }) => refs.includes(ref));
  const open = measures.filter((one) => !isSettled(one, plan.scheme) && (one.standing?.latest?.at ?? "") < round.at).map(({ ref }) => ref);
  if (open.length === 0) return { to, name, state: "answered", open };
  const theirs = (noticed?.open ?? []).filter(({ notice, owedOn }) => notice.kind === "reminder" && notice.to === to && owedOn >= round.on);
  const why = theirs.map((one) => whyNot(one)).find((one) => one !== undefined);
  if (why) return { to, name, state: "notReached", open, why };
  const isAsked = refs.some((ref) => noticed?.marks.has(roundMark(to, ref, round)));
  if (theirs.length > 0 || !isAsked) return { to, name, state: "onItsWay", open };
  const seen = plan.matters.asking[to]?.seen ?? {};
  return { to, name, state: open.some((ref) => (seen[ref] ?? "") >= round.on) ? "seen" : "silent", open };
}

function rowOf(plan: Plan, { to, name, open }: PersonInRound, words: string): SilenceRow {
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
export function refsInWords(refs: readonly string[]): string {
  return `${measuresInWords(refs.length)}: ${cutAtWord(refs.join(", "), 200)}`;
}

function days(from: LocalDate, to: LocalDate): string {
  const count = daysBetween(from, to);
  return count === 0 ? "less than a day" : count === 1 ? "a day" : `${count} days`;
}
