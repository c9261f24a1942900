import { areaWord, typedRef } from "../domain/typedRef.ts";

const told = "sent|made|given|built|written|is|are|was|were|will|has|have|had|remains?|now|with|to";
/** What somebody reports of a thing, right after naming it: no name of a person, lead or area begins so. */
const reporting = `(?!(?:[a-z-]+ed|${told}|held|done|gone|went|put|set|met|out|in place|on|by|about|of|and|but|so|not|being|due|still|ready|complete)\\b)`;
const name = `${reporting}[\\p{L}&-]+(?: ${reporting}[\\p{L}&-]+)?`;
const areaKind = `(?:${areaWord} )?`;
const area = `(?:(?:in|for|of) )?${areaKind}(?:${typedRef}|${name})`;
const part = `(?:(?:measure|action|section|${areaWord}) )?(?:${typedRef}|${name})`;
const listFrom = "from \\d+";
const timeAhead = "(?:from|until|till|on|next|this|today|tomorrow|as of|starting)";
const time =
  "(?:the )?(?:last|past|previous|this|yesterday|today|\\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn)";

const only = (pattern: string) => new RegExp(`^(?:${pattern})$`, "iu");

/**
 * What may follow a command's name, for those whose names begin what a lead reports too: `email sent to all schools` and
 * `changes made to the pathway` ask for nothing.
 */
export const whatFollows = {
  /** A word of courtesy. */
  nothing: only("(?:(?:please|pls|now|today|me|my|again|thanks|thank you|all|there|everyone|everybody|team|drumbeat|bot|this week)[ !]*){1,2}"),
  area: only(area),
  /** An area or a reference, and where in a long list to go on. */
  areaFrom: only(`(?:${area})?\\s*(?:${listFrom})?`),
  /** An area, the dates it is judged by, and where in a long list to go on. */
  areaOrList: only(`(?:(?:by |against )?(?:the )?original(?: dates?)?)?\\s*(?:${area})?\\s*(?:${listFrom})?`),
  /** A rating in a plan's own words, and the like. */
  ratingOrList: only(`(?!.*\\b(?:${told}|shared)\\b)(?:[\\p{L}&/-]+(?: [\\p{L}&/-]+){0,3})?\\s*(?:${area})?\\s*(?:${listFrom})?`),
  listFrom: only(listFrom),
  /** A measure, action, section or area, and why. */
  partWithReason: only(`${part}(?: from monitoring)?(?:[,;:]?\\s+(?:because|as|since)\\b.*|[:;]\\s.*|\\s[–—-]\\s.*)?`),
  /** A measure, and words about it. */
  measureFirst: only(`(?:(?:measure|action) )?${typedRef}(?:[\\s,:].*)?`),
  /** A lead as the plan writes it, or a measure. */
  leadOrMeasure: only(`(?:(?:measure|action) )?${typedRef}|(?!\\d+ )${reporting}(?!.*, *(?:on track|red|amber|green|blue|done|complete)).+`),
  /** A time that has been, and an area besides. */
  past: only(`(?:(?:(?:in|for|of) )?${areaKind}${typedRef} ?)?(?:since [^,;:]+|(?:(?:from|after|in|over|during|for|of|on) )?${time}[^,;:]*)?`),
  /** Somebody to somebody. */
  to: only(`${reporting}.*\\S to \\S.*`),
  for: only(`${reporting}.*\\S for \\S.*`),
  /** Who is asked instead, and from when. */
  somebody: only(`(?!days?\\b)${reporting}[^\\s,;:]+(?: (?!${timeAhead}\\b)[^\\s,;:]+){0,3}(?:,? ${timeAhead}\\b.*)?`),
  name: only(`${reporting}\\S.*`),
  word: only(`${reporting}\\S+`),
} as const;
