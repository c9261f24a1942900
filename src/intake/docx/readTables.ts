import { colourName } from "../colourName.ts";
import type { Doubts } from "../doubts.ts";
import type { SheetTally } from "../sheetTally.ts";
import { limits } from "../table.ts";
import { tooMuchUnpacked } from "../unreadableFile.ts";
import type { Sheet } from "../workbook.ts";
import { type CellLines, gatherLines } from "./cellLines.ts";
import type { HeadingsAbove } from "./headingsAbove.ts";
import { isOn } from "./isOn.ts";
import type { Paragraph, ParagraphReader } from "./paragraphText.ts";
import type { DocumentListener } from "./visibleOnly.ts";
import { layOutTable, type WordCell, type WordTable } from "./wordTable.ts";

export interface TableReader extends DocumentListener {
  /** The tables read so far that hold a word. */
  sheets(): readonly Sheet[];
}

interface Parts {
  readonly paragraphs: ParagraphReader;
  readonly headings: HeadingsAbove;
  readonly tally: SheetTally;
  readonly doubts: Doubts;
}

/** A table whose end has not come yet. */
interface OpenTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly layout: WordTable;
  row: { cells: WordCell[]; before: number; deleted: boolean };
  cell?: Omit<WordCell, "words"> & { lines: CellLines; deleted: boolean };
}

/** Gathers a document's tables; one inside a cell becomes lines of that cell. */
export function readTables({ paragraphs, headings, tally, doubts }: Parts): TableReader {
  const sheets: Sheet[] = [];
  const open: OpenTable[] = [];
  const names = new Map<string, number>();
  let cellCount = 0;

  function beginTable(): void {
    if (open.length > 0) {
      doubts.add("A table inside a cell was read as lines of that cell.");
      open.push({ name: "", headings: [], layout: layOutTable(""), row: emptyRow() });
      return;
    }
    const above = headings.ofTable();
    open.push({ name: nameOf(above), headings: above, layout: layOutTable(nameOf(above)), row: emptyRow() });
  }

  function endTable(table: OpenTable): void {
    open.pop();
    const rows = table.layout.rows();
    const around = open.at(-1)?.cell;
    if (around) for (const { cells } of rows) around.lines.add(cells.filter(Boolean).join(" | "));
    if (open.length > 0 || rows.length === 0) return;
    tally.sheet();
    for (const { cells } of rows) tally.words(cells);
    names.set(table.name, (names.get(table.name) ?? 0) + 1);
    const count = names.get(table.name) ?? 1;
    sheets.push({ name: count > 1 ? `${table.name} (${count})` : table.name, headings: table.headings, rows });
  }

  function nameOf(above: readonly string[]): string {
    return above.at(-1) ?? `Table ${sheets.length + 1}`;
  }

  function endCell({ row, cell }: OpenTable): void {
    cellCount += 1;
    if (cellCount > mostCells) throw tooMuchUnpacked();
    if (!cell) return;
    const { lines, deleted, ...place } = cell;
    row.cells.push({ ...place, words: deleted ? "" : lines.words() });
  }

  function endRow({ layout, row }: OpenTable): void {
    if (!row.deleted && layout.row(row.cells, row.before) && open.length === 1) tally.row();
  }

  function endParagraph({ words, headingLevel, standsOut, runsOn }: Paragraph): void {
    const cell = open.at(-1)?.cell;
    if (cell) cell.lines.add(words, runsOn);
    else headings.paragraph({ words, level: headingLevel, standsOut });
  }

  return {
    open(name, attributes, parents) {
      const { val = "", w = "0", fill = "" } = attributes;
      const parent = parents.at(-1);
      const table = open.at(-1);
      if (name === "tbl") beginTable();
      else if (!table) paragraphs.open(name, attributes, parents);
      else if (name === "gridCol") table.layout.gridColumn(Number(w));
      else if (name === "tr") table.row = emptyRow();
      else if (name === "tc") table.cell = { span: 1, continuesLeft: false, lines: gatherLines(), deleted: false };
      else if (parent === "trPr") {
        if (name === "gridBefore") table.row.before = countOf(val);
        else if (name === "del" || name === "moveFrom") table.row.deleted = true;
      } else if (parent === "tcPr" && table.cell) {
        if (name === "gridSpan") table.cell.span = countOf(val);
        else if (name === "vMerge") table.cell.down = val === "restart" ? "restart" : "continue";
        else if (name === "hMerge") table.cell.continuesLeft = val !== "restart";
        else if (name === "shd") table.cell.colour = colourName(fill);
        else if (name === "cellDel") table.cell.deleted = isOn(attributes);
      } else paragraphs.open(name, attributes, parents);
    },
    text: (words, parents) => paragraphs.text(words, parents),
    close(name) {
      const table = open.at(-1);
      if (name === "tbl" && table) endTable(table);
      else if (name === "tr" && table) endRow(table);
      else if (name === "tc" && table) {
        endCell(table);
        table.cell = undefined;
      } else {
        const paragraph = paragraphs.close(name);
        if (paragraph) endParagraph(paragraph);
      }
    },
    sheets: () => sheets,
  };
}

/** A plan's rows many times over; each cell of a Word table costs far more memory than its words. */
const mostCells = limits.rows * 50;

function emptyRow(): OpenTable["row"] {
  return { cells: [], before: 0, deleted: false };
}

/** More columns than are allowed are told apart no further. */
function countOf(written: string): number {
  const count = Number(written);
  return Number.isInteger(count) && count > 0 ? Math.min(count, limits.columns + 1) : 1;
}
