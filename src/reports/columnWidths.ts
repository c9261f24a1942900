import { type Cell, cellWords, type ReportTable } from "../domain/report/report.ts";

/** A word longer than this is broken rather than given the room. */
const longestWord = 15;
/** How much wider bold letters run. */
const boldly = 1.25;

/**
 * Shares a width out among a table's columns: none narrower than its longest word, none wider than it needs, the rest by
 * how much stands in those cells of each that hold something.
 *
 * @param total - in any unit; the widths add up to it, or to less where that is enough for every line of every cell
 * @param letter - the width of an ordinary letter, in the same unit
 * @param margin - what stands beside the words of a cell, in the same unit
 */
export function columnWidths({ columns, rows }: Pick<ReportTable, "columns" | "rows">, total: number, letter: number, margin: number): number[] {
  const cells = columns.map((_, at) => rows.flatMap((row) => (row.kind === "band" ? [] : [row.cells[at] ?? ""])));
  const longest = (at: number, measured: (words: string) => number) =>
    Math.max(measured(columns[at] ?? "") * boldly, ...(cells[at] ?? []).map((cell) => measured(cellWords(cell)) * (isBold(cell) ? boldly : 1)));
  const widths = columns.map((_, at) => margin + letter * longest(at, wordLength));
  const enough = columns.map((_, at) => Math.max(widths[at] ?? 0, margin + letter * longest(at, lineLength)));
  const wanted = columns.map((heading, at) => Math.max(heading.length, averageLength(cells[at] ?? [])) ** 0.75);

  const needed = sum(widths);
  if (needed >= total) return widths.map((width) => (width / needed) * total);
  if (sum(enough) <= total) return enough;
  // Who has enough leaves the rest to the others, until there is no rest.
  for (let left = total - needed; left > 1; left = total - sum(widths)) {
    const open = columns.map((_, at) => ((widths[at] ?? 0) < (enough[at] ?? 0) ? (wanted[at] ?? 0) : 0));
    const all = sum(open);
    for (const [at, share] of open.entries()) widths[at] = Math.min(enough[at] ?? 0, (widths[at] ?? 0) + (share / all) * left);
  }
  return widths;
}

/** Ratings are, as `docxTable` writes them. */
function isBold(cell: Cell): boolean {
  return typeof cell === "object" && cell.kind === "rating";
}

function wordLength(words: string): number {
  return Math.max(0, ...words.split(/[\s/-]+/).map((word) => Math.min(longestWord, lineLength(word))));
}

/** In ordinary letters, of which a capital is more than one. */
function lineLength(words: string): number {
  return Math.max(0, ...words.split("\n").map((line) => line.length + 0.3 * (line.match(/\p{Lu}/gu)?.length ?? 0)));
}

/** Of those that hold something. */
function averageLength(cells: readonly Cell[]): number {
  const lengths = cells.map((cell) => cellWords(cell).length).filter((length) => length > 0);
  return lengths.length === 0 ? 0 : sum(lengths) / lengths.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
