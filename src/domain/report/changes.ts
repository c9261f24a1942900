import { apartInWords } from "../apartInWords.ts";
import { lastDate } from "../duePhrase.ts";
import { inWords } from "../localDate.ts";
import { movedDate, originalDue } from "../originalDue.ts";
import type { Measure } from "../plan.ts";
import type { Rating } from "../ratingScheme.ts";
import { noStatus } from "../summary.ts";
import { lastDateCell } from "./measureCells.ts";
import { type RatingChange, ratingChanges } from "./ratingChanges.ts";
import { type Cell, type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";
import { sentenceCase } from "./sentenceCase.ts";

/** Whose rating is another one, with what its lead said; worse first. */
export function changes({ plan, before, since }: ReportFacts): ReportPart {
  const found = ratingChanges(before, plan).toSorted((a, b) => weight(a) - weight(b));
  const rows = found.map(({ measure, from, to, direction }) =>
    rowOf(measure.ref, measure.words, ratingCell(from), ratingCell(to), sentenceCase(direction), measure.standing?.latest?.narrative ?? ""),
  );
  return {
    heading: `Changes since ${inWords(since)}`,
    level: 1,
    blocks: [
      tableOr(
        { name: "Changes", columns: ["Ref", "Measure", "Then", "Now", "Change", "What its lead says"], rows, wide: true },
        `No rating has changed since ${inWords(since)}.`,
      ),
    ],
  };
}

/** Every date that is not the first one, longest slipped first. */
export function dateMoves({ plan }: ReportFacts): ReportPart {
  const moved = plan.measures.filter((measure) => movedDate(measure)).toSorted((a, b) => slip(b) - slip(a));
  const rows = moved.map((measure) =>
    rowOf(
      measure.ref,
      measure.words,
      lastDateCell(originalDue(measure)),
      lastDateCell(measure.due),
      movedDate(measure)?.moves ?? 0,
      slipInWords(measure),
      (measure.dateMoves ?? []).map(({ on, reason }) => `${inWords(on)}: ${reason === "import" ? "with a new version of the plan" : reason}`).join("\n"),
    ),
  );
  const columns = ["Ref", "Measure", "Original date", "Current date", "Moves", "Difference", "Why it moved"];
  return { heading: "Dates that moved", level: 1, blocks: [tableOr({ name: "Dates", columns, rows, wide: true }, "No date has moved since the plan began.")] };
}

function slip(measure: Measure): number {
  const [from, to] = [lastDate(originalDue(measure)), lastDate(measure.due)];
  return from && to ? Date.parse(to) - Date.parse(from) : 0;
}

function slipInWords(measure: Measure): string {
  const [from, to] = [lastDate(originalDue(measure)), lastDate(measure.due)];
  return from && to ? apartInWords(from, to) : "";
}

function ratingCell(rating: Rating | undefined): Cell {
  return rating ? { kind: "rating", rating, words: rating.label } : noStatus;
}

const weights = { worse: 0, "rated otherwise": 1, better: 2, "proposed complete": 3 } as const;

function weight({ direction }: RatingChange): number {
  return weights[direction];
}
