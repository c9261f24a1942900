import type { LocalDate } from "../localDate.ts";
import type { Rating } from "../ratingScheme.ts";

/** In the order people are offered them. */
export const reportKinds = ["exception", "full", "scrutiny", "kpi", "on-a-page", "stocktake"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What people call each. */
export const reportTitles: Readonly<Record<ReportKind, string>> = {
  exception: "Exception report",
  full: "Full report",
  scrutiny: "Scrutiny report",
  kpi: "KPI challenge",
  "on-a-page": "Plan on a page",
  stocktake: "Stocktake report",
};

/** What stands on every page of a report that tells confidential items. */
export const confidentialMark = "CONFIDENTIAL – not to be passed on";

export type ReportFormat = "docx" | "xlsx" | "zip";

/** What a report can be written as; the first is meant where none is named. */
export function reportFormats(kind: ReportKind): readonly [ReportFormat, ...ReportFormat[]] {
  return kind === "stocktake" ? ["zip"] : ["docx", "xlsx"];
}

/** A document as data, in reading order. What is written into files says this and no more. */
export interface Report {
  readonly kind: ReportKind;
  readonly planTitle: string;
  /** `Exception report` */
  readonly title: string;
  readonly asOf: LocalDate;
  /** Marked on every page. */
  readonly confidential?: true;
  readonly parts: readonly ReportPart[];
}

/** What stands below one heading. */
export interface ReportPart {
  readonly heading: string;
  /** 2 below the last part of level 1. */
  readonly level: 1 | 2;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "points"; readonly points: readonly string[] }
  | { readonly kind: "table"; readonly table: ReportTable }
  | { readonly kind: "chart"; readonly chart: Chart };

export interface ReportTable {
  /** Its worksheet in a workbook: short, once in a report. Tables of one name stand on one worksheet. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Wants the width of a page on its side. */
  readonly wide?: true;
}

export type TableRow =
  | { readonly kind: "cells"; readonly cells: readonly Cell[] }
  /** One line across the table: the area or the action of the rows below it. */
  | { readonly kind: "band"; readonly words: string; readonly level: 1 | 2 }
  | { readonly kind: "total"; readonly cells: readonly Cell[] };

export type Cell = string | number | { readonly kind: "percent"; readonly percent: number } | RatingCell | LinksCell;

/** A rating's colour never stands without its words. */
export interface RatingCell {
  readonly kind: "rating";
  readonly rating: Rating;
  readonly words: string;
}

/** Places on the web, each below the other. */
export interface LinksCell {
  readonly kind: "links";
  readonly links: readonly { readonly words: string; readonly address: string }[];
}

/** A picture; its figures stand in a table beside it. */
export type Chart = { readonly title: string /** For those who do not see it. */; readonly alt: string } & (
  | { readonly kind: "ratings"; readonly ratings: readonly Rating[]; readonly bars: readonly { readonly name: string; readonly counts: readonly number[] }[] }
  /** Whole per cent of the way from baseline to target; below 0 it is going the wrong way. */
  | { readonly kind: "way"; readonly bars: readonly { readonly name: string; readonly percent: number }[] }
);

export function rowOf(...cells: readonly Cell[]): TableRow {
  return { kind: "cells", cells };
}

/** A cell as it is read out: its words whatever its kind. */
export function cellWords(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if (cell.kind === "links") return cell.links.map(({ words }) => words).join("\n");
  return cell.kind === "percent" ? `${cell.percent}%` : cell.words;
}

/** A page on its side has room for so many bars. */
const mostBars = 20;

/** As many charts as pages have room for. @param chartOf - some of the bars as a chart */
export function charts<Bar>(bars: readonly Bar[], chartOf: (some: readonly Bar[]) => Chart): Block[] {
  const parts = Array.from({ length: Math.ceil(bars.length / mostBars) }, (_, n) => bars.slice(n * mostBars, (n + 1) * mostBars));
  return parts.map((some) => ({ kind: "chart", chart: chartOf(some) }));
}

/** A table where it has rows, without the columns in which nothing stands; else the sentence that says so. */
export function tableOr(table: ReportTable, otherwise: string): Block {
  if (table.rows.length === 0) return { kind: "words", words: otherwise };
  const filled = table.columns.map((_, at) => table.rows.some((row) => row.kind !== "band" && row.cells[at] !== ""));
  const rows = table.rows.map((row) => (row.kind === "band" ? row : { ...row, cells: row.cells.filter((_, at) => filled[at]) }));
  return { kind: "table", table: { ...table, columns: table.columns.filter((_, at) => filled[at]), rows } };
}
