import { isConfidential } from "../confidential.ts";
import { inWords, type LocalDate } from "../localDate.ts";
import { partInWords } from "../partInWords.ts";
import type { Area, Plan } from "../plan.ts";
import { findRating } from "../ratingScheme.ts";
import { noStatus, summarise } from "../summary.ts";
import { boardOn, counted } from "./measureCells.ts";
import { bandWords, measureOf, type Place, placesOf } from "./outline.ts";

import { type Block, type Cell, type ReportPart, rowOf, type TableRow } from "./report.ts";
import type { OwnRow, OwnTable, ReportFacts } from "./reportFacts.ts";

/** Each area with its officers, its outcomes and its rows in the plan's own columns. */
export function areaTables({ plan, asOf, ownTables }: ReportFacts): ReportPart[] {
  const areas = plan.areas.filter(({ ref, outcomes = [] }) => outcomes.length > 0 || plan.measures.some(({ area }) => area === ref));
  return [
    {
      heading: "Area by area",
      level: 1,
      blocks: [{ kind: "words", words: "Each area in the columns of the plan, with the ratings, dates and words in force." }],
    },
    ...areas.map(
      (area): ReportPart => ({
        heading: areaHeading(area),
        level: 2,
        blocks: [...aboutArea(plan, area, asOf), ...ownTables.flatMap((table) => tableOf(table, plan, area))],
      }),
    ),
  ];
}

export function areaHeading({ ref, title }: Area): string {
  return title === ref ? ref : `${ref}: ${title}`;
}

/**
 * Who answers for it, how its measures stand, and what is to be different.
 *
 * @param forWhom - the public is told nothing that somebody typed and nobody looked over: why a part was released
 */
export function aboutArea(plan: Plan, { ref, sros, outcomes = [] }: Area, asOf: LocalDate, forWhom: "board" | "public" = "board"): Block[] {
  const area = summarise(plan, asOf).areas.find((one) => one.ref === ref);
  if (!area) return [];
  const { total, unrated, overdue, proposedComplete, releases } = area;
  const hidden = plan.measures.filter((measure) => measure.area === ref && measure.hidden).length;
  const rated = plan.scheme.ratings.flatMap(({ label }) => (area.counts[label] ? [`${area.counts[label]} ${label}`] : []));
  const counts = [...rated, ...(unrated > 0 ? [`${unrated} with no status recorded`] : [])];
  return [
    ...(sros.length > 0 ? [words(`Senior responsible officer: ${sros.join("; ")}`)] : []),
    words(total === 0 ? "It has no measures of its own." : `${counted(total, "measure")}: ${counts.join(", ")}. ${overdueInWords(overdue.length)}`),
    ...(proposedComplete.length > 0 ? [words(`Proposed complete, waiting for the board: ${proposedComplete.join(", ")}.`)] : []),
    ...releases.map(({ part, ref: of, on, reason }) =>
      words(`${partInWords(part, of)} was released from monitoring on ${inWords(on)}${forWhom === "board" && reason ? `: ${reason}` : "."}`),
    ),
    ...(hidden > 0 ? [words(`${counted(hidden, "confidential item is", "confidential items are")} counted and not told.`)] : []),
    ...(outcomes.length > 0 ? [words("What is to be different:"), { kind: "points" as const, points: outcomes }] : []),
  ];
}

function overdueInWords(count: number): string {
  return count === 0 ? "None is overdue." : count === 1 ? "1 is overdue." : `${count} are overdue.`;
}

/** The rows of an area in the plan's columns; what several rows share is said above them, a column without words left out. */
function tableOf(table: OwnTable, plan: Plan, area: Area): Block[] {
  const { headings, rating } = table;
  const decided = new Map(
    plan.measures.map((measure) => [measure.ref, [...boardOn(measure, plan.scheme), ...(isConfidential(plan, measure) ? ["confidential"] : [])]]),
  );
  const inArea = new Set(plan.measures.filter((measure) => measure.area === area.ref).map((measure) => measure.ref));
  const rows = table.rows.filter(({ measures }) => measures.some((ref) => inArea.has(ref)));
  const [first] = rows;
  if (!first) return [];

  const written = headings.flatMap((_, at) => (rows.some(({ cells }) => cells[at]?.trim()) ? [at] : []));
  const places = placesOf(table, rows, written, plan);
  const at = (place: Place) => written.filter((column) => places.get(column) === place);
  const inRow = at("row");
  const withRefs = !namesEveryRow(rows, inRow);
  const cellOf = ({ cells, measures }: OwnRow, column: number): Cell => {
    if (column !== rating) return cells[column] ?? "";
    const board = [...new Set(measures.flatMap((ref) => decided.get(ref) ?? []))];
    const found = findRating(plan.scheme, cells[column]);
    const said = [found?.label ?? (cells[column] || noStatus), ...board].join(", ");
    return found ? { kind: "rating", rating: found, words: said } : said;
  };
  return [
    ...at("once")
      .filter((column) => !repeats(first.cells[column] ?? "", area))
      .map((column) => words(bandWords(headings, [column], first))),
    {
      kind: "table",
      table: {
        name: area.ref,
        columns: [...(withRefs ? ["Reference"] : []), ...inRow.map((column) => headings[column] ?? "")],
        rows: rows.flatMap((row, n) => [
          ...bandsAbove(row, rows[n - 1], plan, (of) => bandWords(headings, at(of), row)),
          rowOf(...(withRefs ? [row.measures.join("\n")] : []), ...inRow.map((column) => cellOf(row, column))),
        ]),
        wide: true,
      },
    },
  ];
}

/** Where another section or another action begins: what its rows share, if they share anything. */
function bandsAbove(row: OwnRow, before: OwnRow | undefined, plan: Plan, shared: (of: "section" | "action") => string): TableRow[] {
  const [is, was] = [measureOf(row, plan), before && measureOf(before, plan)];
  return (["section", "action"] as const).flatMap((of, n): TableRow[] => {
    const words = is?.[of] !== was?.[of] ? shared(of) : "";
    return words === "" ? [] : [{ kind: "band", words, level: n === 0 ? 1 : 2 }];
  });
}

/** Whether a column of the plan's own names every row by its reference. */
function namesEveryRow(rows: readonly OwnRow[], columns: readonly number[]): boolean {
  return columns.some((at) => rows.every(({ cells, measures: [ref, ...others] }) => others.length === 0 && cells[at]?.trim() === ref));
}

/** The heading and the line of officers have said it. */
function repeats(only: string, { ref, title, sros }: Area): boolean {
  return [ref, title, `${ref}: ${title}`, sros.join("\n"), ...sros].some((one) => one.trim() === only);
}

function words(said: string): Block {
  return { kind: "words", words: said };
}
