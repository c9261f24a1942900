import { datesAsOf } from "./dateChange.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure, MeasureAsImported, Standing } from "./measure.ts";
import { withRelease } from "./monitoring.ts";
import type { Plan } from "./plan.ts";
import { findRating, type Rating, type RatingScheme } from "./ratingScheme.ts";
import { isDecision, type Update } from "./update.ts";

/** The rating in force; undefined when nobody has rated the measure. */
export function ratingOf(measure: Measure, scheme: RatingScheme): Rating | undefined {
  return findRating(scheme, measure.standing ? measure.standing.rating : measure.ratingAsImported);
}

/** What is said of it now: its latest report, else the file. */
export function narrativeOf(measure: Measure): string {
  return measure.standing?.latest?.narrative || measure.narrativeAsImported;
}

/** Signed off as completed and embedded. Complete as imported counts as signed off; proposed complete does not. */
export function isComplete(measure: Measure, scheme: RatingScheme): boolean {
  return ratingOf(measure, scheme)?.kind === "complete";
}

/** Nothing is asked of it: complete, proposed complete and waiting for the board, or released from monitoring. */
export function isSettled(measure: Measure, scheme: RatingScheme): boolean {
  return isComplete(measure, scheme) || measure.standing?.proposedComplete === true || measure.released !== undefined;
}

/** The day a lead, or the file for its leads, last reported on the measure. */
export function reportedOn(measure: Measure, plan: Pick<Plan, "importedAsOf">): LocalDate | undefined {
  const byFile = measure.ratingAsImported || measure.narrativeAsImported ? fileSpeaksOf(measure, plan) : undefined;
  return measure.standing?.latest?.on ?? byFile;
}

/** The day that what the file said of a measure speaks of. */
export function fileSpeaksOf({ reportedAsOf }: Pick<MeasureAsImported, "reportedAsOf">, { importedAsOf }: Pick<Plan, "importedAsOf">): LocalDate {
  return reportedAsOf ?? importedAsOf;
}

/** A standing as stored, after the file: of what a file took the place of, only its place in the history is left. */
export function standingInForce(measure: MeasureAsImported, stored: Standing | undefined): Standing | undefined {
  if (!stored || !measure.overrules || stored.lastUpdate > measure.overrules) return stored;
  return { rating: measure.ratingAsImported, lastUpdate: stored.lastUpdate, ...overFile(measure) };
}

/**
 * Whether a file landed while the update was being stored that this standing rests on: each was worked out without the other, so
 * the history is to be read again. What an older release stored does not say, and counts as it is.
 */
export function isOvertaken({ standing, ...measure }: Measure): boolean {
  const { overFile } = standing ?? {};
  return overFile !== undefined && (overFile.rating !== measure.ratingAsImported || overFile.overrules !== measure.overrules);
}

function overFile({ ratingAsImported: rating, overrules }: MeasureAsImported): Pick<Standing, "overFile"> {
  return { overFile: { ...(rating !== undefined && { rating }), ...(overrules !== undefined && { overrules }) } };
}

/** The last decision on its completion where no report came since: the word in force of those who sign off. */
export function decidedLast({ standing }: Pick<Measure, "standing">): Update | undefined {
  const { decided, latest } = standing ?? {};
  return decided && decided.id > (latest?.id ?? "") ? decided : undefined;
}

/**
 * Where a measure stands after its history. An amendment takes the place of the row it names, a withdrawal gives
 * that place back to what stood there before, and a rating of kind complete only proposes: the rating before it
 * stays in force until a sign-off. Rows that a file overruled have no say.
 *
 * @param history - every row of the measure, oldest first
 * @returns undefined when there is no history
 */
export function standingAfter(measure: MeasureAsImported, history: readonly Update[], scheme: RatingScheme): Standing | undefined {
  const last = history.at(-1);
  if (!last) return undefined;
  const overruled = measure.overrules ?? "";
  const inForce = rowsInForce(history.filter(({ id }) => id > overruled));
  return { ...inForce.reduce((standing, row) => withRow(standing, row, scheme), asImported(measure)), lastUpdate: last.id, ...overFile(measure) };
}

/** Where a measure stood before one of its updates was first made, whatever has changed that one since. */
export function standingBefore(measure: MeasureAsImported, history: readonly Update[], id: string, scheme: RatingScheme): Standing | undefined {
  const changes = history.find((row) => row.id === id)?.amends;
  if (changes !== undefined) return standingBefore(measure, history, changes, scheme);
  return standingAfter(
    measure,
    history.filter((row) => row.id < id),
    scheme,
  );
}

/** The standing after one more row that replaces none: what `standingAfter` would find, without reading the history. */
export function standingWith(measure: Measure, row: Update, scheme: RatingScheme): Standing {
  return { ...withRow(measure.standing ?? asImported(measure), row, scheme), ...overFile(measure) };
}

function asImported({ ratingAsImported }: MeasureAsImported): Standing {
  return { rating: ratingAsImported, latest: undefined, lastUpdate: "" };
}

function withRow({ rating, impact, proposedComplete, latest, decided, ratedBefore }: Standing, row: Update, scheme: RatingScheme): Standing {
  const kept = { ...(impact && { impact }), lastUpdate: row.id };
  switch (row.kind) {
    case "signOff":
      // Of what nobody proposes any more there is nothing to accept.
      if (!proposedComplete) return { ...kept, rating, latest, decided, ratedBefore };
      return { ...kept, rating: latest?.rating, latest, decided: row, ratedBefore: rating };
    case "sentBack":
      return { ...kept, rating, latest, decided: row, ratedBefore };
    case "reopening":
      return { ...kept, rating: row.rating, latest, decided: row };
    default: {
      const given = findRating(scheme, row.rating)?.kind === "complete";
      const proposes = given && findRating(scheme, rating)?.kind !== "complete";
      const after = { ...kept, ...(row.impact && { impact: row.impact }), rating: given ? rating : (row.rating ?? rating) };
      return { ...after, latest: row, decided, ratedBefore, ...(proposes && { proposedComplete: true }) };
    }
  }
}

/** What leads said that nobody took back or replaced, oldest first. @param history - every row of one measure, oldest first */
export function reportsInForce(history: readonly Update[]): readonly Update[] {
  return rowsInForce(history).filter(({ kind }) => kind === "report");
}

/** Reports and decisions that count, in the order they were first made. */
export function rowsInForce(history: readonly Update[]): readonly Update[] {
  const undone = new Set(history.flatMap(({ kind, amends }) => (kind === "withdrawal" ? amends : [])));
  const places: Update[][] = [];
  const placeOf = new Map<string, Update[]>();
  let decidedAt = 0;
  for (const row of history) {
    const named = (row.amends && placeOf.get(row.amends)) || [];
    if (row.kind === "withdrawal") {
      const at = named.findIndex((held) => held.id === row.amends);
      if (at >= 0) named.splice(at, 1);
      continue;
    }
    if (isDecision(row) && undone.has(row.id)) continue;
    // What was decided since was decided on the row as it was: its amendment is said anew.
    const place = places.indexOf(named) >= decidedAt ? named : [];
    if (place !== named || place.length === 0) places.push(place);
    place.push(row);
    placeOf.set(row.id, place);
    if (isDecision(row)) decidedAt = places.length;
  }
  return places.flatMap((place) => place.at(-1) ?? []);
}

/** The plan as it stood at the end of a day: later updates, and what was decided later of dates and monitoring, are left out. @param history - of the whole plan, oldest first within a ref */
export function planAsOf(plan: Plan, history: readonly Update[], day: LocalDate): Plan {
  const byRef = Map.groupBy(
    history.filter((update) => update.on <= day),
    (update) => update.ref,
  );
  const measures = plan.measures.map((measure) => ({
    ...withRelease(datesAsOf(measure, day), plan.matters.monitoring, day),
    standing: standingAfter(measure, byRef.get(measure.ref) ?? [], plan.scheme),
  }));
  return { ...plan, measures };
}

/** Ids run within a measure: six digits, from `000001`. */
export function nextUpdateId(last: string | undefined): string {
  return String(Number(last ?? 0) + 1).padStart(6, "0");
}
