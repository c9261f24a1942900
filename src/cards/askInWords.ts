import type { AskLine } from "../domain/askLine.ts";
import { type DuePhrase, lastDate, type Milestone } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { movedInWords, newDateInWords } from "./dateInWords.ts";
import { ratingInWords } from "./ratingStyle.ts";

/** How pressing the matter is, in words and as a text colour. */
export function urgency(line: AskLine): { words: string; colour: "Default" | "Attention" | "Warning" | "Good" } {
  const { why } = line;
  switch (why.kind) {
    case "overdue":
      return { words: `${days(why.daysOverdue)} overdue`, colour: "Attention" };
    case "milestonePassed":
      return { words: `${milestoneInWords(why.passed)} went by without an update`, colour: "Warning" };
    case "ahead":
      return { words: why.next.on === lastDate(line.due) ? aheadInWords(why.daysLeft) : toMilestoneInWords(why.daysLeft), colour: "Default" };
    case "toBeAgreed":
      return why.daysLate > 0
        ? { words: `A date was to be agreed by ${inWords(why.by)}`, colour: "Warning" }
        : { words: `A date is to be agreed by ${inWords(why.by)}`, colour: "Default" };
    case "waiting":
      return { words: `Waits for ${listed(why.awaited)}: nothing is asked until then`, colour: "Default" };
    case "noDate":
      return { words: "No date to work to", colour: "Default" };
    case "released":
      return { words: `Released from monitoring on ${inWords(why.on)}`, colour: "Default" };
    case "settled":
      return { words: line.proposedComplete ? "Proposed complete, waiting for the board" : "Complete", colour: "Good" };
  }
}

function aheadInWords(daysLeft: number): string {
  return daysLeft === 0 ? "Due today" : daysLeft === 1 ? "Due tomorrow" : `${days(daysLeft)} left`;
}

/** Where the measure itself is due later: the line below names its date. */
function toMilestoneInWords(daysLeft: number): string {
  return daysLeft === 0 ? "Next milestone today" : daysLeft === 1 ? "Next milestone tomorrow" : `${days(daysLeft)} to the next milestone`;
}

/** `Due 31 December 2022 (written: December 2022 (interim milestone in July 2022))` */
export function dueInWords(due: DuePhrase): string {
  const written = due.asWritten.trim() === "" ? "no date is written" : `written: ${excerpt(due.asWritten, 120)}`;
  return `${readInWords(due)} (${written})`;
}

/** What the date was at first and what it may become; empty for one that never moved and of which no other is asked for. */
export function otherDatesInWords({ due, moved, asked }: AskLine): string[] {
  const wanted = asked && `Asked for and not decided: ${newDateInWords(due, asked)}`;
  return [movedInWords(due, moved), wanted].filter((words) => words !== undefined);
}

function readInWords(due: DuePhrase): string {
  const last = lastDate(due);
  switch (due.kind) {
    case "recurring":
      return last ? `Comes round ${due.every} until ${inWords(last)}` : `Comes round ${due.every}`;
    case "startOnly":
      return `Starts ${inWords(due.from)}, no end date`;
    case "toBeAgreed":
      return due.by ? `Date to be agreed by ${inWords(due.by)}` : "Date to be agreed";
    case "invalid":
      return "Date could not be read";
    default:
      return last ? `Due ${inWords(last)}` : "No date";
  }
}

/** What the next date asks for; undefined when the due line has said all of it. */
export function nextStepInWords({ due, why }: AskLine): string | undefined {
  if (why.kind !== "ahead" && why.kind !== "milestonePassed") return undefined;
  const left = why.kind === "milestonePassed" ? `${days(why.daysLeft)} left` : undefined;
  if (why.next.on !== lastDate(due)) return [`Next: ${lowerFirst(milestoneInWords(why.next))}`, left].filter(Boolean).join(", ");
  const target = why.next.target === undefined ? undefined : `Target: ${why.next.target}`;
  return [left, target].filter(Boolean).join(". ") || undefined;
}

/** The rating in force and when it was given. */
export function lastRating({ rating, ratedOn, proposedComplete }: AskLine): string {
  if (!rating) return proposedComplete ? "Proposed complete, not rated before" : "Not rated yet";
  const when = ratedOn ? ` (${inWords(ratedOn)})` : "";
  return proposedComplete ? `Stays ${ratingInWords(rating)}${when} until the board signs it off` : `Last rating: ${ratingInWords(rating)}${when}`;
}

/** `Sent back by Cath Chair, 3 October 2022: “Show that it lasted a term.”` */
export function openAgainInWords({ openAgain }: AskLine, most: number): string | undefined {
  if (!openAgain) return undefined;
  const { kind, by, on, narrative } = openAgain;
  return `${kind === "sentBack" ? "Sent back" : "Reopened"} by ${by.name}, ${inWords(on)}: “${cutAtWord(narrative, most)}”`;
}

/** `Milestone of 30 September 2022 (177 weeks)`; the plan's own word for the step where it has one. */
function milestoneInWords({ on, label, target }: Milestone): string {
  // A phrase such as "interim milestones in July and December" names several; this is one of them.
  const name = label === undefined || label === "" ? "Milestone" : upperFirst(label.replace(/milestones$/i, "milestone"));
  return `${name} of ${inWords(on)}${target === undefined ? "" : ` (${target})`}`;
}

/** `Can start now: 1.1.2-1 is complete`; undefined for a measure that waited for nothing. */
export function startInWords({ canStart }: AskLine): string | undefined {
  return canStart && `Can start now: ${listed(canStart)} ${canStart.length === 1 ? "is" : "are"} complete`;
}

/** `1.1.1-1`, `1.1.1-1 and 1.1.1-2`; of many the first few. */
function listed(refs: readonly string[]): string {
  const shown = refs.length > 4 ? [...refs.slice(0, 3), `${refs.length - 3} more`] : refs;
  return [shown.slice(0, -1).join(", "), ...shown.slice(-1)].filter(Boolean).join(" and ");
}

/** `1 day`, `14 days` */
export function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
