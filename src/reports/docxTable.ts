import { AlignmentType, BorderStyle, ExternalHyperlink, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import { type Cell, cellWords, type LinksCell, type ReportTable, type TableRow as Row } from "../domain/report/report.ts";
import { columnWidths } from "./columnWidths.ts";
import { ratingFill } from "./ratingFill.ts";
import { xmlWords } from "./xmlWords.ts";

/** In twentieths of a point, as Word counts. */
const cellMargin = 70;
/** A table of so few rows stays on one page. */
const fewRows = 8;
/** A row of more words may go on over the page; a shorter one stays in one piece. */
const longRow = 900;

const line = { style: BorderStyle.SINGLE, size: 4, color: "B1B4B6" };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const headingFill = { type: ShadingType.CLEAR, color: "auto", fill: "D9E2EC" };
const bandFills = { 1: { type: ShadingType.CLEAR, color: "auto", fill: "1F3A5F" }, 2: { type: ShadingType.CLEAR, color: "auto", fill: "EDF1F5" } };

/** Sizes of letters in tables, in half points. */
export const textSizes = [14, 15, 16, 18] as const;
type TextSize = (typeof textSizes)[number];

/** The paragraph style of cells, by the size of its letters. */
export function cellStyle(size: TextSize): string {
  return `Cell${size}`;
}

/** @param width - of the text on the page, in twentieths of a point */
export function docxTable(table: ReportTable, width: number): Table {
  const { columns, rows } = table;
  const size: TextSize = columns.length > 10 ? 14 : columns.length > 7 ? 15 : table.wide ? 16 : 18;
  const widths = columnWidths(table, width, size * 5.6, 2 * cellMargin).map(Math.round);
  const isSmall = !table.wide && rows.length <= fewRows;
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
          (heading, at) =>
            new TableCell({
              shading: headingFill,
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              children: lines(heading, { size, bold: true, keepNext: true }),
            }),
        ),
      }),
      ...rows.map((row, n) => rowOf(row, { size, widths, keepNext: isSmall && n < rows.length - 1 })),
    ],
  });
}

interface Look {
  readonly size: TextSize;
  readonly widths: readonly number[];
  /** To stand on the page of the row below it. */
  readonly keepNext: boolean;
}

function rowOf(row: Row, { size, widths, keepNext }: Look): TableRow {
  if (row.kind === "band") {
    const [first = "", ...others] = row.words.split("\n");
    const look = { size, keepNext: true, ...(row.level === 1 && { color: "FFFFFF" }) };
    const children = [first, ...others].flatMap((line, at) => lines(line, { ...look, bold: at === 0 }));
    const band = new TableCell({ columnSpan: widths.length, shading: bandFills[row.level], children });
    return new TableRow({ cantSplit: true, children: [band] });
  }
  const length = row.cells.reduce<number>((sum, cell) => sum + cellWords(cell).length, 0);
  const children = row.cells.map((cell) => cellOf(cell, { size, keepNext, bold: row.kind === "total" }));
  return new TableRow({ cantSplit: length < longRow, children });
}

function cellOf(cell: Cell, look: Pick<WordsLook, "size" | "bold" | "keepNext">): TableCell {
  if (typeof cell === "object" && cell.kind === "rating") {
    const { background, ink } = ratingFill(cell.rating.colour);
    return new TableCell({
      shading: { type: ShadingType.CLEAR, color: "auto", fill: background },
      children: lines(cell.words, { ...look, bold: true, color: ink }),
    });
  }
  if (typeof cell === "object" && cell.kind === "links") return new TableCell({ children: cell.links.map((link) => linkLine(link, look.size)) });
  return new TableCell({ children: lines(cellWords(cell), { ...look, isNumber: typeof cell !== "string" }) });
}

function linkLine({ words, address }: LinksCell["links"][number], size: TextSize): Paragraph {
  const text = new TextRun({ text: xmlWords(words), color: "1D5FA8", underline: {} });
  return new Paragraph({ style: cellStyle(size), children: [new ExternalHyperlink({ link: address, children: [text] })] });
}

interface WordsLook {
  readonly size: TextSize;
  readonly bold?: boolean;
  readonly color?: string;
  readonly isNumber?: boolean;
  readonly keepNext?: boolean;
}

/** One paragraph a line. What can be said by a style is: a report has thousands of cells. */
function lines(words: string, { size, bold, color, isNumber, keepNext }: WordsLook): Paragraph[] {
  const look = { style: cellStyle(size), ...(keepNext && { keepNext }), ...(isNumber && { alignment: AlignmentType.RIGHT }) };
  return xmlWords(words)
    .split("\n")
    .map(
      (text) =>
        new Paragraph(bold || color ? { ...look, children: [new TextRun({ text, ...(bold && { bold }), ...(color && { color }) })] } : { ...look, text }),
    );
}
