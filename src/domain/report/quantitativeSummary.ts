import type { LocalDate } from "../localDate.ts";
import type { Plan } from "../plan.ts";
import type { Rating } from "../ratingScheme.ts";
import { isAnyRated, noStatus, type PlanSummary, percentOf, summarise, type Tally } from "../summary.ts";
import { type Block, type Cell, charts, type ReportPart, type ReportTable, rowOf, type TableRow } from "./report.ts";

/** Measures by area and rating, counts and percentages, as plans print it; a plan without ratings shows none. */
export function quantitativeSummary(plan: Plan, asOf: LocalDate): ReportPart {
  const summary = summarise(plan, asOf);
  const table = summaryTable(plan, summary);
  const key = isRated(plan, asOf) ? keyTable(plan) : undefined;
  return {
    heading: "Quantitative summary",
    level: 1,
    blocks: [
      { kind: "table", table },
      ...(isRated(plan, asOf) ? chartsOf(plan, summary) : []),
      ...(key
        ? [
            { kind: "words" as const, words: "What the ratings of this plan mean:" },
            { kind: "table" as const, table: key },
          ]
        : []),
    ],
  };
}

/** Whether anybody ever rated anything: if not, nothing may be said of progress. */
export function isRated(plan: Plan, asOf: LocalDate): boolean {
  return isAnyRated(summarise(plan, asOf).overall);
}

function summaryTable(plan: Plan, { areas, overall }: PlanSummary): ReportTable {
  const ratings = isAnyRated(overall) ? plan.scheme.ratings : [];
  const withUnrated = overall.unrated > 0 || ratings.length === 0;
  const numbers = ({ counts, unrated, total }: Tally, cellOf: (n: number) => Cell) => [
    cellOf(total),
    ...ratings.map(({ label }) => cellOf(counts[label] ?? 0)),
    ...(withUnrated ? [cellOf(unrated)] : []),
  ];
  const percentages: TableRow = { kind: "total", cells: ["All, per cent", "", ...numbers(overall, (n) => percent(n, overall.total))] };
  return {
    name: "Summary",
    columns: ["Area", "Title", "Measures", ...ratings.map(({ label }) => label), ...(withUnrated ? [noStatus] : [])],
    rows: [
      ...areas.map((area) => rowOf(area.ref, area.title === area.ref ? "" : area.title, ...numbers(area, (n) => n))),
      { kind: "total", cells: ["All", "", ...numbers(overall, (n) => n)] },
      ...(overall.total > 0 ? [percentages] : []),
    ],
  };
}

function percent(n: number, total: number): Cell {
  return { kind: "percent", percent: percentOf(n, total) };
}

function chartsOf({ scheme }: Plan, { areas, overall }: PlanSummary): Block[] {
  const unrated: Rating = { label: noStatus, meaning: "", colour: "none", kind: "notDue" };
  const ratings = overall.unrated > 0 ? [...scheme.ratings, unrated] : scheme.ratings;
  const counted = (tally: Tally) => ratings.map((rating) => (rating === unrated ? tally.unrated : (tally.counts[rating.label] ?? 0)));
  const bars = areas.map((area) => ({ name: area.ref, counts: counted(area) }));
  return charts(bars, (some) => {
    const said = some.map(({ name, counts }) => {
      const told = counts.flatMap((n, at) => (n > 0 ? [`${n} ${ratings[at]?.label}`] : []));
      return `${name}: ${told.join(", ") || "no measures"}`;
    });
    const alt = `Bars of the measures of each area by rating. ${said.join(". ")}.`;
    return { kind: "ratings", title: "Measures by area and rating", alt, ratings, bars: some };
  });
}

function keyTable({ scheme }: Plan): ReportTable | undefined {
  if (scheme.ratings.every(({ meaning }) => meaning === "")) return undefined;
  return {
    name: "Summary",
    columns: ["Rating", "What it means in this plan"],
    rows: scheme.ratings.map((rating) => rowOf({ kind: "rating", rating, words: rating.label }, rating.meaning)),
  };
}
