import { readFigure } from "../figure.ts";
import { type FieldsSaid, fieldsSaid } from "./fieldsSaid.ts";
import { figureSaid } from "./figureSaid.ts";
import { impactSaid } from "./impactSaid.ts";
import { nearestRefs } from "./nearestRefs.ts";
import { saysWhy, tellingWords, wordsIn } from "./plainWords.ts";
import { type RatingSaid, ratingSaid } from "./ratingSaid.ts";
import type { RefSaid } from "./refsIn.ts";
import type { Asked, Draft, SaidOfOne } from "./said.ts";
import type { Statement } from "./statements.ts";

const noChange =
  /\b(?:no|nothing|not much|little|without)\s+(?:real |further |major |big )*(?:changes?|changed|updates?|movement|news|new|to report|different|to add)\b|\bunchanged\b|\bas per (?:my )?(?:last|previous)\b|\b(?:same|as) (?:as )?(?:before|last|previous|per last|usual|was|it was)\b|\bstill the same\b|^\W*(?:the )?same(?: again)?\W*$|\bhasn'?t changed\b/i;
const asElsewhere = /\b(?:same|ditto|likewise|identical|as above|see above)\b/i;

const ofAll =
  /^\W*(?:they['’]?re |they are |we['’]?re |mine are |mine )?(?:all|both|everything)\s+(?:is |are |still |now )*(?:on[- ]?(?:track|target|course|schedule|plan)|good|done|fine|completed?|green|amber|red|blue|grey|going|progressing|ok|okay|finished|delayed|as|the same|unchanged)\b|\b(?:all|both) of (?:them|mine|these)\b|\bthe lot\b|\bfor (?:all|both)\b|\ball (?:my )?(?:measures|actions)\b/i;

/** What the statements of a message say, each of its measures. Empty where nothing in them can be used. */
export function reportOf(statements: readonly Statement[], asked: Asked): readonly SaidOfOne[] {
  const report: SaidOfOne[] = [];
  for (const statement of statements) report.push(...ofStatement(statement, asked, report));
  return report;
}

function ofStatement(statement: Statement, asked: Asked, before: readonly SaidOfOne[]): readonly SaidOfOne[] {
  const about = [...new Set(statement.about.flatMap((said) => theirs(said, asked)))];
  const unknown = statement.about.find(({ refs }) => refs.length === 0)?.asTyped;
  const isOne = unknown === undefined && statement.about.every((said) => theirs(said, asked).length === 1);
  const { draft, rating, certain } = draftOf(statement, asked, about);
  if (statement.about.length > 0 && isOne) return about.map((ref) => ofMeasure(ref, statement, { draft, rating, certain }, asked, before));
  if (statement.about.length > 0)
    return [{ kind: "askWhich", among: unknown ? insteadOf(unknown, about, asked) : about, draft, forAll: false, ...(unknown && { unknown }) }];

  // Words about no measure in particular: a reference named on the way may be meant as well.
  const named = [...new Set(statement.names.flatMap((said) => theirs(said, asked)))].filter((ref) => asked.own.includes(ref));
  const among = [...new Set([...named, ...likely(asked)])];
  const [only, ...others] = among;
  if (only === undefined || (isNothing(statement, rating) && !draft.impact)) return [];
  // Who says both speaks of two, whatever was asked last.
  if (others.length === 0 && asked.own.length > 1 && /\bboth\b/i.test(statement.words) && ofAll.test(statement.words))
    return [{ kind: "askWhich", among: asked.own, draft, forAll: false }];
  if (others.length === 0) return [ofMeasure(only, statement, { draft, rating, certain }, asked, before)];
  const forAll = ofAll.test(statement.words);
  // What was answered already may be meant as well.
  const also = forAll ? [] : asked.own.filter((ref) => !among.includes(ref));
  return [{ kind: "askWhich", among, ...(also.length > 0 && { also }), draft, forAll }];
}

/** What may be meant by a reference the plan does not have: what else was named, and of their own the nearest first. */
function insteadOf(unknown: string, named: readonly string[], asked: Asked): readonly string[] {
  const nearest = nearestRefs(unknown, asked.own.length > 0 ? asked.own : likely(asked));
  return [...new Set([...named, ...nearest])];
}

function ofMeasure(ref: string, { words }: Statement, { draft, rating, certain }: DraftSaid, asked: Asked, before: readonly SaidOfOne[]): SaidOfOne {
  if (rating.kind === "none" && (asElsewhere.test(words) || noChange.test(words))) {
    const above = before.findLast((said) => said.kind === "answer" && said.ref !== ref);
    const as = above?.kind === "answer" ? { ...above.draft, ref: above.ref } : asElsewhere.test(words) && !noChange.test(words) ? asked.lastSaid : undefined;
    return { kind: "same", ref, draft, ...(as && as.ref !== ref && { as }) };
  }
  if (!certain || draft.rating === undefined || isNewsOfNoStart(ref, rating, asked)) return { kind: "askRating", ref, draft };
  const rated = { ...draft, rating: draft.rating };
  return saysWhy(draft.narrative) ? { kind: "answer", ref, draft: rated } : { kind: "askWhy", ref, draft: rated };
}

/** `Not started`, of what was rated as under way: a worry, rather than not due yet. A rating said by its label counts as it is. */
function isNewsOfNoStart(ref: string, rating: RatingSaid, { measures }: Asked): boolean {
  if (rating.kind !== "certain" || rating.byLabel || rating.rating.kind !== "notDue") return false;
  const rated = measures.find((measure) => measure.ref === ref)?.rated;
  return rated !== undefined && rated !== "notDue";
}

interface DraftSaid {
  readonly draft: Draft;
  readonly rating: RatingSaid;
  readonly certain: boolean;
}

function draftOf({ words: all }: Statement, { scheme, measures }: Asked, about: readonly string[]): DraftSaid {
  const { impact, rest: words } = impactSaid(all, scheme);
  const target = about.length === 1 ? measures.find(({ ref }) => ref === about[0])?.target : undefined;
  const fields = fieldsSaid(words);
  const inHead = ratingSaid(fields ? (fields.rating ?? fields.head) : words, scheme);
  const isBeside = inHead.kind === "none" && fields?.narrative !== undefined;
  const rating = isBeside ? ratingSaid(fields.narrative, scheme) : inHead;
  const label = rating.kind === "none" ? undefined : rating.rating?.label;
  const narrative = fields
    ? narrativeOf(isBeside && rating.kind === "certain" && rating.byLabel ? { ...fields, narrative: rating.rest } : fields, rating)
    : whatElse(words, rating);
  const figure = fields?.figure !== undefined ? figureOf(fields.figure) : figureSaid(narrative, target);
  const draft: Draft = {
    narrative: rating.kind === "certain" && !saysWhy(narrative) && tellingWords(narrative).length === 0 ? "" : narrative.trim(),
    ...(label && { rating: label }),
    ...(figure && { figure }),
    ...(impact && { impact: impact.label }),
    ...(fields?.risk && { risk: withoutStop(fields.risk) }),
    ...(fields?.mitigation && { mitigation: withoutStop(fields.mitigation) }),
    ...(fields?.help && { help: fields.help }),
  };
  return { draft, rating, certain: rating.kind === "certain" };
}

/** A label is taken out of the words; a plain word for a rating belongs to them, unless it is all they say. */
function whatElse(words: string, rating: RatingSaid): string {
  if (rating.kind !== "certain") return words;
  return rating.byLabel || !saysWhy(rating.rest) ? rating.rest : words;
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, "");
}

/** The risk is part of what is told, besides being kept by itself; a figure that begins with no number stays in the words. */
function narrativeOf(fields: FieldsSaid, rating: RatingSaid): string {
  const said = rating.kind === "certain" && fields.rating !== undefined ? rating.rest : fields.rating;
  const figure = fields.figure !== undefined && !figureOf(fields.figure) ? `Figure: ${fields.figure}` : undefined;
  const inHead = fields.rating === undefined && fields.narrative === undefined ? whatElse(fields.head, rating) : undefined;
  const head = inHead ?? (fields.rating !== undefined && tellingWords(fields.head).length > 0 ? fields.head : undefined);
  return [head, said, fields.narrative, figure, fields.risk && `Risk: ${fields.risk}`, fields.mitigation && `Mitigation: ${fields.mitigation}`]
    .filter(Boolean)
    .join("\n");
}

function figureOf(typed: string): string | undefined {
  return readFigure(typed) ? typed : figureSaid(typed);
}

/** The measures a reference means; of an action, those the person leads. */
function theirs({ refs }: RefSaid, { own }: Asked): readonly string[] {
  if (refs.length <= 1) return refs;
  const led = refs.filter((ref) => own.includes(ref));
  return led.length > 0 ? led : refs;
}

function likely({ focus, own }: Asked): readonly string[] {
  return focus.length > 0 ? focus : own;
}

/** One or two words that speak of no rating, no figure and no change: a slip rather than a report. */
function isNothing({ words }: Statement, rating: RatingSaid): boolean {
  return (
    rating.kind === "none" &&
    wordsIn(words).length < 4 &&
    tellingWords(words).length < 3 &&
    !/\d/.test(words) &&
    !noChange.test(words) &&
    !asElsewhere.test(words)
  );
}
