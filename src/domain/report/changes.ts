import { wordsOf } from "../confidential.ts";
import { lastDate } from "../duePhrase.ts";
import { inWords } from "../localDate.ts";
import type { Measure } from "../measure.ts";
import { movedDate, originalDue } from "../originalDue.ts";
import type { Change } from "../picture.ts";
import type { Plan } from "../plan.ts";
import { findRating } from "../ratingScheme.ts";
import { slipInWords, timesInWords } from "../slipInWords.ts";
import { noStatus } from "../summary.ts";
import { lastDateCell, moveReason } from "./measureCells.ts";
import { type Cell, type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";
import { sentenceCase } from "./sentenceCase.ts";

/** What changed, worse first, each with the reason its lead or the board gave. */
export function changes({ plan, changes: found, since }: ReportFacts): ReportPart {
  const rows = found.map(({ ref, words, did, reason = "" }) => {
    const why = did.kind === "moved" ? moveReason(reason) : reason;
    return rowOf(ref, words, ...thenAndNow(did, plan), sentenceCase(directionOf(did)), why);
  });
  return {
    heading: `Changes since ${inWords(since)}`,
    level: 1,
    blocks: [
      tableOr(
        { name: "Changes", columns: ["Ref", "Measure", "Then", "Now", "Change", "Why"], rows, wide: true },
        `Nothing has changed since ${inWords(since)}.`,
      ),
    ],
  };
}

function thenAndNow(did: Change["did"], plan: Pick<Plan, "scheme">): [Cell, Cell] {
  switch (did.kind) {
    case "rated":
      return [labelCell(did.from, plan), labelCell(did.to, plan)];
    case "moved":
      return [did.from ? inWords(did.from) : "No date", did.to ? inWords(did.to) : "No date"];
    default:
      return ["", ""];
  }
}

/** A rating by its label. */
export function labelCell(label: string | undefined, { scheme }: Pick<Plan, "scheme">): Cell {
  const rating = findRating(scheme, label);
  return rating ? { kind: "rating", rating, words: rating.label } : noStatus;
}

/** What a change was, as one word or two: `better`, `date moved`. */
export function directionOf(did: Change["did"]): string {
  switch (did.kind) {
    case "rated":
      if (did.way !== "neither") return did.way;
      return did.from === undefined ? "rated for the first time" : "rated otherwise";
    case "proposed":
      return "proposed complete";
    case "moved":
      return "date moved";
    case "added":
      return "new in the plan";
    case "gone":
      return "no longer in the plan";
  }
}

/** Every date that is not the first one, longest slipped first. */
export function dateMoves({ plan }: ReportFacts): ReportPart {
  const moved = plan.measures.filter((measure) => movedDate(measure)).toSorted((a, b) => slip(b) - slip(a));
  const rows = moved.map((measure) =>
    rowOf(
      measure.ref,
      wordsOf(plan, measure),
      lastDateCell(originalDue(measure)),
      lastDateCell(measure.due),
      timesInWords(movedDate(measure)?.moves ?? 0),
      slipInWords(originalDue(measure), measure.due) ?? "",
      (measure.dateMoves ?? []).map(({ on, reason }) => [inWords(on), moveReason(reason)].filter(Boolean).join(": ")).join("\n"),
    ),
  );
  const columns = ["Ref", "Measure", "At first", "Now", "Moved", "Difference", "Why it moved"];
  return { heading: "Dates that moved", level: 1, blocks: [tableOr({ name: "Dates", columns, rows, wide: true }, "No date has moved since the plan began.")] };
}

function slip(measure: Measure): number {
  const [from, to] = [lastDate(originalDue(measure)), lastDate(measure.due)];
  return from && to ? Date.parse(to) - Date.parse(from) : 0;
}
