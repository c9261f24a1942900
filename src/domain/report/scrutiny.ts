import { wordsOf } from "../confidential.ts";
import { lastDate } from "../duePhrase.ts";
import { daysBetween, inWords } from "../localDate.ts";
import { publicWords, toLookOver } from "../lookedOver.ts";
import type { Measure } from "../measure.ts";
import { movedDate, originalDue } from "../originalDue.ts";
import type { Change } from "../picture.ts";
import type { Area, Plan } from "../plan.ts";
import { findRating, type Rating } from "../ratingScheme.ts";
import { timesInWords } from "../slipInWords.ts";
import { ratingOf } from "../standing.ts";
import { isOverdue } from "../summary.ts";
import { aboutArea, areaHeading } from "./areaTables.ts";
import { directionOf } from "./changes.ts";
import { counted, lastDateCell } from "./measureCells.ts";
import type { Block, ReportPart } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";

/**
 * Each area in sentences, for readers from outside. Of what leads wrote only that is told which a programme manager looked
 * over for anything that identifies a child.
 */
export function scrutinyAreas(facts: ReportFacts): ReportPart[] {
  return [
    {
      heading: "Area by area",
      level: 1,
      blocks: [
        {
          kind: "words",
          words: `Where each area stands and what changed since ${inWords(facts.since)}. ${toldInWords(facts.plan)}`,
        },
      ],
    },
    ...facts.plan.areas.map((area): ReportPart => ({ heading: areaHeading(area), level: 2, blocks: inSentences(facts, area) })),
  ];
}

function toldInWords(plan: Plan): string {
  const all = toLookOver(plan).length;
  const told = plan.measures.filter((measure) => publicWords(plan, measure) !== undefined).length;
  if (told === 0) return "The words of those who lead the work are not in this report.";
  return `Of ${counted(all, "report")} by those who lead the work the words of ${told} are given: those looked over for the public.`;
}

function inSentences(facts: ReportFacts, area: Area): Block[] {
  const { plan, changes, since, asOf } = facts;
  const theirs = plan.measures.filter((measure) => measure.area === area.ref);
  const inArea = changes.filter((change) => change.area === area.ref);
  const changed = inArea.flatMap((change) => rated(change, plan));
  const movedRefs = new Set(inArea.filter(({ did }) => did.kind === "moved").map(({ ref }) => ref));
  const moved = theirs
    .filter(({ ref }) => movedRefs.has(ref))
    .map(
      (measure) =>
        `${named(plan, measure)}: at first ${lastDateCell(originalDue(measure))}, now ${lastDateCell(measure.due)}, moved ${timesInWords(movedDate(measure)?.moves ?? 1)}.`,
    );
  const said = theirs.flatMap((measure) => {
    const words = publicWords(plan, measure);
    return words === undefined ? [] : [`${named(plan, measure)}: ${words}`];
  });
  const late = theirs
    .filter((measure) => isOverdue(measure, plan.scheme, asOf))
    .map(
      (measure) => `${named(plan, measure)}: was due ${lastDateCell(measure.due)}, ${counted(daysBetween(lastDate(measure.due) ?? asOf, asOf), "day")} ago.`,
    );
  return [
    ...aboutArea(plan, area, asOf, "public"),
    ...list("What changed:", changed, theirs.some((measure) => ratingOf(measure, plan.scheme)) ? `No rating has changed since ${inWords(since)}.` : undefined),
    ...list("Overdue:", late),
    ...list("Dates that moved:", moved),
    ...list("In the words of those who lead the work:", said),
  ];
}

function list(title: string, points: readonly string[], otherwise?: string): Block[] {
  if (points.length > 0)
    return [
      { kind: "words", words: title },
      { kind: "points", points },
    ];
  return otherwise === undefined ? [] : [{ kind: "words", words: otherwise }];
}

function named(plan: Plan, measure: Measure): string {
  return inLine(measure.ref, wordsOf(plan, measure));
}

function inLine(ref: string, words: string): string {
  return `${ref} ${words.replace(/[.;,]?\s*\n\s*/g, "; ").replace(/[.;:,\s]+$/, "")}`;
}

function rated(change: Change, { scheme }: Plan): string[] {
  const { did } = change;
  if (did.kind === "proposed") return [`${inLine(change.ref, change.words)}: ${directionOf(did)}, waiting for the board.`];
  if (did.kind !== "rated") return [];
  return [`${inLine(change.ref, change.words)}: ${directionOf(did)}, ${inFull(findRating(scheme, did.from))} then, ${inFull(findRating(scheme, did.to))} now.`];
}

function inFull(rating: Rating | undefined): string {
  return rating ? `${rating.label}${rating.meaning === "" ? "" : ` (${rating.meaning.toLowerCase()})`}` : "no status";
}
