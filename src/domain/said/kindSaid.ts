import { findRating, type Rating, type RatingKind, type RatingScheme } from "../ratingScheme.ts";
import { slipsBetween } from "../slipsBetween.ts";

/** How people say it on a phone; each must be all that a clause says, since `done in part` and `delayed by a week` are not. */
const plain: readonly (readonly [RatingKind, RegExp])[] = [
  [
    "complete",
    /^(?:all |now |fully |job |100% )?(?:done(?: and dusted)?|completed?|finished|achieved|delivered|closed|sorted|embedded|in place|met|ticked off|wrapped up)(?: (?:and embedded|now|today|in full))?$/,
  ],
  [
    "onTrack",
    /^(?:(?:all|still|now|everything|fully|very much|progressing|well|bang) )*(?:on[- ]?(?:track|target|schedule|course|plan|time)|going (?:well|fine|to plan|great|ok|okay)|progressing well|good progress|no (?:concerns?|issues|problems|worries))$/,
  ],
  [
    "underWay",
    /^(?:(?:still|now|work|all|it) )*(?:in[- ]?progress|under ?way|on[- ]?going|started|has started|in hand|making progress|working on it|being worked on)$/,
  ],
  ["concern", /^(?:(?:still|now|a bit|slightly|a little|some|minor) )*(?:at risk|slipping|behind|delays?|delayed|concerns?|issues|worried|late|wobbly)$/],
  [
    "offTrack",
    /^(?:(?:still|now|badly|seriously|way|very|totally|completely) )*(?:off[- ]?(?:track|target|schedule|course)|stalled|stuck|overdue|behind schedule|no progress|major concerns?|major delays?|in trouble|failing|delayed|stopped)$/,
  ],
  ["notDue", /^(?:(?:still|as) )*(?:not (?:yet )?(?:due|started|begun)(?: yet)?|yet to (?:start|begin)|not started yet|hasn'?t (?:started|begun)(?: yet)?)$/],
  ["waiting", /^(?:(?:still|now) )*(?:on hold|paused|waiting|awaiting|blocked)$/],
];

const hedged =
  /\b(?:nearly|almost|getting there|part(?:ly|ially)?|mostly|not quite|sort of|kind of|kinda|so[- ]so|not (?:too )?bad|on (?:our|my|the) way|halfway|half way|could be (?:better|worse))\b/;

const negated = /(?:\bnot|n['’]?t|\bnever|\bun)\b.{0,20}\b(?:done|completed?|finished|achieved|delivered|met|on track|on target|on schedule|ready)\b/i;
/** Well enough, which is no rating. */
const vague = /^(?:all |pretty |very |so far )*(?:fine|good|great|alright|all right|not bad|well)(?: so far| really)?$/;

export type KindSaid =
  /** One clause at the beginning says one kind and nothing else. `rest` follows it. */
  | { readonly kind: "certain"; readonly rating: Rating; readonly rest: string }
  /** The words speak of the work's state, and not so that one rating is meant. */
  | { readonly kind: "doubtful"; readonly rating?: Rating }
  | { readonly kind: "none" };

/** Finds a rating said without its label: `done`, `all on track`, `on track, some concerns`. */
export function kindSaid(words: string, scheme: RatingScheme): KindSaid {
  const meant = meaningSaid(words, scheme);
  if (meant) return meant;
  const { clause, rest, joined } = firstClause(words);
  if (vague.test(clause)) return { kind: "doubtful", ...onlyOf(scheme.ratings.filter(({ kind }) => kind === "onTrack")) };
  const kinds = plain.filter(([, pattern]) => pattern.test(clause)).map(([kind]) => kind);
  if (kinds.length === 0)
    return { kind: hedged.test(words.toLowerCase()) || negated.test(words) || /[✅✔☑🎉]/u.test(words) || isMisspelt(clause) ? "doubtful" : "none" };
  const ratings = scheme.ratings.filter((rating) => kinds.includes(rating.kind));
  const [rating, ...others] = ratings;
  // `Delayed` is amber to one and red to another; where the scheme has only one of them it is that one's.
  if (!rating || others.length > 0) return { kind: "doubtful" };
  const certain = joined !== "but" && !restDoubts(rest);
  return certain ? { kind: "certain", rating, rest } : { kind: "doubtful", rating };
}

const oftenMisspelt = ["complete", "completed", "finished", "delayed", "achieved", "started", "track", "delivered", "progress"];

/** A few words with a slip of the thumb in one that speaks of the work. */
function isMisspelt(clause: string): boolean {
  const said = clause.split(" ");
  return said.length <= 3 && said.some((word) => word.length >= 4 && oftenMisspelt.some((right) => word !== right && slipsBetween(word, right) === 1));
}

function onlyOf(ratings: readonly Rating[]): { readonly rating?: Rating } {
  return ratings.length === 1 && ratings[0] ? { rating: ratings[0] } : {};
}

/** `done? no`, `done, nearly`: what follows takes it back. */
function restDoubts(rest: string): boolean {
  return /^\s*(?:but|except|apart from|though|although|however|nearly|almost|not|if|when|once|by|bar)\b|\?\s*$/i.test(rest);
}

/** The scheme's own definition of a rating, whether written with a comma, `but` or `and`. */
function meaningSaid(words: string, scheme: RatingScheme): KindSaid | undefined {
  const said = bare(words);
  const meant = scheme.ratings.filter(({ meaning }) => meaning.includes(" ") && (said === bare(meaning) || said.startsWith(`${bare(meaning)} `)));
  const [rating] = meant.toSorted((a, b) => b.meaning.length - a.meaning.length);
  if (!rating || /\?\s*$/.test(words) || findRating(scheme, words)) return undefined;
  // What is left of the words cannot be cut out where they are joined otherwise; then all of them are the narrative.
  const rest = said === bare(rating.meaning) ? "" : words;
  return { kind: "certain", rating, rest };
}

function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/\b(?:but|and|with|though)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const joint = /\s+[-–—]+\s+|[-–—]{2,}|[.,;:!?()\n]+|\s+(?=(?:but|however|though|although|except|apart|because|since|as|so|and|with|thanks)\b)/i;

function firstClause(words: string): { clause: string; rest: string; joined?: "but" } {
  const said = words.trim().replace(/^[^\p{L}\p{N}]+/u, "");
  const split = joint.exec(said);
  const clause = plainly(split ? said.slice(0, split.index) : said);
  const rest = split ? said.slice(split.index + split[0].length) : "";
  const question = split?.[0].includes("?") || /\?\s*$/.test(said);
  return { clause, rest, ...((question || /^(?:but|however|though|although|except|apart)\b/i.test(rest)) && { joined: "but" as const }) };
}

/** Without how sentences begin: `we are`, `it's`, `this is`. */
function plainly(clause: string): string {
  return clause
    .toLowerCase()
    .replace(/\s*(?:\p{Extended_Pictographic}|\ufe0f)/gu, "")
    .replace(/[’‘]/g, "'")
    .replace(
      /^(?:(?:hi|hello|yes|yep|ok|okay|sorry|just|actually|i'd say|i would say|it'?s|it is|its|this is|this one is|that'?s|that is|we are|we're|were|they are|they're|both are|both|mine is|mine are|is|are|has been|have been|now)\s+)+/,
      "",
    )
    .replace(/\s+(?:please|thanks|thank you|now|for now|here|today|at the moment|so far|as planned)$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
