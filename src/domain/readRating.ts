import { findRating, type Rating, type RatingKind, type RatingScheme } from "./ratingScheme.ts";

/** What words of a status say of the work; in the order they are asked, since `not yet started, awaiting …` is both. */
const saying: readonly (readonly [RatingKind, RegExp])[] = [
  ["waiting", /\b(?:on hold|(?:a)?waiting|dependent|depends|paused|blocked)\b/],
  ["notDue", /\b(?:not (?:yet )?(?:due|started|begun|commenced)|not due yet|to be started|yet to (?:start|begin|commence)|future|scheduled|planned)\b/],
  [
    "offTrack",
    /\b(?:delay(?:ed|s)?|off[- ]?track|off[- ]?target|overdue|behind|missed|no progress|stalled|major concerns?|incomplete|not (?:complete|completed|met|achieved|on track))\b/,
  ],
  ["concern", /\b(?:some concerns?|at risk|slipp(?:age|ing|ed)|minor (?:delay|issue|concern)s?|partial(?:ly)?(?: met| complete(?:d)?)?)\b/],
  ["complete", /(?<!\b(?:not|in|partially|nearly|almost|be|un)[- ]?)\b(?:completed?|done|closed|achieved|embedded|finished|delivered|met)\b/],
  ["onTrack", /(?<!\bnot )\b(?:on[- ]?track|on[- ]?target|on[- ]?schedule|good progress)\b/],
  ["underWay", /\b(?:in[- ]?progress|under ?way|ongoing|on[- ]?going|started|commenced|live|open|working towards)\b/],
];

const judging: ReadonlySet<RatingKind> = new Set(["notDue", "onTrack", "concern", "offTrack"]);

/** @returns every kind the words say; empty for words that say nothing of the work's state */
export function kindsSaid(words: string): RatingKind[] {
  const said = words.toLowerCase();
  const kinds = saying.filter(([, pattern]) => pattern.test(said)).map(([kind]) => kind);
  // “Not started” speaks of starting, “no longer on hold” is beyond us: the earlier kind takes its own words with it.
  // “In progress, on track” says how it goes besides that it goes.
  return kinds.some((kind) => judging.has(kind)) ? kinds.filter((kind) => kind !== "underWay") : kinds;
}

const plainlyComplete =
  /^(?:now |fully |action |all )?(?:completed?|done|closed|achieved|embedded|finished|delivered|met)(?:,? (?:and|&) (?:embedded|closed|ongoing|signed off|in place))?(?:\s*[-–—:;.,(/].*)?$/;

/**
 * What a cell of statuses says: one kind for certain, in a few words. Complete must be all it says, since `Done in part` and
 * `Complete the audit` are not.
 */
export function statusSaid(cell: string): RatingKind | undefined {
  const said = cell.replace(/\s+/g, " ").trim().toLowerCase();
  if (said.length > 40) return undefined;
  const kind = only(kindsSaid(said));
  return kind === "complete" && !plainlyComplete.test(said) ? undefined : kind;
}

/**
 * Finds the rating a cell means, in whatever way people write one: its label in any capitals, `Amber – on track`
 * (one label among other words), `G` where one label alone begins so, its meaning, or a status word (`Complete`) where one
 * rating alone has its kind.
 *
 * @returns undefined when that is not one rating for certain: `R/A`, `Amber/Green`, words of two kinds
 */
export function readRating(scheme: RatingScheme, written: string): Rating | undefined {
  const said = written.replace(/\s+/g, " ").trim().toLowerCase();
  if (said === "") return undefined;
  return (
    findRating(scheme, said) ??
    only(scheme.ratings.filter(({ label }) => hasWords(said, label.toLowerCase()))) ??
    (hasLabel(scheme, said) ? undefined : byInitial(scheme, said)) ??
    (hasLabel(scheme, said) ? undefined : only(scheme.ratings.filter(({ meaning }) => meaning.toLowerCase() === said))) ??
    (hasLabel(scheme, said) ? undefined : byKind(scheme, said))
  );
}

function byInitial(scheme: RatingScheme, said: string): Rating | undefined {
  return /^[a-z]$/.test(said) ? only(scheme.ratings.filter(({ label }) => label.toLowerCase().startsWith(said))) : undefined;
}

function byKind(scheme: RatingScheme, said: string): Rating | undefined {
  const kind = statusSaid(said);
  return kind && only(scheme.ratings.filter((rating) => rating.kind === kind));
}

function hasLabel(scheme: RatingScheme, said: string): boolean {
  return scheme.ratings.some(({ label }) => hasWords(said, label.toLowerCase()));
}

function hasWords(said: string, label: string): boolean {
  return ` ${said.replace(/[^a-z0-9]+/g, " ")} `.includes(` ${label.replace(/[^a-z0-9]+/g, " ").trim()} `);
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
