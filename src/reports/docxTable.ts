import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import { type Cell, cellWords, type ReportTable, type TableRow as Row } from "../domain/report/report.ts";
import { columnWidths } from "./columnWidths.ts";
import { ratingFill } from "./ratingFill.ts";
import { xmlWords } from "./xmlWords.ts";

/** In twentieths of a point, as Word counts. */
const cellMargin = 70;
/** A row of more words may go on over the page; a shorter one stays in one piece. */
const longRow = 900;

const line = { style: BorderStyle.SINGLE, size: 4, color: "B1B4B6" };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const headingFill = { type: ShadingType.CLEAR, color: "auto", fill: "D9E2EC" };
const bandFills = { 1: { type: ShadingType.CLEAR, color: "auto", fill: "1F3A5F" }, 2: { type: ShadingType.CLEAR, color: "auto", fill: "EDF1F5" } };

/** @param width - of the text on the page, in twentieths of a point */
export function docxTable(table: ReportTable, width: number): Table {
  const { columns, rows } = table;
  const size = columns.length > 10 ? 14 : columns.length > 7 ? 15 : table.wide ? 16 : 18;
  const widths = columnWidths(table, width, size * 5.6, 2 * cellMargin).map(Math.round);
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    margins: { left: cellMargin, right: cellMargin, top: 30, bottom: 30 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(
          (heading, at) => new TableCell({ shading: headingFill, width: widthOf(widths, at), children: lines(heading, { size, bold: true, keepNext: true }) }),
        ),
      }),
      ...rows.map((row) => rowOf(row, { size, widths })),
    ],
  });
}

interface Look {
  readonly size: number;
  readonly widths: readonly number[];
}

function rowOf(row: Row, { size, widths }: Look): TableRow {
  if (row.kind === "band") {
    const [first = "", ...others] = row.words.split("\n");
    const look = { size, keepNext: true, ...(row.level === 1 && { color: "FFFFFF" }) };
    const children = [first, ...others].flatMap((line, at) => lines(line, { ...look, bold: at === 0 }));
    const band = new TableCell({ columnSpan: widths.length, shading: bandFills[row.level], children });
    return new TableRow({ cantSplit: true, children: [band] });
  }
  const length = row.cells.reduce<number>((sum, cell) => sum + cellWords(cell).length, 0);
  const children = row.cells.map((cell, at) => cellOf(cell, { size, bold: row.kind === "total", width: widthOf(widths, at) }));
  return new TableRow({ cantSplit: length < longRow, children });
}

function cellOf(cell: Cell, { size, bold, width }: { size: number; bold: boolean; width: ReturnType<typeof widthOf> }): TableCell {
  const isNumber = typeof cell === "number" || (typeof cell === "object" && cell.kind === "percent");
  const fill = typeof cell === "object" && cell.kind === "rating" ? ratingFill(cell.rating.colour) : undefined;
  return new TableCell({
    width,
    ...(fill && { shading: { type: ShadingType.CLEAR, color: "auto", fill: fill.background } }),
    children: lines(cellWords(cell), { size, bold: bold || fill !== undefined, ...(fill && { color: fill.ink }), isNumber }),
  });
}

function lines(
  words: string,
  { size, bold = false, color, isNumber = false, keepNext = false }: { size: number; bold?: boolean; color?: string; isNumber?: boolean; keepNext?: boolean },
): Paragraph[] {
  return xmlWords(words)
    .split("\n")
    .map(
      (text) =>
        new Paragraph({
          keepNext,
          run: { size },
          spacing: { before: 0, after: 0 },
          ...(isNumber && { alignment: AlignmentType.RIGHT }),
          children: [new TextRun({ text, size, bold, ...(color && { color }) })],
        }),
    );
}

function widthOf(widths: readonly number[], at: number) {
  return { size: widths[at] ?? 0, type: WidthType.DXA };
}
