import type { Block, Cell, Report, TableRow } from "./report.ts";

/** The report with its text put through a function, in reading order. Headings, columns and the names of ratings stay. */
export function mapWords<R extends Pick<Report, "parts">>(report: R, change: (words: string) => string): R {
  return { ...report, parts: report.parts.map((part) => ({ ...part, blocks: part.blocks.map((block) => mapBlock(block, change)) })) };
}

/** That text, in reading order. */
export function wordsOf(report: Pick<Report, "parts">): string[] {
  const all: string[] = [];
  mapWords(report, (words) => {
    all.push(words);
    return words;
  });
  return all;
}

function mapBlock(block: Block, change: (words: string) => string): Block {
  switch (block.kind) {
    case "words":
      return { ...block, words: change(block.words) };
    case "points":
      return { ...block, points: block.points.map(change) };
    case "chart":
      return block;
    case "table":
      return { ...block, table: { ...block.table, rows: block.table.rows.map((row) => mapRow(row, change)) } };
  }
}

function mapRow(row: TableRow, change: (words: string) => string): TableRow {
  if (row.kind === "band") return { ...row, words: change(row.words) };
  return { ...row, cells: row.cells.map((cell): Cell => (typeof cell === "string" ? change(cell) : cell)) };
}
