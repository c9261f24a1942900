import { dueInWords, lastRating, nextStepInWords } from "../cards/askInWords.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { escapeMarkdown } from "../cards/escape.ts";
import { askLine } from "../domain/askLine.ts";
import type { Measure } from "../domain/measure.ts";
import { targetOf } from "../domain/trajectory.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { leadsInWords } from "./composeForm.ts";

/** More would be no e-mail anybody answers. */
const mostMeasures = 12;

/**
 * What a lead who has no account here is asked, as plain text to be copied into an e-mail: each measure with its words,
 * date and last rating, what the ratings mean, and where to send the answer.
 */
export function composeEmail(at: AtPlan, measures: readonly Measure[]): Message {
  return { text: escapeMarkdown(emailText(at, measures)), alert: "Text for an e-mail" };
}

/** The plain text alone. */
export function emailText({ plan, today, name }: AtPlan, measures: readonly Measure[]): string {
  const some = measures.slice(0, mostMeasures);
  const left = measures.length - some.length;
  const [first] = some;
  const leads = [...new Set(some.map(leadsInWords))].join("; ");
  return [
    `Subject: ${plan.title}: where ${some.length === 1 ? `${first?.ref} stands` : `${some.length} measures stand`}`,
    `You are named in the ${plan.title} as ${leads}. The board needs to know where the following ${some.length === 1 ? "measure stands" : "measures stand"}.`,
    ...some.flatMap((measure) => measureLines(measure, askLine(plan, measure, today), targetOf(measure, today))),
    ...(left > 0 ? [`${left} more will follow.`] : []),
    "Please answer for each with its reference, one of the ratings below, and a sentence or two on what has happened and what happens next. Please do not name a child or family.",
    ...plan.scheme.ratings.map(({ label, meaning }) => `${label}: ${meaning || "as the plan uses it"}`),
    `For example: ${first?.ref} ${plan.scheme.ratings.find(({ kind }) => kind === "onTrack")?.label ?? plan.scheme.ratings[0]?.label}. What has happened, and what happens next.`,
    `Reply to this e-mail. ${name || "Whoever sent it"} puts your answer into the plan on your behalf, and its history says so.`,
  ].join("\n");
}

function measureLines({ ref, words }: Measure, line: ReturnType<typeof askLine>, target: string | undefined): string[] {
  const facts = [dueInWords(line.due), nextStepInWords(line), lastRating(line), target && `Target: ${target}`].filter(Boolean);
  return [`${ref}: ${cutAtWord(words, 500)}`, `${facts.join(". ")}.`];
}
