import type { Rating, RatingScheme } from "../ratingScheme.ts";
import { type LabelSaid, labelsIn, withColours } from "./labelsIn.ts";

const named =
  /(?:^|(?<=[\s,;.(]))(?:and\s+|but\s+|with\s+)?(?:the\s+)?impact(?:\s+(?:rating|rag|brag|status))?\s*(?:[:=–—-]\s*|\s(?:is|as|at|remains?|stays?|still|now)\s+(?:still\s+|now\s+|at\s+)?)?$/i;
const hedged = /^(?:\s*[-+/?]|\s*(?:ish|or|and(?!\s+(?:the\s+)?progress)|to|if|by|maybe|perhaps|soon|next)\b)/i;
const progressNamed = /(?:^|(?<=[\n.;,]\s*))progress(?:\s+(?:rating|rag|brag|status))?\s*(?:[:=–—-]\s*|(?:\s+is)?\s+)$/i;

/**
 * Finds the rating of impact where it is named as such: `progress green, impact amber`, `impact: red`. What is left is
 * about progress. Anything less plain stays in the words.
 */
export function impactSaid(typed: string, scheme: RatingScheme): { readonly impact?: Rating; readonly rest: string } {
  if (!/\bimpact\b/i.test(typed)) return { rest: typed };
  const words = withColours(typed, scheme);
  const labels = labelsIn(words, scheme);
  const found = labels.filter(({ at, end }) => isNamed(words.slice(0, at), labels) && !hedged.test(words.slice(end)));
  const [one, ...others] = found;
  if (!one || others.length > 0) return { rest: typed };
  const before = words
    .slice(0, one.at)
    .replace(named, "")
    .replace(/[\s,;(–—-]+$/, "");
  const after = words.slice(one.end).replace(/^\s*\)/, "");
  const rest = `${before}${before !== "" && /^\s*[\p{L}\p{N}]/u.test(after) ? ", " : ""}${after}`.replace(/^(?:[\s,;.:–—-]|and\s)+/i, "");
  return { impact: one.rating, rest: withoutProgress(rest, scheme) };
}

/** `limited impact - amber` names no rating of impact: where it is named, something ends before it. */
function isNamed(before: string, labels: readonly LabelSaid[]): boolean {
  const naming = named.exec(before);
  if (!naming) return false;
  const until = before.slice(0, naming.index).trimEnd();
  return /(?:^|[.,;:(\n–—-])$/.test(until) || /^(?:and|but|with)\b/i.test(naming[0]) || labels.some(({ end }) => end === until.length);
}

/** `progress green` says which of the two it is, and only the label is left of it. */
function withoutProgress(words: string, scheme: RatingScheme): string {
  const label = labelsIn(words, scheme).find(({ at }) => progressNamed.test(words.slice(0, at)));
  return label ? words.slice(0, label.at).replace(progressNamed, "") + words.slice(label.at) : words;
}
