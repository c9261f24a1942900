import { challengesStanding } from "./challenge/challengesStanding.ts";
import { type DateAhead, datesAhead } from "./datesAhead.ts";
import { completionWaiting } from "./decisionsWaiting.ts";
import { lastDate } from "./duePhrase.ts";
import { type HelpAsked, helpAsked } from "./helpAsked.ts";
import { daysBetween, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import { type MonitoringChange, monitoredPart } from "./monitoring.ts";
import { type MovedDate, movedDate } from "./originalDue.ts";
import type { Area, Plan } from "./plan.ts";
import type { RatingScheme } from "./ratingScheme.ts";
import { openRisksOf, type Risk } from "./risk.ts";
import { isComplete, ratingOf } from "./standing.ts";

/** What stands for a rating nobody gave, wherever a plan's standing is told. */
export const noStatus = "No status recorded";

/** Counts by the scheme's labels, every label present. */
export type Counts = Readonly<Record<string, number>>;

export interface Tally {
  readonly counts: Counts;
  /** Measures nobody has rated: they count in the total and under no label. */
  readonly unrated: number;
  /** With what is released, which counts under the rating it had. */
  readonly total: number;
  /** So many of them the board does not monitor; absent where there are none. */
  readonly released?: number;
}

export interface AreaSummary extends Tally {
  readonly ref: string;
  readonly title: string;
  readonly sros: readonly string[];
  /** What is to be different, as the plan says it. */
  readonly outcomes: readonly string[];
  /** Longest overdue first. */
  readonly overdue: readonly OverdueMeasure[];
  /** Soonest first. */
  readonly ahead: readonly DateAhead[];
  /** Asked latest first. */
  readonly help: readonly HelpAsked[];
  /** Refs of measures that wait for sign-off. */
  readonly proposedComplete: readonly string[];
  /** Refs of measures the board monitors whose report in force was challenged, whether or not its lead said why. */
  readonly challenged: readonly string[];
  /** Each release its measures are under, once. */
  readonly releases: readonly MonitoringChange[];
  /** Numbers of the open risks in the plan's log. */
  readonly risks: readonly string[];
}

export interface OverdueMeasure {
  readonly ref: string;
  readonly words: string;
  readonly leads: readonly string[];
  readonly dueOn: LocalDate;
  readonly daysOverdue: number;
  readonly rating?: string;
  /** What it was at first; absent for a date that never moved. */
  readonly moved?: MovedDate;
}

export interface PlanSummary {
  readonly plan: string;
  readonly title: string;
  readonly asOf: LocalDate;
  readonly scheme: readonly string[];
  readonly areas: readonly AreaSummary[];
  readonly overall: Tally & { readonly percentages: Counts };
}

/** Where a plan stands on a day. One function feeds the card, the channel, the digest and the command line. */
export function summarise(plan: Plan, today: LocalDate): PlanSummary {
  const openRisks = openRisksOf(plan);
  const overall = tally(plan.measures, plan.scheme);
  return {
    plan: plan.id,
    title: plan.title,
    asOf: today,
    scheme: plan.scheme.ratings.map((rating) => rating.label),
    areas: plan.areas.map((area) => summariseArea(plan, area, today, openRisks)),
    overall: { ...overall, percentages: percentagesOf(overall) },
  };
}

function summariseArea(plan: Plan, area: Area, today: LocalDate, openRisks: readonly Risk[]): AreaSummary {
  const measures = plan.measures.filter((measure) => measure.area === area.ref);
  return {
    ref: area.ref,
    title: area.title,
    sros: area.sros,
    outcomes: area.outcomes ?? [],
    ...tally(measures, plan.scheme),
    overdue: overdueMeasures(measures, plan.scheme, today),
    ahead: datesAhead(measures, plan.scheme, today),
    help: helpAsked(measures, plan.scheme),
    proposedComplete: measures.filter((measure) => completionWaiting(measure)).map((measure) => measure.ref),
    challenged: measures.filter((measure) => !measure.released && challengesStanding(measure, plan.scheme).length > 0).map((measure) => measure.ref),
    releases: [...new Map(measures.flatMap(({ released, hidden }) => (released && !hidden ? [[monitoredPart(released), released]] : []))).values()],
    risks: openRisks.filter(({ ref }) => measures.some((measure) => measure.ref === ref)).map(({ risk }) => risk),
  };
}

/** A measure is overdue when the last date of its phrase has gone by and it is neither complete nor released. A good rating does not hide it. */
export function isOverdue(measure: Measure, scheme: RatingScheme, today: LocalDate): boolean {
  const dueOn = lastDate(measure.due);
  return dueOn !== undefined && dueOn < today && !isComplete(measure, scheme) && measure.released === undefined;
}

function overdueMeasures(measures: readonly Measure[], scheme: RatingScheme, today: LocalDate): OverdueMeasure[] {
  return measures
    .flatMap((measure) => {
      const dueOn = lastDate(measure.due);
      if (!dueOn || !isOverdue(measure, scheme, today)) return [];
      const { ref, words, leads } = measure;
      const moved = movedDate(measure);
      return [{ ref, words, leads, dueOn, daysOverdue: daysBetween(dueOn, today), rating: ratingOf(measure, scheme)?.label, ...(moved && { moved }) }];
    })
    .sort((a, b) => b.daysOverdue - a.daysOverdue);
}

function tally(measures: readonly Measure[], scheme: RatingScheme): Tally {
  const counts: Record<string, number> = Object.fromEntries(scheme.ratings.map((rating) => [rating.label, 0]));
  let unrated = 0;
  for (const measure of measures) {
    const label = ratingOf(measure, scheme)?.label;
    if (label === undefined) unrated++;
    else counts[label] = (counts[label] ?? 0) + 1;
  }
  const released = measures.filter((measure) => measure.released !== undefined).length;
  return { counts, unrated, total: measures.length, ...(released > 0 && { released }) };
}

/** The counts alone, without what else is said of an area. */
export function tallyOf({ counts, unrated, total, released }: Tally): Tally {
  return { counts, unrated, total, ...(released !== undefined && { released }) };
}

/** Whether anybody ever rated anything: if not, nothing may be said of progress. */
export function isAnyRated({ unrated, total }: Tally): boolean {
  return unrated < total;
}

/** Of each label, as `percentOf` rounds, so they may add to 101. */
function percentagesOf({ counts, total }: Tally): Counts {
  return Object.fromEntries(Object.entries(counts).map(([label, n]) => [label, percentOf(n, total)]));
}

/** A whole number, half rounded up as councils print it (9 of 72 is 13); 0 of nothing. */
export function percentOf(n: number, total: number): number {
  return total === 0 ? 0 : Math.floor((200 * n + total) / (2 * total));
}
