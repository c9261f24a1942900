import type { Rating, RatingScheme } from "../ratingScheme.ts";
import { slipsBetween } from "../slipsBetween.ts";
import { kindSaid } from "./kindSaid.ts";
import { type LabelSaid, labelsIn, withColours, withoutOldRatings } from "./labelsIn.ts";
import { isIdle, wordsIn } from "./plainWords.ts";

/** What some words say of the rating. */
export type RatingSaid =
  /** `rest` is what else they say. */
  | { readonly kind: "certain"; readonly rating: Rating; readonly rest: string; readonly byLabel: boolean }
  /** Something is said and not for certain; `rating` is what it may be, to be shown in a question. */
  | { readonly kind: "doubtful"; readonly rating?: Rating }
  | { readonly kind: "none" };

/**
 * Finds the rating in what somebody typed: a label of the scheme where a rating would stand, else its meaning or a plain
 * word for it. Hedged, negated, several, to come or asked about, it is doubtful.
 */
export function ratingSaid(typed: string, scheme: RatingScheme): RatingSaid {
  const coloured = withColours(typed, scheme);
  const words = withoutOldRatings(coloured, scheme);
  const labels = labelsIn(words, scheme);
  const [first] = labels;
  if (!first) return withoutLabel(words, scheme);
  const isOne = labels.every(({ rating }) => rating === first.rating);
  if (isDoubted(words, first)) return { kind: "doubtful", ...(isOne && !isNegated(words, first) && { rating: first.rating }) };
  if (!isOne) return { kind: "doubtful", ...(isIdle(words.slice(0, first.at)) && !isJoined(words, labels) && { rating: first.rating }) };
  const placed = labels.map((label) => restBeside(words, label, coloured)).find((rest) => rest !== undefined);
  if (placed === undefined) return { kind: "doubtful" };
  return { kind: "certain", rating: first.rating, rest: isOnly(placed, first.rating) ? "" : placed, byLabel: true };
}

/** `green green green` */
function isOnly(words: string, { label }: Rating): boolean {
  return isIdle(words.toLowerCase().replaceAll(label.toLowerCase(), " "));
}

/** `green or amber`, `amber/red`: neither comes first. */
function isJoined(words: string, [first, second]: readonly LabelSaid[]): boolean {
  return first !== undefined && second !== undefined && words.slice(first.end, second.at).trim().length <= 4;
}

function withoutLabel(words: string, scheme: RatingScheme): RatingSaid {
  const initial = /^\W*([a-z])(?:\s*$|\s*[-–—:,.;]+(?:\s|$))/i.exec(words);
  if (initial) {
    const meant = scheme.ratings.filter(({ label }) => label.toLowerCase().startsWith(initial[1]?.toLowerCase() ?? " "));
    if (meant.length === 1 && meant[0]) return { kind: "certain", rating: meant[0], rest: words.slice(initial[0].length), byLabel: true };
    return { kind: "doubtful" };
  }
  const misspelt = misspeltLabels(words, scheme);
  if (misspelt.length > 0) return { kind: "doubtful", ...(misspelt.length === 1 && misspelt[0] && { rating: misspelt[0] }) };
  const said = kindSaid(words, scheme);
  return said.kind === "certain" ? { ...said, byLabel: false } : said;
}

/** A few words may hold a slip of the thumb anywhere; more of them only where they begin. */
function misspeltLabels(words: string, scheme: RatingScheme): readonly Rating[] {
  const all = wordsIn(words).filter((word) => !isIdle(word));
  const likely = all.length <= 3 ? all : all.slice(0, 1);
  return scheme.ratings.filter(({ label }) => likely.some((word) => isSlipOf(word, label.toLowerCase())));
}

const realWords = new Set("greet greed greek queen great seen been teen glue clue blur true grew read bread grow gone held hold risk track".split(" "));

function isSlipOf(word: string, label: string): boolean {
  if (label.length < 4 || word.length < 3 || realWords.has(word)) return false;
  return new RegExp(`^${label}(?:ish|y|er|s)$`).test(word) || (word !== label && slipsBetween(word, label) === 1);
}

const hedgeBefore =
  /\b(?:maybe|perhaps|possibly|probably|prob|might|could|should|would|will|hope(?:fully)?|hoping|nearly|almost|borderline|mostly|sort of|kind of|kinda|between|towards?|aim(?:ing)? for|expect(?:ed|ing)?|think|guess|unless|if|until|till|before|light|dark|somewhere|heading|going|get(?:ting)? to|close to|verging on|more like)\b[^.;!?\n]{0,25}$/i;
const hedgeAfter =
  /^(?:[-\s]?(?:ish|y)\b|\s*[+/?]|\s*-\s*(?:plus|minus)\b|\s+(?:plus|minus|or|by|if|once|when|until|till|unless|from (?:next|the)|next|soon|after|maybe|perhaps|probably|i think|i guess|ish|verging|bordering|heading|tending|leaning|in (?:a|an|the next|two|three|\d+) (?:days?|weeks?|months?))\b)/i;

/** `Amber Smith will send it` */
const givenName = /^Amber [A-Z][a-z]+ (?:will|is|has|can|said|says|leads|does|and|from|to|was|sent)\b/;

function isDoubted(words: string, label: LabelSaid): boolean {
  const before = words.slice(0, label.at).replace(/\bi (?:would|['’]d) say\b/i, "");
  if (givenName.test(words.slice(label.at))) return true;
  return hedgeAfter.test(words.slice(label.end)) || hedgeBefore.test(before) || isNegated(words, label) || /\?\s*$/.test(words.trim());
}

function isNegated(words: string, { at }: LabelSaid): boolean {
  return /\b(?:not|isn['’]?t|no longer|never|neither|nor|can['’]?t(?: be| say)?|wasn['’]?t|aren['’]?t)\b[^.;!?\n]{0,20}$/i.test(words.slice(0, at));
}

const naming =
  /\b(?:rating|rag|brag|status|rated?|mark(?:ed)?|call|call it|say|saying|it['’]?s|this is|that['’]?s|is|are|remains?|stays?|staying|moved?(?: to)?|changed?(?: to)?|gone|went|turned|back to|down as|now)(?:\s+(?:as|it|this|us|at|to|is|now|an?|still|down|back))*\s*[:=]?\s*$/i;
const lastPiece = /[^.,;:!\n)–—-]*$/;

/**
 * What the words say beside a label that stands as a rating; undefined where it is a word among others.
 *
 * @param typed - the words before old ratings were blanked out: where the label stands in a sentence, all of it is told
 */
function restBeside(words: string, { at, end }: LabelSaid, typed: string): string | undefined {
  const before = words.slice(0, at);
  const after = words.slice(end);
  if (isIdle(before) && !/\b(?:the|our|an?|my)\s*$/i.test(before)) return trimmed(after);
  const piece = lastPiece.exec(before)?.[0] ?? "";
  if (isIdle(after) && piece.length < before.length && isIdle(piece)) return trimmed(before.slice(0, before.length - piece.length));
  const standsAlone = piece.length < before.length && isIdle(piece) && /^\s*[,.;:!\n–—-]/.test(after);
  return standsAlone || naming.test(before) ? trimmed(typed) : undefined;
}

/** Without the punctuation that only joined the rating to the words, and what was blanked out. */
function trimmed(words: string): string {
  return words
    .replace(/\(\s*\)/g, "")
    .replace(/[^\S\n]{2,}/g, " ")
    .replace(/^(?:[\s.,;:!–—=)*•|/-]|\((?=\s))+/, "")
    .replace(/[\s,;:–—(-]+$/, "");
}
