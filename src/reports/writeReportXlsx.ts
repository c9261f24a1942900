import writeExcelFile from "write-excel-file/node";
import { inWords } from "../domain/localDate.ts";
import { type Cell, type Chart, cellWords, confidentialMark, type Report, type ReportTable, type TableRow } from "../domain/report/report.ts";
import { drawChart } from "./drawChart.ts";
import { ratingFill } from "./ratingFill.ts";
import { excelWords, widthsOf, workbookFont, worksheetNames } from "./writeXlsx.ts";
import { xmlWords } from "./xmlWords.ts";

/** One worksheet: what stands above each other on it. */
interface Sheet {
  readonly name: string;
  readonly items: (Line | { readonly kind: "table"; readonly table: ReportTable } | { readonly kind: "chart"; readonly chart: Chart })[];
}

interface Line {
  readonly kind: "line";
  readonly words: string;
  readonly isHeading?: boolean;
}

/** Pixels of a row, as Excel draws it at first. */
const rowPixels = 20;

/**
 * Writes a report as a workbook: its sentences on the first sheet, each table on a sheet of its own with the sentences and
 * the picture that belong to it. Only what is a number is one; every other cell is text, so that a spreadsheet runs none.
 */
export async function writeReportXlsx(report: Report): Promise<Uint8Array> {
  const sheets = sheetsOf(report);
  const names = worksheetNames(sheets.map(({ name }) => name));
  return writeExcelFile(await Promise.all(sheets.map((sheet, n) => written(sheet, names[n] ?? ""))), workbookFont).toBuffer();
}

function sheetsOf({ planTitle, title, asOf, confidential, parts }: Report): Sheet[] {
  const mark = confidential ? [heading(confidentialMark)] : [];
  const about = `${planTitle}: ${title}, as of ${inWords(asOf)}`;
  const first: Sheet = { name: "Report", items: [...mark, heading(about)] };
  const sheets = [first];
  for (const part of parts) {
    let held: Sheet["items"] = [heading(part.heading)];
    let current: Sheet | undefined;
    for (const block of part.blocks) {
      if (block.kind === "table") {
        const { name } = block.table;
        const known = sheets.find((sheet) => sheet.name === name);
        current = known ?? { name, items: [...mark, heading(about)] };
        if (!known) sheets.push(current);
        current.items.push(...held, block);
        held = [];
      } else if (block.kind === "chart" && current) current.items.push(block);
      else if (block.kind === "chart") held.push(block);
      else held.push(...(block.kind === "words" ? [line(block.words)] : block.points.map((point) => line(`• ${point}`))));
    }
    (current ?? first).items.push(...held);
  }
  return sheets;
}

async function written({ items }: Sheet, sheet: string) {
  const data: (XlsxCell | null)[][] = [];
  const images = [];
  const tables = items.flatMap((item) => (item.kind === "table" ? [item.table] : []));
  let stickyRowsCount: number | undefined;
  for (const item of items) {
    switch (item.kind) {
      case "line":
        data.push([textCell(item.words, item.isHeading ? { fontWeight: "bold" } : {})]);
        break;
      case "chart": {
        const { png, width, height } = await drawChart(item.chart);
        const { title, alt } = item.chart;
        images.push({
          content: Buffer.from(png),
          contentType: "image/png",
          width,
          height,
          dpi: 96,
          anchor: { row: data.length + 2, column: 1 },
          title,
          description: alt,
        });
        data.push(...Array.from({ length: Math.ceil(height / rowPixels) + 2 }, () => []));
        break;
      }
      case "table":
        data.push(item.table.columns.map((column) => textCell(column, { wrap: true, fontWeight: "bold", backgroundColor: "#D9E2EC" })));
        // A sheet of several tables has no one line of headings that could stay in sight.
        if (tables.length === 1) stickyRowsCount = data.length;
        data.push(...item.table.rows.map(rowCells), []);
    }
  }
  const cells = tables.flatMap(({ columns, rows }) => [columns, ...rows.flatMap((row) => (row.kind === "band" ? [] : [row.cells.map(cellWords)]))]);
  return {
    sheet,
    data,
    images,
    orientation: "landscape" as const,
    columns: widthsOf(cells).map((width) => ({ width })),
    ...(stickyRowsCount && { stickyRowsCount }),
  };
}

type XlsxCell = { readonly alignVertical: "top" } & TextLook &
  ({ readonly type: StringConstructor; readonly value: string } | { readonly type: NumberConstructor; readonly value: number; readonly format?: string });

function rowCells(row: TableRow): (XlsxCell | null)[] {
  return row.kind === "band" ? [textCell(row.words, { fontWeight: "bold" })] : row.cells.map((cell) => cellOf(cell, row.kind === "total"));
}

function cellOf(cell: Cell, isBold: boolean): XlsxCell | null {
  const weight: TextLook = isBold ? { fontWeight: "bold" } : {};
  if (cell === "") return null;
  if (typeof cell === "string") return textCell(cell, { wrap: true, ...weight });
  if (typeof cell === "number") return { type: Number, value: cell, alignVertical: "top", ...weight };
  if (cell.kind === "percent") return { type: Number, value: cell.percent / 100, format: "0%", alignVertical: "top", ...weight };
  if (cell.kind === "links") return textCell(cell.links.map(({ words, address }) => `${words}: ${address}`).join("\n"), { wrap: true, ...weight });
  const { background, ink } = ratingFill(cell.rating.colour);
  return textCell(cell.words, { wrap: true, fontWeight: "bold", backgroundColor: `#${background}`, textColor: `#${ink}` });
}

interface TextLook {
  readonly wrap?: boolean;
  readonly fontWeight?: "bold";
  readonly backgroundColor?: string;
  readonly textColor?: string;
}

function textCell(words: string, look: TextLook): XlsxCell {
  return { type: String, value: excelWords(xmlWords(words)), alignVertical: "top", ...look };
}

function heading(words: string): Line {
  return { kind: "line", words, isHeading: true };
}

function line(words: string): Line {
  return { kind: "line", words };
}
