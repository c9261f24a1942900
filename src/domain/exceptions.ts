import { challengeForBoard } from "./challenge/challenge.ts";
import { challengesStanding } from "./challenge/challengesStanding.ts";
import { wordsOf } from "./confidential.ts";
import { inWords, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { Change } from "./picture.ts";
import type { Plan } from "./plan.ts";
import type { Rating, RatingKind } from "./ratingScheme.ts";
import { timesInWords } from "./slipInWords.ts";
import { ratingOf, reportedOn } from "./standing.ts";
import { summarise } from "./summary.ts";

/** A measure the board must look at, and why. */
export interface Exception {
  readonly ref: string;
  readonly area: string;
  readonly words: string;
  readonly leads: readonly string[];
  readonly rating?: Rating;
  /** `112 days overdue; off track`: all that holds, in words. */
  readonly why: string;
  /** What its lead said last, and the day; what the file said where nobody has reported since. */
  readonly said?: string;
  readonly heardOn?: LocalDate;
  /** What its lead said would help. */
  readonly help?: string;
  /** What does not fit together in it, in words, and what its lead says to that. */
  readonly challenges?: readonly string[];
  readonly reason?: string;
}

/** Only ratings that went up or down and dates that moved are news by themselves. */
function newsOf({ did }: Change): string | undefined {
  if (did.kind === "rated" && did.way !== "neither") return `${did.way}: ${did.from} to ${did.to}`;
  return did.kind === "moved" && did.to ? `date moved to ${inWords(did.to)}` : undefined;
}

function startsBefore({ due }: Measure, today: LocalDate, nextOn: LocalDate | undefined): string | undefined {
  const start = due.kind === "startOnly" ? due.from : due.startsOn;
  return start && nextOn && start > today && start <= nextOn ? `starts on ${inWords(start)}` : undefined;
}

const worrying: Partial<Record<RatingKind, string>> = { offTrack: "off track", concern: "concerns" };

/** What is held against the plan besides where it stands. */
export interface ExceptionNews {
  /** Since the board last looked. */
  readonly changes?: readonly Change[];
  /** The day the board looks next: what is to start before it is shown. */
  readonly nextOn?: LocalDate;
}

/**
 * What the board must look at: off track, of concern, overdue, proposed complete, newly better or worse, moved since the
 * board last looked, about to start, or challenged. Off track first, then concerns, then the longest overdue, then the rest.
 */
export function exceptionsOf(plan: Plan, today: LocalDate, { changes = [], nextOn }: ExceptionNews = {}): Exception[] {
  const changed = Map.groupBy(changes, ({ ref }) => ref);
  const lateBy = new Map(summarise(plan, today).areas.flatMap((area) => area.overdue.map((one) => [one.ref, one.daysOverdue] as const)));
  return plan.measures
    .filter(({ released }) => released === undefined)
    .flatMap((measure) => {
      const rating = ratingOf(measure, plan.scheme);
      const days = lateBy.get(measure.ref) ?? 0;
      const reasons = [
        rating && worrying[rating.kind],
        days > 0 && `${days} ${days === 1 ? "day" : "days"} overdue`,
        measure.standing?.proposedComplete && "proposed complete: waits for sign-off",
        ...(changed.get(measure.ref) ?? []).map(newsOf),
        startsBefore(measure, today, nextOn),
      ].filter((reason) => typeof reason === "string");
      const challenges = challengesStanding(measure, plan.scheme).map(challengeForBoard);
      if (challenges.length > 0) reasons.push("challenged");
      const weight = (rating?.kind === "offTrack" ? 1e6 : rating?.kind === "concern" ? 1e5 : 0) + days;
      if (reasons.length === 0) return [];
      const moves = measure.dateMoves?.length ?? 0;
      const isNews = changed.get(measure.ref)?.some(({ did }) => did.kind === "moved") ?? false;
      if (moves > (isNews ? 1 : 0)) reasons.push(`date moved ${timesInWords(moves)}${isNews ? " in all" : ""}`);
      const { ref, area, leads, narrativeAsImported } = measure;
      const words = wordsOf(plan, measure);
      const latest = measure.standing?.latest;
      const said = latest?.narrative ?? narrativeAsImported;
      const exception: Exception = {
        ...{ ref, area, words, leads, rating, why: reasons.join("; "), said, heardOn: reportedOn(measure, plan), help: latest?.help },
        ...(challenges.length > 0 && { challenges, ...(latest?.why && { reason: latest.why }) }),
      };
      return [{ weight, exception }];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ exception }) => exception);
}
