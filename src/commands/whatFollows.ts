/** What somebody reports of a thing, right after naming it: no name of a person, lead or area begins so. */
const reporting =
  "(?!(?:[a-z-]+ed|sent|made|given|held|done|gone|went|out|in place|put|set|met|is|are|was|were|will|has|have|had|to|on|with|by|about|of|and|but|so|not|now|being|due|still|ready|complete)\\b)";
const number = "[\\w()/-]*\\d[\\w.()/]*(?:\\s*[-–—]\\s*\\d+)?";
const areaKinds = "(?:(?:area|priority|concern|theme|workstream) )?";
const area = `(?:(?:in|for|of) )?${areaKinds}(?:${number}|${reporting}[\\p{L}&-]+(?: [\\p{L}&-]+)?)`;
const part = `(?:(?:measure|action|section|area|priority) )?(?:${number}|${reporting}[\\p{L}&-]+(?: [\\p{L}&-]+)?)`;
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
  /** An area, the dates it is judged by, and where in a long list to go on. */
  areaOrList: only(`(?:(?:by |against )?(?:the )?original(?: dates?)?)?\\s*(?:${area})?\\s*(?:from \\d+)?`),
  listFrom: only("from \\d+"),
  /** A measure, action, section or area, and why. */
  partWithReason: only(`${part}(?: from monitoring)?(?:[,;:]?\\s+(?:because|as|since)\\b.*|[:;]\\s.*|\\s[–—-]\\s.*)?`),
  /** A measure, and words about it. */
  measureFirst: only(`(?:(?:measure|action) )?${number}(?:[\\s,:].*)?`),
  /** A lead as the plan writes it, or a measure. */
  leadOrMeasure: only(`(?:(?:measure|action) )?${number}|(?!\\d+ )${reporting}(?!.*, *(?:on track|red|amber|green|blue|done|complete)).+`),
  /** A time that has been, and an area besides. */
  past: only(
    `(?:(?:(?:in|for|of) )?${areaKinds}${number} ?)?(?:since [^,;:]+|(?:(?:from|after|in|over|during|for|of|on) )?${time}[^,;:]*)?(?: (?:in|for|of|on) area [\\w.]+)?`,
  ),
  /** Somebody to somebody. */
  to: only(`${reporting}.*\\S to \\S.*`),
  for: only(`${reporting}.*\\S for \\S.*`),
  name: only(`${reporting}\\S.*`),
  word: only(`${reporting}\\S+`),
} as const;
