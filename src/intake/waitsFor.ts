import { stems } from "./likeness.ts";

/** What a date's words say of what must come first. */
export interface Awaited {
  /** Refs, of those there are. */
  readonly refs: readonly string[];
  /** They come from words alike, which somebody should confirm. */
  readonly guessed: boolean;
}

const ofRefs = /\b\d+(?:\.\d+)+[a-z]?(?:-\d+)?\b/g;
const following = /\b(?:following|after|once|subject to|depend(?:s|ing|ent) (?:up)?on|await(?:s|ing)|on completion of|when)\b\s+(.*)$/is;
const bringsAbout = /^\W*(?:\w+ (?:and )?){0,3}?(?:publish|complete|produce|write|issue|agree|approve|develop|revise)/i;
/** Words of any plan, by which nothing can be told apart. */
const common = new Set(["revis", "updat", "new", "issue", "compl", "agree", "plan", "actio", "date", "publi", "appro", "furth", "final"]);
const nothing: Awaited = { refs: [], guessed: false };

/**
 * Finds what measures wait for in the words of their dates: references (`after 1.3`), or words that another measure shares
 * which brings the thing about (`following revised JSNA issue` is the one that publishes the JSNA), or which it alone shares.
 *
 * @param measures - all of the plan, in its order
 */
export function awaitedFinder(measures: readonly { readonly ref: string; readonly words: string }[]) {
  const there = new Set(measures.map(({ ref }) => ref));
  const byStem = new Map<string, Set<number>>();
  const found = new Map<string, readonly number[]>();

  /** @returns the refs a cell names, of those there are */
  function refsIn(cell: string, own: string): string[] {
    return [...new Set(cell.match(ofRefs) ?? [])].filter((ref) => ref !== own && there.has(ref));
  }

  function inDate(phrase: string, own: string): Awaited {
    const words = following.exec(phrase)?.[1];
    if (!words) return nothing;
    const named = refsIn(words, own);
    if (named.length > 0) return { refs: named, guessed: false };

    const sharing = (found.get(words) ?? allSharing(words)).flatMap((at) => measures[at] ?? []).filter(({ ref }) => ref !== own);
    const one = sharing.find((measure) => bringsAbout.test(measure.words)) ?? (sharing.length === 1 ? sharing[0] : undefined);
    return one ? { refs: [one.ref], guessed: true } : nothing;
  }

  function allSharing(words: string): readonly number[] {
    if (byStem.size === 0)
      for (const [at, measure] of measures.entries()) for (const stem of stems(measure.words)) byStem.set(stem, (byStem.get(stem) ?? new Set()).add(at));
    const [first, ...others] = [...stems(words)].filter((stem) => !common.has(stem) && !/^\d+$/.test(stem));
    const all =
      first === undefined || others.length > 5 ? [] : [...(byStem.get(first) ?? [])].filter((at) => others.every((stem) => byStem.get(stem)?.has(at)));
    found.set(words, all);
    return all;
  }

  return { refsIn, inDate };
}
