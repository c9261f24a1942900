import { datesAsOf } from "./dateChange.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure, MeasureAsImported, Plan, Standing } from "./plan.ts";
import { findRating, type Rating, type RatingScheme } from "./ratingScheme.ts";
import type { Update } from "./update.ts";

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

/** Nothing is asked of it: complete, or proposed complete and waiting for the board. */
export function isSettled(measure: Measure, scheme: RatingScheme): boolean {
  return isComplete(measure, scheme) || measure.standing?.proposedComplete === true;
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
  return { rating: measure.ratingAsImported, lastUpdate: stored.lastUpdate };
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

  let rating = measure.ratingAsImported;
  let impact: string | undefined;
  let proposed: string | undefined;
  let latest: Update | undefined;
  const overruled = measure.overrules ?? "";
  for (const row of rowsInForce(history.filter(({ id }) => id > overruled))) {
    if (row.kind === "signOff") {
      rating = proposed ?? rating;
      proposed = undefined;
      continue;
    }
    latest = row;
    impact = row.impact ?? impact;
    proposed = findRating(scheme, row.rating)?.kind === "complete" ? row.rating : undefined;
    if (!proposed) rating = row.rating ?? rating;
  }
  return { rating, ...(impact && { impact }), latest, lastUpdate: last.id, ...(proposed && { proposedComplete: true }) };
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

/** Reports and sign-offs that count, in the order they were first made. */
export function rowsInForce(history: readonly Update[]): readonly Update[] {
  const places: Update[][] = [];
  const placeOf = new Map<string, Update[]>();
  for (const row of history) {
    const place = (row.amends && placeOf.get(row.amends)) || [];
    if (row.kind === "withdrawal") {
      const at = place.findIndex((held) => held.id === row.amends);
      if (at >= 0) place.splice(at, 1);
      continue;
    }
    if (place.length === 0 && !places.includes(place)) places.push(place);
    place.push(row);
    placeOf.set(row.id, place);
  }
  return places.flatMap((place) => place.at(-1) ?? []);
}

/** The plan as it stood at the end of a day: later updates and dates decided later are left out. @param history - of the whole plan, oldest first within a ref */
export function planAsOf(plan: Plan, history: readonly Update[], day: LocalDate): Plan {
  const byRef = Map.groupBy(
    history.filter((update) => update.on <= day),
    (update) => update.ref,
  );
  const measures = plan.measures.map((measure) => ({
    ...datesAsOf(measure, day),
    standing: standingAfter(measure, byRef.get(measure.ref) ?? [], plan.scheme),
  }));
  return { ...plan, measures };
}

/** The standing after one more report that replaces none: what `standingAfter` would find, without reading the history. */
export function standingWith(measure: Measure, report: Update, scheme: RatingScheme): Standing {
  const inForce = measure.standing ? measure.standing.rating : measure.ratingAsImported;
  const proposes = findRating(scheme, report.rating)?.kind === "complete";
  const rating = proposes ? inForce : (report.rating ?? inForce);
  const impact = report.impact ?? measure.standing?.impact;
  return { rating, ...(impact && { impact }), latest: report, lastUpdate: report.id, ...(proposes && { proposedComplete: true }) };
}

/** Ids run within a measure: six digits, from `000001`. */
export function nextUpdateId(last: string | undefined): string {
  return String(Number(last ?? 0) + 1).padStart(6, "0");
}
