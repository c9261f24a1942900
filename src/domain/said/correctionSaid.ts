import type { RatingScheme } from "../ratingScheme.ts";
import { labelsIn, withColours, withoutOldRatings } from "./labelsIn.ts";
import { otherMatters } from "./otherMatters.ts";
import { isIdle, wordsIn } from "./plainWords.ts";
import { ratingSaid } from "./ratingSaid.ts";

/** What somebody says to put right what they said a moment ago; both empty where they say no more than that it was wrong. */
export interface CorrectionSaid {
  /** A label of the scheme. */
  readonly rating?: string;
  /** What else they say. */
  readonly words: string;
}

/**
 * What a piece of a sentence tells: that it was `wrong`, what was `meant`, that it is `corrected`; a `hint` does so only beside
 * a bare rating, `should` beside a figure too, and `no` and `sorry` do together. A `filler` tells nothing.
 */
type Sign = "wrong" | "meant" | "corrected" | "no" | "sorry" | "should" | "hint" | "filler";

const thing = "(?:measure|one|ref|reference|rating|colou?r|number|figure|update|answer|action|button|line|item|kpi|box)";
const wrong = `(?:a |an |the |my |all |just |completely )*(?:wrong(?: ${thing})?|mistake|error|typo|incorrect|mistaken|not right|not correct|not what i meant|by mistake|in error)`;
/** Whatever is wrong, there the clause ends. */
const ends = "(?=\\s*(?:$|[,.;:!–—-]|\\b(?:sorry|actually|i meant|meant|(?:it|that|this) (?:should|was)|should)\\b))";
const saying = "(?:say|put|write|type|rate|mark|press|pick|choose|click|send|give|be)";

const beginnings: readonly (readonly [Sign, RegExp])[] = [
  [
    "wrong",
    new RegExp(`^(?:(?:that|this|it|what i (?:said|put|wrote|sent)|my (?:last )?(?:answer|update|message|rating))(?:'?s| is| was) )${wrong}${ends}`, "i"),
  ],
  ["wrong", new RegExp(`^(?:the )?wrong ${thing}${ends}`, "i")],
  ["wrong", new RegExp(`^(?:please |pls )?(?:undo|take back) (?:that|this|it)(?: (?:one|update|please))*${ends}`, "i")],
  [
    "wrong",
    new RegExp(
      `^i(?:'ve| have)? ?(?:just )?(?:got|made|put|pressed|typed|said|picked|chose|clicked|hit|gave|sent|rated|marked|did|answered|used) (?:(?:that|it|this|you) )?${wrong}${ends}`,
      "i",
    ),
  ],
  [
    "wrong",
    new RegExp(
      `^(?:please |pls )?(?:ignore|disregard|scrap|scratch|forget|strike|cancel|delete|discard) (?:that|this|it|(?:my|the) (?:last|previous))(?: (?:one|update|answer|message|last one|please))*${ends}`,
      "i",
    ),
  ],
  ["wrong", new RegExp(`^(?:(?:that|this|it) was (?:meant )?for|i meant(?: it| that)?(?: for)?) (?:the other|another) (?:one|measure|action)${ends}`, "i")],
  [
    "meant",
    new RegExp(
      `^(?:what )?(?:i )?(?:really |actually |of course )?meant(?: was)?(?: to ${saying}\\b|(?! to\\b))(?: (?:it|that|this)(?: (?:is|was|to be|as))?\\b)?`,
      "i",
    ),
  ],
  ["corrected", /^(?:(?:correction|typo)(?=\W*$|\s*[,.;:!–—-])|(?:slip of the (?:thumb|finger)|fat fingers?|my (?:mistake|bad|error))\b)/i],
  // Of the work as well: `it was supposed to be finished in March`.
  ["hint", /^(?:that|this|it) was (?:meant|supposed) to (?:be|say|read)\b/i],
  ["should", /^(?:(?:that|this|it|which|i) )?(?:should|shd|shld)(?:'ve| have| of)? (?:be|been|say|said|read|put)\b/i],
  ["hint", /^(?:make|change|switch) (?:(?:that|it|this)(?: (?:one|to|into))*|to|into)\b/i],
  ["hint", /^(?:actually|oops|whoops|hang on|hold on|hold up|wait|rather|i mean|in fact|on second thoughts?)\b/i],
  ["no", /^(?:no|nope|nah)\b/i],
  ["sorry", /^(?:so |very )?(?:sorry|apologies|my apologies)\b/i],
  ["filler", /^(?:oh|ah|er|erm|um|hm+|well|ok|okay|yes|hi|please|can you|could you|but|so|and)\b/i],
];

const endings: readonly (readonly [Sign, RegExp])[] = [
  ["meant", /\bi meant(?: to say)?$/i],
  ["corrected", /\b(?:typo|my (?:mistake|bad|error))$/i],
  ["hint", /\b(?:actually|instead|i mean|rather|oops)$/i],
  ["filler", /\b(?:so )?(?:sorry|please|thanks|thank you|apologies)$/i],
];

/** More is a report, whatever it begins with. */
const mostWords = 25;
/** Of a rating that is not certain, such as a misspelt one. */
const fewWords = 3;

/**
 * Hears that somebody puts right what they said before: `no sorry amber`, `i meant green`, `that was wrong`. Of itself it
 * tells nothing of which measure; a sentence that only begins so and then reports at length is none.
 *
 * @param typed - without references and quotes
 */
export function correctionSaid(typed: string, scheme: RatingScheme): CorrectionSaid | undefined {
  const said = typed.replace(/[’‘]/g, "'").trim();
  if (/\?\W*$/.test(said) || wordsIn(said).length > mostWords) return undefined;
  const { signs, rest } = withoutSigns(said);
  const has = (sign: Sign) => signs.includes(sign);
  const isSigned = signs.some((sign) => sign !== "filler");
  const isContrasted = isContrast(rest, scheme);
  const isFirm = has("wrong") || has("meant") || has("corrected") || (has("no") && has("sorry")) || (isSigned && isContrasted);
  if (rest === "") return has("wrong") ? { words: "" } : undefined;
  if (!isSigned && !isContrasted) return undefined;

  const rating = ratingSaid(rest, scheme);
  const label = rating.kind === "none" ? undefined : rating.rating?.label;
  const isNamed = labelsIn(withColours(rest, scheme), scheme).length > 0;
  // `no concerns` says no kind of rating once its `no` is gone.
  if (rating.kind === "certain" && isIdle(rating.rest) && (rating.byLabel || (isFirm && !has("no")))) return { rating: rating.rating.label, words: "" };
  if (rating.kind === "doubtful" && label && isFirm && wordsIn(rest).length <= fewWords) return { rating: label, words: "" };
  if (has("should") && /^£?\d/.test(rest) && wordsIn(rest).length <= fewWords) return { words: rest };
  if (!isFirm || /\bstill\b/i.test(rest)) return undefined;
  if (rating.kind === "certain" && rating.byLabel && rating.rest !== rest) return { rating: rating.rating.label, words: rating.rest };
  // Words without a rating put right what was said only where they say so.
  const isOther = has("no") || isNamed || otherMatters(rest, rest, []) !== undefined;
  return (has("meant") || has("wrong") || has("corrected")) && !isOther ? { words: rest } : undefined;
}

/** `amber not red`: what it was is named too. */
function isContrast(words: string, scheme: RatingScheme): boolean {
  const coloured = withColours(words, scheme);
  return /\b(?:not(?! yet)|instead of|rather than)\b/i.test(words) && withoutOldRatings(coloured, scheme) !== coloured;
}

type Signs = { readonly signs: readonly Sign[]; readonly rest: string };

function withoutSigns(said: string): Signs {
  return taken(taken({ signs: [], rest: bare(said) }, beginnings), endings);
}

/** Takes off one after the other. */
function taken({ signs, rest }: Signs, patterns: typeof beginnings): Signs {
  const found = patterns.find(([, pattern]) => pattern.test(rest));
  return found ? taken({ signs: [...signs, found[0]], rest: bare(rest.replace(found[1], "")) }, patterns) : { signs, rest };
}

/** Without the punctuation around it. */
function bare(words: string): string {
  return words.replace(/^[\s.,;:!…()–—-]+|[\s.,;:!…()–—-]+$/g, "");
}
