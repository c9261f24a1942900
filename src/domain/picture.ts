import { isConfidential, wordsOf } from "./confidential.ts";
import { lastDate } from "./duePhrase.ts";
import type { LocalDate } from "./localDate.ts";
import type { Plan } from "./plan.ts";
import { findRating, type RatingKind, type RatingScheme } from "./ratingScheme.ts";
import { compareRefs } from "./ref.ts";
import { narrativeOf, ratingOf } from "./standing.ts";

/** Where one measure stood. */
export interface MeasurePicture {
  readonly rating?: string;
  /** The last date of its phrase. */
  readonly due?: LocalDate;
  readonly proposedComplete?: true;
}

/** Where every measure stood on a day, by ref: as little as it takes to say what changed since. */
export type Picture = Readonly<Record<string, MeasurePicture>>;

export function pictureOf(plan: Pick<Plan, "measures" | "scheme">): Picture {
  return Object.fromEntries(
    plan.measures
      .filter(({ hidden }) => !hidden)
      .map((measure) => {
        const [rating, due] = [ratingOf(measure, plan.scheme)?.label, lastDate(measure.due)];
        const proposed = measure.standing?.proposedComplete === true;
        return [measure.ref, { ...(rating && { rating }), ...(due && { due }), ...(proposed && { proposedComplete: true }) }];
      }),
  );
}

/** What changed about one measure since a picture was made, and why. */
export interface Change {
  readonly ref: string;
  /** Absent for one that is gone from the plan. */
  readonly area?: string;
  /** Its words; empty for one that is gone from the plan. */
  readonly words: string;
  readonly did:
    | { readonly kind: "rated"; readonly from?: string; readonly to?: string; readonly way: Way }
    | { readonly kind: "proposed" }
    | { readonly kind: "moved"; readonly from?: LocalDate; readonly to?: LocalDate }
    | { readonly kind: "added" }
    | { readonly kind: "gone" };
  /** What its lead or the board said of it; absent where nobody said anything. */
  readonly reason?: string;
}

/** Whether the board would call it better or worse: by kinds, never by colours. */
export type Way = "better" | "worse" | "neither";

const standsAt: Readonly<Record<RatingKind, number>> = { offTrack: 0, concern: 1, waiting: 2, notDue: 2, underWay: 3, onTrack: 4, complete: 5 };

/**
 * What changed between a picture and the plan as it stands: ratings, proposals, dates, measures that came and went.
 *
 * @returns worse first, then better, then dates, then the rest; within these by ref
 */
export function changesSince(before: Picture, plan: Pick<Plan, "measures" | "scheme" | "matters">): Change[] {
  const now = pictureOf(plan);
  const gone = Object.keys(before)
    .filter((ref) => now[ref] === undefined && !isConfidential(plan, { ref }))
    .map((ref): Change => ({ ref, words: "", did: { kind: "gone" } }));
  const changed = plan.measures
    .filter(({ hidden }) => !hidden)
    .flatMap((measure): Change[] => {
      const { ref, area } = measure;
      const words = wordsOf(plan, measure);
      const [was, is] = [before[ref], now[ref]];
      // No open picture has what is confidential, so there is nothing to compare it with.
      if (!was && isConfidential(plan, measure)) return [];
      if (!was || !is) return [{ ref, area, words, did: { kind: "added" } }];
      const changes: Change[] = [];
      const said = narrativeOf(measure);
      const reason = said === "" ? {} : { reason: said };
      if (was.rating !== is.rating) {
        const { rating: from } = was;
        const { rating: to } = is;
        const way = wayOf(plan.scheme, from, to);
        changes.push({ ref, area, words, did: { kind: "rated", ...(from && { from }), ...(to && { to }), way }, ...reason });
      }
      if (is.proposedComplete && !was.proposedComplete) changes.push({ ref, area, words, did: { kind: "proposed" }, ...reason });
      if (was.due !== is.due) {
        const why = measure.dateMoves?.at(-1)?.reason;
        changes.push({
          ref,
          area,
          words,
          did: { kind: "moved", ...(was.due && { from: was.due }), ...(is.due && { to: is.due }) },
          ...(why && { reason: why }),
        });
      }
      return changes;
    });
  return [...changed, ...gone].sort((a, b) => rank(a) - rank(b) || compareRefs(a.ref, b.ref));
}

function wayOf(scheme: RatingScheme, from: string | undefined, to: string | undefined): Way {
  const [was, is] = [from, to].map((label) => findRating(scheme, label)?.kind);
  if (!was || !is || standsAt[was] === standsAt[is]) return "neither";
  return standsAt[is] > standsAt[was] ? "better" : "worse";
}

function rank({ did }: Change): number {
  if (did.kind === "rated") return { worse: 0, better: 1, neither: 2 }[did.way];
  return { proposed: 3, moved: 4, added: 5, gone: 6 }[did.kind];
}

/**
 * All changes in one line: `2 Amber to Green, 1 new Red, 3 dates moved`. A rating of a kind the board must look at is
 * “new” whatever it was before.
 *
 * @returns undefined where nothing changed
 */
export function changesInShort(changes: readonly Change[], scheme: RatingScheme): string | undefined {
  const counts = new Map<string, number>();
  for (const { did } of changes) {
    const words = inShort(did, scheme);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const parts = [...counts].map(([words, count]) => `${count} ${count === 1 ? words : (plurals[words] ?? words)}`);
  return parts.length > 0 ? parts.join(", ") : undefined;
}

const plurals: Readonly<Record<string, string>> = {
  "date moved": "dates moved",
  "measure added": "measures added",
  "measure gone from the plan": "measures gone from the plan",
};

function inShort(did: Change["did"], scheme: RatingScheme): string {
  switch (did.kind) {
    case "rated": {
      const kind = findRating(scheme, did.to)?.kind;
      if (did.to && (kind === "offTrack" || did.from === undefined)) return `new ${did.to}`;
      return did.to ? `${did.from} to ${did.to}` : `no longer rated ${did.from}`;
    }
    case "proposed":
      return "proposed complete";
    case "moved":
      return "date moved";
    case "added":
      return "measure added";
    case "gone":
      return "measure gone from the plan";
  }
}
