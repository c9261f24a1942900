import type { SpokenOf } from "./said.ts";

/** A reference somebody typed, where it stands in the words. */
export interface RefSaid {
  readonly at: number;
  readonly end: number;
  readonly asTyped: string;
  /** Measures it names: several where an action has several. Empty for one that the plan does not have. */
  readonly refs: readonly string[];
}

const token = /(?<![\p{L}\p{N}.£])#?[\p{L}]{0,4}\d+(?:\.\d+)*[a-z]?(?:\s?\.?[-–—]\s?\d+)?(?![\p{L}\p{N}]|[.:]\d|%)/giu;
const looksLikeRef = /^\d+(?:\.\d+){1,3}(?:-\d+)$|^\d+(?:\.\d+){2,3}$/;
const looksLikeDate = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/;
const unit = /^\s*(?:%|per ?cent|percent|of\b|out of\b|weeks?\b|wks?\b|days?\b|months?\b|hours?\b|hrs?\b|years?\b|million\b|k\b)/i;
const naming = /(?:^|[\n;,.(&]|\b(?:and|for|on|re|regarding|about|in|of|measure|action|ref|reference|number|no|kpi|update|above|with))[\s:.(#•*-]*$/i;

/** The references in some words, in their order. A lone number or a decimal counts only where it cannot be a figure. */
export function refsIn(words: string, measures: readonly SpokenOf[]): RefSaid[] {
  const known = refsByName(measures);
  const found: RefSaid[] = [];
  for (const match of words.matchAll(token)) {
    if (/https?:\/\/\S*$/i.test(words.slice(0, match.index))) continue;
    const whole = match[0];
    const said = readToken(whole, match.index, words, known) ?? shorter(whole, match.index, words, known);
    if (said) found.push(said);
  }
  return withContinuations(words, found, known);
}

/** `2.1.1-1 and -2`: the second says only what differs. */
function withContinuations(words: string, found: readonly RefSaid[], known: ReadonlyMap<string, readonly string[]>): RefSaid[] {
  return found.flatMap((said) => {
    const [, action] = /^(.*\d)[-–—]\d+$/.exec(fold(said.asTyped)) ?? [];
    const more = action && /^(?:\s*(?:,|&|and|\/)\s*-?(\d{1,2})(?![\d.%\p{L}]|\s*(?:of|out|weeks?|days?|per ?cent|staff)\b))/iu.exec(words.slice(said.end));
    const refs = more && known.get(`${action}-${more[1]}`);
    if (!more || !refs) return [said];
    return [said, { at: said.end + more[0].length - (more[1]?.length ?? 0), end: said.end + more[0].length, asTyped: `${action}-${more[1]}`, refs }];
  });
}

/** `2.1.1-1 - 154` is a reference and a figure. */
function shorter(whole: string, at: number, words: string, known: ReadonlyMap<string, readonly string[]>): RefSaid | undefined {
  const [first = ""] = whole.split(/\s?[-–—]\s?/);
  return first === whole ? undefined : readToken(first, at, words, known);
}

function readToken(typed: string, at: number, words: string, known: ReadonlyMap<string, readonly string[]>): RefSaid | undefined {
  const name = fold(typed);
  const end = at + typed.length;
  const refs = known.get(name) ?? known.get(name.replace(/-1$/, "")) ?? [];
  const isWeak = /^\d+(?:\.\d+)?$/.test(name);
  if (isWeak && (refs.length === 0 || unit.test(words.slice(end)) || !namesIt(name, at, end, words))) return undefined;
  if (refs.length === 0 && (looksLikeDate.test(name) || !looksLikeRef.test(name))) return undefined;
  return { at, end, asTyped: typed.trim(), refs };
}

/** A whole number is a reference only where it is called one. */
function namesIt(name: string, at: number, end: number, words: string): boolean {
  const before = words.slice(0, at);
  if (/^\d+$/.test(name)) return /\b(?:measure|action|ref|reference|number|kpi)[\s:.#]*$/i.test(before) || /#$/.test(before) || /^\s*:/.test(words.slice(end));
  return before.trim() === "" || naming.test(before);
}

function refsByName(measures: readonly SpokenOf[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  for (const { ref, action } of measures) if (action !== undefined) known.set(fold(action), [...(known.get(fold(action)) ?? []), ref]);
  for (const { ref } of measures) known.set(fold(ref), [ref]);
  return known;
}

function fold(ref: string): string {
  return ref
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/\.?[-–—]/g, "-")
    .replace(/^#/, "");
}
