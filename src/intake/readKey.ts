import { statusSaid } from "../domain/readRating.ts";
import { isWordless } from "./colouredCells.ts";
import { looksLikeRating } from "./columnValues.ts";
import { foldHeading } from "./planFields.ts";
import type { Sheet } from "./workbook.ts";

export interface KeyEntry {
  readonly label: string;
  readonly meaning: string;
}

/** More ratings than this are a table of something else. */
const mostRatings = 8;

/**
 * Reads a key of ratings: a small table of two columns with a colour, named or shown, and what it means, each colour once.
 *
 * @returns undefined for any other table
 */
export function readKey({ rows }: Sheet): KeyEntry[] | undefined {
  if (rows.length < 2 || rows.length > mostRatings + 2) return undefined;
  const named = rows.map(({ cells, colours }) => cells.map((cell, at) => (isWordless(cell) && colours?.[at]) || cell.trim()));
  const pairs = named.map((cells) => cells.filter((cell) => cell !== "")).filter((cells) => cells.length > 0);
  const entries = pairs.flatMap(([label = "", meaning = "", ...more]) =>
    more.length === 0 && isColour(label) && meaning !== "" && !isColour(meaning) ? [{ label, meaning }] : [],
  );
  const heads = pairs.length - entries.length;
  const labels = new Set(entries.map(({ label }) => foldHeading(label)));
  return entries.length >= 2 && heads <= 2 && labels.size === entries.length ? entries : undefined;
}

function isColour(cell: string): boolean {
  return cell.length <= 20 && looksLikeRating(cell) && statusSaid(cell) === undefined;
}
