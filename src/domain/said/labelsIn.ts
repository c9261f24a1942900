import { findRating, type Rating, type RatingScheme } from "../ratingScheme.ts";

/** A label of the scheme where it stands in some words. */
export interface LabelSaid {
  readonly rating: Rating;
  readonly at: number;
  readonly end: number;
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/(?:[🟢💚🟩]\uFE0F?\s*)+/gu, "green"],
  [/(?:[🟡🟠💛🧡🟨🟧]\uFE0F?\s*)+/gu, "amber"],
  [/(?:(?:🔴|❤️?|🟥)\uFE0F?\s*)+/gu, "red"],
  [/(?:[🔵💙🟦]\uFE0F?\s*)+/gu, "blue"],
  [/(?:[⚫⬛]\uFE0F?\s*)+/gu, "black"],
];

/** A coloured circle stands for the rating of that colour. */
export function withColours(typed: string, scheme: RatingScheme): string {
  return signs.reduce((words, [sign, colour]) => {
    const meant = scheme.ratings.filter((rating) => rating.colour.toLowerCase() === colour);
    return meant.length === 1 && meant[0] ? words.replace(sign, ` ${meant[0].label} `) : words;
  }, typed);
}

const compound =
  /^[\s-]+(?:papers?|badges?|tape|lanes?|roads?|streets?|valley|cross|box|flags?|book|spaces?|lights?|alerts?|belt|bin|herring|ring|wave|bus|room|zone|card|list)\b/i;
const oldRating =
  "(?:from|was|were|previously|formerly|not|isn['’]t|not yet|no longer|instead of|rather than|used to be|last (?:time|month)(?: it was)?|never)";

/** Every label in the words that can be a rating: `blue badge` and `red tape` are none. */
export function labelsIn(words: string, scheme: RatingScheme): LabelSaid[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patternOf(scheme)})(?![\\p{L}\\p{N}])`, "giu");
  return [...words.matchAll(pattern)].flatMap((match) => {
    const rating = meantBy(match[0], scheme);
    const end = match.index + match[0].length;
    return rating && !compound.test(words.slice(end)) ? [{ rating, at: match.index, end }] : [];
  });
}

/** `from amber to green`, `green (was amber)`, `amber not green`: the ones that hold no more are blanked out where one that does is left. */
export function withoutOldRatings(words: string, scheme: RatingScheme): string {
  const label = `(?:${patternOf(scheme)})(?![\\p{L}\\p{N}])`;
  const blank = (match: string) => " ".repeat(match.length);
  const moved = words.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:from\\s+)?${label}\\s*(?:to|into|-+>|=+>|→|➡️?|>+)\\s*(?=${label})`, "giu"), blank);
  const now = moved.replace(new RegExp(`(?<![\\p{L}\\p{N}])${oldRating}\\s+(?:rated |at |a |an |in |on )?${label}`, "giu"), blank);
  return labelsIn(now, scheme).length > 0 ? now : words;
}

/** Slow to make. */
const patterns = new WeakMap<RatingScheme, string>();

/** Labels, other spellings, and the colours of a scheme whose labels are words. */
function patternOf(scheme: RatingScheme): string {
  const known = patterns.get(scheme);
  if (known) return known;
  const names = scheme.ratings.flatMap(({ label, colour }) => [
    label,
    colour,
    ...(colour === "grey" ? ["gray"] : []),
    ...(colour === "amber" ? ["yellow", "orange"] : []),
  ]);
  const pattern = [...new Set(names.map((name) => name.toLowerCase()))]
    .filter((name) => meantBy(name, scheme))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[^\p{L}\p{N}]+/gu, "[\\s-]*"))
    .join("|");
  patterns.set(scheme, pattern);
  return pattern;
}

function meantBy(name: string, scheme: RatingScheme): Rating | undefined {
  const said = oneWay(name);
  const colour = said === "gray" ? "grey" : said === "yellow" || said === "orange" ? "amber" : said;
  const ofColour = scheme.ratings.filter((rating) => rating.colour.toLowerCase() === colour);
  return findRating(scheme, said) ?? scheme.ratings.find(({ label }) => oneWay(label) === said) ?? (ofColour.length === 1 ? ofColour[0] : undefined);
}

function oneWay(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
