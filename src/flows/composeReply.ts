import { dueInWords, lastRating } from "../cards/askInWords.ts";
import { cardButton } from "../cards/cardButton.ts";
import { movedInWords } from "../cards/dateInWords.ts";
import { type Reply, replyCard } from "../cards/replyCard.ts";
import { askLine, measuresLedBy, measuresOf } from "../domain/askLine.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { movedDate } from "../domain/originalDue.ts";
import { dateDeciderOf, leadsAnything } from "../domain/permission.ts";
import type { Said } from "../domain/said/said.ts";
import { fileSpeaksOf } from "../domain/standing.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { deciderInWords } from "./composeDateForm.ts";
import { factsOfPlace } from "./factsOfPlace.ts";

type Matter = Extract<Said, { kind: "question" | "pleasantry" }>;

/** A person who says which means a few; of more nothing is told one by one. */
const fewRefs = 3;
const mine = cardButton("My measures", { verb: "say", words: "mine" });
const summary = cardButton("Summary", { verb: "say", words: "summary" });

/** Answers what was said in words and records nothing of a measure: whose it is, why it came, who set a date, thanks. */
export function composeReply(at: AtPlan, said: Matter, words: string): Message {
  switch (said.kind) {
    case "pleasantry":
      return said.yesOrNo ? { text: notAsked, alert: "Nothing was recorded" } : { text: nod(at), alert: "Noted" };
    case "question":
      return shown(at, { heading: headings[said.about], lines: answerTo(at, said, words) }, said.refs);
  }
}

/** What could not be taken, with the words that were typed. */
export function keepTyped(at: AtPlan, sentence: string, words: string): Message {
  return shown(at, { heading: "Nothing was recorded", lines: [sentence], quote: { title: "You typed", words } });
}

const notAsked =
  "I have not asked you a yes or no question, so nothing was recorded. To report on a measure, write its reference and how it is going, such as “1.1.1-1 green, all staff trained”, or type “mine”.";

const headings = {
  whyMe: "Why this came to you",
  date: "Where the date comes from",
  rating: "Where the rating comes from",
  lead: "Who leads it",
  closing: "How a measure is closed",
  other: "Drumbeat",
} as const;

function shown({ plan, person }: AtPlan, reply: Omit<Reply, "planTitle" | "buttons">, refs: readonly string[] = []): Message {
  const [ref, ...others] = refs;
  const history = ref !== undefined && others.length === 0 ? [cardButton(`History of ${ref}`, { verb: "showHistory", plan: plan.id, ref })] : [];
  return { card: replyCard({ ...reply, planTitle: plan.title, buttons: [...history, leadsAnything(plan, person) ? mine : summary] }), alert: reply.heading };
}

function nod({ plan, person, today }: AtPlan): string {
  const open = measuresLedBy(plan, person, today).length;
  const left = open === 1 ? "One measure of yours is open" : `${open} measures of yours are open`;
  return open === 0
    ? "Noted. Nothing waits for you here; “summary” shows where the plan stands."
    : `Noted. ${left}: type “mine” to see ${open === 1 ? "it" : "them"}.`;
}

function rhythm({ plan: { settings } }: AtPlan): string {
  const days = settings.leadTimes.toSorted((a, b) => b - a).join(", ");
  return `I ask ${days} days before a date, and every ${settings.chaseEveryDays} days once it has gone by.`;
}

function answerTo(at: AtPlan, { about, refs }: Extract<Said, { kind: "question" }>, words: string): string[] {
  const { plan, person } = at;
  if (about === "whyMe") {
    const you = person.leads.length > 0 ? `You are linked to ${plan.title} as ${person.leads.join(" and as ")}.` : `You hold a part in ${plan.title}.`;
    return [
      you,
      `This bot asks leads where their measures stand, so that the board knows. ${rhythm(at)}`,
      "To hear less, answer before a date falls due: I remind only of what is still open. If something is not yours, write “not mine” and whose it is. To leave altogether, ask the programme manager to unlink you.",
    ];
  }
  if (about === "closing")
    return [
      "Where it is done, answer “complete” and say what shows it; the board signs it off.",
      "Where it is not needed any more, answer with why. The chair or the programme manager can then release it, and you are asked about it no longer.",
    ];
  if (refs.length === 0 || refs.length > fewRefs) {
    const facts = about === "lead" || about === "date" ? factsOfPlace(plan, words, about) : undefined;
    return facts ?? ["Say which measure you mean, by its reference, or look at your list."];
  }
  const measures = measuresOf(plan, refs);
  const lines = measures.map((measure) => factOf(at, measure, about));
  if (about !== "date") return lines;
  const deciders = [...new Set(measures.map((measure) => deciderInWords(dateDeciderOf(plan, measure))))];
  return [
    ...lines,
    `To ask for another date, write until when and why, such as “need until 31 January because the tender was late”. It is decided by ${deciders.join(" and ")}.`,
  ];
}

function factOf({ plan, today }: AtPlan, measure: Measure, about: "date" | "rating" | "lead" | "other"): string {
  const { ref, leads, due, standing, dateMoves } = measure;
  if (about === "lead") return `${ref} is led by ${leads.join(" and ") || "nobody who is named"}.`;
  if (about === "date") {
    const last = dateMoves?.at(-1);
    const moved = last
      ? `${movedInWords(due, movedDate(measure))}. Last moved on ${inWords(last.on)}: ${last.reason}.`
      : `It stands in the plan as imported on ${inWords(fileSpeaksOf(measure, plan))}.`;
    return `${ref}: ${dueInWords(due)}. ${moved}`;
  }
  const latest = standing?.latest;
  const by = latest ? `Given by ${latest.by.name}: “${latest.narrative}”` : "It came with the plan’s file.";
  return `${ref}: ${lastRating(askLine(plan, measure, today))}. ${by}`;
}
