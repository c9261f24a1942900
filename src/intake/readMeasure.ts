import type { DuePhrase } from "../domain/duePhrase.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { DateMove, MeasureAsImported } from "../domain/measure.ts";
import { importReason } from "../domain/mergeMeasure.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import type { DueContext } from "../domain/readDuePhrase.ts";
import { readRating } from "../domain/readRating.ts";
import { alignSteps } from "./alignSteps.ts";
import { isBlank } from "./isBlank.ts";
import { type ReferredRow, wordsOf } from "./mintRefs.ts";
import type { LeadsOf } from "./planParts.ts";

/** What a row is read with that no row tells alone. */
export interface ReadWith {
  readonly scheme: RatingScheme;
  readonly leadsOf: LeadsOf;
  readonly dueContext: DueContext;
  /** A phrase of one line, read in that context. */
  readonly readDue: (phrase: string) => DuePhrase;
  readonly importedAsOf: LocalDate;
}

/** One row as a measure; what it waits for is told later, from all of them. */
export function readMeasure(row: ReferredRow, { scheme, leadsOf, ...readWith }: ReadWith): MeasureAsImported {
  const { cells } = row;
  const rating = readRating(scheme, cells.rating)?.label;
  const impact = readRating(scheme, cells.impact)?.label;
  const figures = figuresOf(row);
  const { due, moves } = dueOf(row, { leadsOf, ...readWith });
  return {
    ref: row.measureRef,
    ...(row.actionRef !== "" && { action: row.actionRef }),
    area: row.areaRef,
    ...(row.section && { section: row.section.ref }),
    words: isBlank(cells.measure) ? wordsOf(row) : cells.measure,
    leads: leadsOf(row),
    evidence: cells.evidence,
    due,
    ...(rating && { ratingAsImported: rating }),
    narrativeAsImported: cells.narrative,
    ...(impact && { impactAsImported: impact }),
    ...(!isBlank(cells.kind) && { kind: cells.kind.trim() }),
    ...(figures && { figures }),
    ...(!isBlank(cells.risk) && { risk: cells.risk }),
    ...(moves.length > 0 && { dateMoves: moves }),
    other: { ...row.other, ...unread(row, impact) },
  };
}

/** Dates line by line are their own leads'; a date that was put off, in a column or in words, is a move from the first. */
function dueOf(row: ReferredRow, { leadsOf, dueContext, readDue, importedAsOf }: Omit<ReadWith, "scheme">): { due: DuePhrase; moves: DateMove[] } {
  const { due: first, revised, lead } = row.cells;
  const split = (cell: string) => leadsOf({ ...row, cells: { ...row.cells, lead: cell } });
  const aligned = (cell: string) =>
    cell.includes("\n") ? alignSteps(lead, cell, Object.values(row.other), { context: dueContext, split }).due : readDue(cell);
  const original = aligned(first);
  const due = isBlank(revised) ? original : aligned(revised);
  const isMoved = !isBlank(revised) && !isBlank(first) && first.trim() !== revised.trim();
  const earlier = isMoved ? [...movedFrom(original), original] : movedFrom(due);
  return { due, moves: earlier.map((from) => ({ from, on: importedAsOf, reason: importReason })) };
}

/** Earliest first. */
function movedFrom({ movedFrom: from }: DuePhrase): DuePhrase[] {
  return from ? [...movedFrom(from), from] : [];
}

function figuresOf({ cells }: ReferredRow): MeasureAsImported["figures"] {
  const figures = (["baseline", "latest", "target", "expectedChange"] as const).filter((field) => !isBlank(cells[field])).map((field) => [field, cells[field]]);
  return figures.length > 0 ? Object.fromEntries(figures) : undefined;
}

/** Cells of columns that were recognised but find no place in a measure, under their own headings. */
function unread({ cells, table }: ReferredRow, impact: string | undefined): Record<string, string> {
  const { at, heading } = table.columns;
  const kept: Record<string, string> = {};
  if (at.outcome !== undefined) kept[heading.outcome] = cells.outcome;
  if (at.waitsFor !== undefined) kept[heading.waitsFor] = cells.waitsFor;
  if (at.impact !== undefined && !impact && !isBlank(cells.impact)) kept[heading.impact] = cells.impact;
  if (at.action !== undefined && table.kind === "measures") kept[heading.action] = cells.action;
  if (table.kind === "measures" && at.resources !== undefined) kept[heading.resources] = cells.resources;
  return kept;
}
