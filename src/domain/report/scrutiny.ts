import { lastDate } from "../duePhrase.ts";
import { daysBetween, inWords } from "../localDate.ts";
import { originalDue } from "../originalDue.ts";
import type { Area } from "../plan.ts";
import type { Rating } from "../ratingScheme.ts";
import { ratingOf } from "../standing.ts";
import { isOverdue } from "../summary.ts";
import { aboutArea, areaHeading } from "./areaTables.ts";
import { counted, lastDateCell } from "./measureCells.ts";
import { movedSince, ratingChanges } from "./ratingChanges.ts";
import type { Block, ReportPart } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";

/**
 * Each area in sentences, for readers from outside. Leads' own words are left out: somebody has to look them over
 * first for anything that identifies a child.
 */
export function scrutinyAreas(facts: ReportFacts): ReportPart[] {
  return [
    {
      heading: "Area by area",
      level: 1,
      blocks: [
        {
          kind: "words",
          words: `Where each area stands and what changed since ${inWords(facts.since)}. The words of those who lead the work are not in this report.`,
        },
      ],
    },
    ...facts.plan.areas.map((area): ReportPart => ({ heading: areaHeading(area), level: 2, blocks: inSentences(facts, area) })),
  ];
}

function inSentences(facts: ReportFacts, area: Area): Block[] {
  const { plan, before, since, asOf } = facts;
  const theirs = plan.measures.filter((measure) => measure.area === area.ref);
  const changed = ratingChanges(before, plan)
    .filter(({ measure }) => measure.area === area.ref)
    .map(({ measure, from, to, direction }) => `${named(measure)}: ${direction}, ${inFull(from)} then, ${inFull(to)} now.`);
  const moved = movedSince(plan, since, asOf)
    .filter((measure) => measure.area === area.ref)
    .map((measure) => `${named(measure)}: first ${lastDateCell(originalDue(measure))}, now ${lastDateCell(measure.due)}.`);
  const late = theirs
    .filter((measure) => isOverdue(measure, plan.scheme, asOf))
    .map((measure) => `${named(measure)}: was due ${lastDateCell(measure.due)}, ${counted(daysBetween(lastDate(measure.due) ?? asOf, asOf), "day")} ago.`);
  return [
    ...aboutArea(plan, area, asOf),
    ...list("What changed:", changed, theirs.some((measure) => ratingOf(measure, plan.scheme)) ? `No rating has changed since ${inWords(since)}.` : undefined),
    ...list("Overdue:", late),
    ...list("Dates that moved:", moved),
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

function named({ ref, words }: { readonly ref: string; readonly words: string }): string {
  return `${ref} ${words.replace(/[.;,]?\s*\n\s*/g, "; ").replace(/[.;:,\s]+$/, "")}`;
}

function inFull(rating: Rating | undefined): string {
  return rating ? `${rating.label}${rating.meaning === "" ? "" : ` (${rating.meaning.toLowerCase()})`}` : "no status";
}
