import { apartInWords } from "../domain/apartInWords.ts";
import { lastDate } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import { timesInWords } from "../domain/slipInWords.ts";
import { type AreaSummary, type Counts, noStatus, type OverdueMeasure, percentOf, type Tally } from "../domain/summary.ts";
import { days } from "./askInWords.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { phraseInWords } from "./dateInWords.ts";
import { type CardStyle, ratingStyle } from "./ratingStyle.ts";

/** An area as the templates show it: title, who answers for it, bar, counts, and its longest overdue measures. */
export function areaView(area: AreaSummary, scheme: RatingScheme, mostOverdue: number): object {
  const shown = area.overdue.slice(0, mostOverdue);
  const left = area.overdue.length - shown.length;
  return {
    title: areaTitle(area),
    sro: area.sros.length === 0 ? "No senior responsible officer named" : `Senior responsible officer: ${cutAtWord(area.sros.join("; "), 150)}`,
    bar: bar(area.counts, area.unrated, scheme),
    counts: countsInWords(area.counts, area.unrated, scheme),
    proposed: area.proposedComplete.length === 0 ? undefined : `Proposed complete, waiting for the board: ${cutAtWord(area.proposedComplete.join(", "), 150)}`,
    challenged:
      area.challenged.length === 0
        ? undefined
        : `Challenges that stand: ${area.challenged.length} (${cutAtWord(area.challenged.join(", "), 150)}): see their history`,
    released: area.released === undefined ? undefined : `Released from monitoring: ${area.released} of ${area.total}`,
    risks:
      area.risks.length === 0
        ? undefined
        : `Open risks: ${area.risks.length} (${cutAtWord(area.risks.join(", "), 150)}): type risks ${area.ref.replace(/^area /i, "")}`,
    overdue: area.overdue.length === 0 ? "Nothing overdue" : `Overdue: ${area.overdue.length} of ${area.total}`,
    overdueColour: area.overdue.length === 0 ? "Good" : "Attention",
    measures: shown.map(overdueView),
    more: left > 0 && shown.length > 0 ? `and ${left} more: type overdue ${typedRef(area)}` : undefined,
  };
}

/** As it is typed after a command: `2` of `Area 2`. */
export function typedRef({ ref }: { readonly ref: string }): string {
  return ref.replace(/^area /i, "");
}

/** `Area 2: Damaged trust with families` */
export function areaTitle({ ref, title }: { ref: string; title: string }): string {
  return `${areaName({ ref })}: ${cutAtWord(title, 120)}`;
}

/** `Area 2`; plans that number theirs otherwise, or not, name them so. */
export function areaName({ ref }: { readonly ref: string }): string {
  return /^\d/.test(ref) ? `Area ${ref}` : ref;
}

/** A column for each rating that has a count, as wide as its share. */
export function bar(counts: Counts, unrated: number, scheme: RatingScheme): { count: number; style: CardStyle; words: string }[] {
  const columns = scheme.ratings.map(({ label, colour }) => ({
    count: counts[label] ?? 0,
    style: ratingStyle(colour),
    words: `${label} ${counts[label] ?? 0}`,
  }));
  return [...columns, { count: unrated, style: "default" as const, words: `${noStatus} ${unrated}` }].filter(({ count }) => count > 0);
}

/** `Blue 6 · Green 13 · Amber 1`, without what is nought. */
export function countsInWords(counts: Counts, unrated: number, scheme: RatingScheme): string {
  const words = bar(counts, unrated, scheme).map((column) => column.words);
  return words.length === 0 ? "No measures" : words.join(" · ");
}

/** The same with their shares: `Green 10 (67%) · Amber 3 (20%)`. */
export function sharesInWords({ counts, unrated, total }: Tally, scheme: RatingScheme): string {
  const words = bar(counts, unrated, scheme).map((column) => `${column.words} (${percentOf(column.count, total)}%)`);
  return words.length === 0 ? "No measures" : words.join(" · ");
}

function overdueView({ ref, words, leads, daysOverdue, moved }: OverdueMeasure): { title: string; words: string; leads: string } {
  return {
    title: `${ref} · ${days(daysOverdue)} overdue${moved ? ` · date moved ${timesInWords(moved.moves)}` : ""}`,
    words: excerpt(words, 90),
    leads: leadsInWords(leads),
  };
}

/** The same with the day it was due and the rating, for a list that is all about it. */
export function overdueInFull(measure: OverdueMeasure): object {
  const { dueOn, moved, rating } = measure;
  const [first, slip] = [moved && lastDate(moved.original), moved && phraseInWords(moved.original)];
  const atFirst = moved ? ` (at first ${slip}${first ? `: ${apartInWords(first, dueOn)}` : ""})` : "";
  return { ...overdueView(measure), words: excerpt(measure.words, 140), due: `Was due ${inWords(dueOn)}${atFirst} · ${rating ?? noStatus}` };
}

export function leadsInWords(leads: readonly string[]): string {
  return leads.length === 0 ? "No lead named" : `Led by ${cutAtWord(leads.join("; "), 120)}`;
}
