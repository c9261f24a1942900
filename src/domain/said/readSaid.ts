import { longestNarrative } from "../answerForm.ts";
import { impactSaid } from "./impactSaid.ts";
import { otherMatters } from "./otherMatters.ts";
import { ownWords } from "./ownWords.ts";
import { tellingWords } from "./plainWords.ts";
import { pleasantry } from "./pleasantry.ts";
import { ratingSaid } from "./ratingSaid.ts";
import { type RefSaid, refsIn } from "./refsIn.ts";
import { reportOf } from "./reportOf.ts";
import type { Asked, Said } from "./said.ts";
import { statements } from "./statements.ts";

/** Longer, and it tells of something: `not mine` is said in few words. */
const mostWordsOfOthers = 60;

/**
 * Reads what somebody typed in chat who was asked about measures.
 *
 * Certain is only what cannot mean anything else: one measure, one rating, words that say why. Everything else comes
 * back as a question with all that was typed. Knows no language but the scheme's own words and plain English.
 */
export function readSaid(typed: string, asked: Asked): Said {
  const { own, quoted, forwarded } = ownWords(typed);
  const nod = pleasantry(own);
  if (nod) return { kind: "pleasantry", ...nod };

  const hinted = meant(refsIn(quoted, asked.measures), asked);
  const context = { ...asked, focus: hinted.length > 0 ? hinted : asked.focus };
  if (forwarded || own === "") return { kind: "unsure", refs: likely(context), draft: { narrative: own.slice(0, longestNarrative * 2) }, forwarded };

  const refs = refsIn(own, asked.measures);
  const said = statements(own, refs);
  if (!said.some(({ words }) => isRated(words, asked))) {
    const about = meant(refs, asked);
    const other =
      own.split(/\s+/).length <= mostWordsOfOthers ? otherMatters(withoutRefs(own, refs), own, about.length > 0 ? about : likely(context)) : undefined;
    if (other) return other;
  }
  const of = reportOf(said, context);
  return of.length > 0 ? { kind: "report", of } : { kind: "unsure", refs: likely(context), draft: { narrative: own }, forwarded };
}

/** A label that stands as a rating makes a report of anything. */
function isRated(words: string, { scheme }: Asked): boolean {
  if (impactSaid(words, scheme).impact) return true;
  const rating = ratingSaid(words, scheme);
  return rating.kind === "certain" && rating.byLabel && tellingWords(words).length > 0;
}

function withoutRefs(words: string, refs: readonly RefSaid[]): string {
  const without = refs.reduceRight((left, { at, end }) => `${left.slice(0, at)} ${left.slice(end)}`, words);
  return without.replace(/^[\s:,.–—-]+/, "");
}

/** The measures some references mean, as far as the person leads them. */
function meant(refs: readonly RefSaid[], { own }: Asked): string[] {
  const all = [...new Set(refs.flatMap((said) => said.refs))];
  const theirs = all.filter((ref) => own.includes(ref));
  return theirs.length > 0 ? theirs : all;
}

/** What words without a reference are about: certain when it is one. */
function likely({ focus, own }: Asked): readonly string[] {
  return focus.length > 0 ? focus : own;
}
