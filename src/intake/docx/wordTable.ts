import { tooManyColumns } from "../sheetTally.ts";
import { limits } from "../table.ts";
import type { SheetRow } from "../workbook.ts";

/** One cell as the file has it. */
export interface WordCell {
  words: string;
  /** What people call the colour it is filled with. */
  colour?: string;
  /** How many columns of the table's grid it covers. */
  span: number;
  /** `restart` opens a cell that later rows continue; Word has no count of rows. */
  down?: "restart" | "continue";
  /** It continues the cell on its left: how Word before 2007 joined cells. */
  continuesLeft: boolean;
}

interface PlacedCell {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly colour?: string;
  /** Its words stand here, not in a cell above that it continues. */
  readonly own: boolean;
}

/** Puts a Word table's cells into columns. */
export interface WordTable {
  /** Widths of the grid's columns in twentieths of a point, in order. */
  gridColumn(width: number): void;
  /** @param before - columns of the grid left free at the row's start. @returns whether the row has words of its own, else it is left out */
  row(cells: readonly WordCell[], before: number): boolean;
  rows(): readonly SheetRow[];
}

/** 2.6 mm: nobody writes into a column that narrow. Dragging one row's border by a hair leaves such columns in the grid of all rows. */
const narrowest = 150;

export function layOutTable(name: string): WordTable {
  const grid: number[] = [];
  const placed: { row: number; cells: readonly PlacedCell[] }[] = [];
  let above: (string | undefined)[] = [];
  let row = 0;
  return {
    gridColumn(width) {
      if (grid.length < limits.columns) grid.push(width);
    },
    row(cells, before) {
      row += 1;
      const found = place(cells, before, above, row, name);
      above = found.above;
      const hasWords = found.cells.some(({ own, words }) => own && words !== "");
      if (hasWords) placed.push({ row, cells: found.cells });
      return hasWords;
    },
    rows: () => inColumns(placed, grid),
  };
}

function place(cells: readonly WordCell[], before: number, above: readonly (string | undefined)[], row: number, name: string) {
  const placed: PlacedCell[] = [];
  const open: (string | undefined)[] = [];
  let column = before;
  for (const { words, colour, span, down, continuesLeft } of cells) {
    const end = column + span;
    if (end > limits.columns) throw tooManyColumns(row, name);
    const left = placed.at(-1);
    const shown = continuesLeft && left ? left.words : down === "continue" ? (above[column] ?? words) : words;
    placed.push({ start: column, end, words: shown, ...(colour && { colour }), own: !continuesLeft && (down !== "continue" || above[column] === undefined) });
    for (let at = column; at < end; at += 1) open[at] = down ? shown : undefined;
    column = end;
  }
  return { cells: placed, above: open };
}

/**
 * A cell over several columns gives its words to each column in which some row has a cell of its own begin, as a person reads the heading
 * above both; columns that are only a wide cell's second half stay blank.
 */
function inColumns(rows: readonly { row: number; cells: readonly PlacedCell[] }[], grid: readonly number[]): SheetRow[] {
  const all = rows.flatMap(({ cells }) => cells);
  const width = all.reduce((most, { end }) => Math.max(most, end), 0);
  const isNarrow = (column: number) => (grid[column] ?? 0) > 0 && (grid[column] ?? 0) < narrowest;
  // A cell that has no other column to stand in keeps its own, however narrow.
  const needed = new Set<number>();
  for (const { own, words, start, end } of all) {
    let column = start;
    while (column < end && isNarrow(column)) column += 1;
    if (own && words !== "" && column === end) needed.add(start);
  }
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => !isNarrow(column) || needed.has(column));
  const indexOf = Array.from({ length: width }, (_, column) => columns.findIndex((each) => each >= column));
  const begun = new Set(all.filter(({ own, words }) => own && words !== "").map(({ start }) => indexOf[start]));
  return rows.map(({ row, cells }) => {
    const filled = columns.map(() => "");
    const colours: (string | undefined)[] = columns.map(() => undefined);
    for (const { start, end, words, colour } of cells) {
      const first = indexOf[start] ?? -1;
      if (first >= 0) colours[first] = colour;
      for (let index = first; index >= 0 && (columns[index] ?? end) < end; index += 1) if (index === first || begun.has(index)) filled[index] = words;
    }
    return { row, cells: filled, ...(colours.some(Boolean) && { colours }) };
  });
}
