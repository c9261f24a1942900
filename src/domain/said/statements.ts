import { tellingWords } from "./plainWords.ts";
import type { RefSaid } from "./refsIn.ts";

/** A piece of a message that speaks of the same measures. */
export interface Statement {
  /** What it says, without the references that begin it. */
  readonly words: string;
  /** References it is certainly about, as they were typed; empty where none are. */
  readonly about: readonly RefSaid[];
  /** Others it names. */
  readonly names: readonly RefSaid[];
}

const joint = /^[\s,;&/+]*(?:(?:and|plus|also)\b)?[\s,;&/+]*$/i;
const start =
  /(?:^|[\n.;!?•]|\b(?:and|also|plus|while|but),?)[\s,:•*()\d.-]*(?:(?:for|on|re|regarding|about|measure|action|ref|reference|kpi|update|as|and|then|hi|hello|hey|good (?:morning|afternoon|evening)|yes|ok|please|pls|put|set|mark|rate|move|change|make|can you|could you|i'd put)[\s:.,#-]*)*$/i;
const pointing = /\b(?:for|on|re|regarding|about|update|measure|action|ref|of|is|this is)[\s:#(]*$/i;
const waiting =
  /\b(?:(?:wait\w*|await\w*|depend\w*|block\w*|held up|behind|because of|linked|links)(?: \w+){0,3}|like|same as|duplicates?|(?:duplicate|copy|part) of|(?:instead of|(?:replaced|superseded|covered) by|merged (?:with|into))|as with|as in|after|before|see|until)[\s:#(]*$/i;
/** Said before a reference and belonging to what follows it. */
const likewise = /(?:^|[\n.;,!?•]|\band\b)\s*((?:and |the )*(?:same|ditto|likewise|as above)\b[^.;,!?\n]{0,30}\b(?:for|on|with)[\s:]*)$/i;

/**
 * Splits a message where it goes over to other measures: at a line or a sentence that begins with their references, or
 * at one after a comma once the measures before have had their say.
 */
export function statements(words: string, refs: readonly RefSaid[]): readonly Statement[] {
  const groups = groupsOf(words, refs);
  const heads = groups.filter((group) => beginsStatement(words, group, groups));
  const first = heads[0] ? beginOf(words, heads[0]) : words.length;
  const before = statementOf(words, 0, first, [], refs);
  const rest = heads.map((head, n) => statementOf(words, head.at(-1)?.end ?? 0, heads[n + 1] ? beginOf(words, heads[n + 1] ?? []) : words.length, head, refs));
  // A greeting before the first reference says nothing of its own.
  return before.words !== "" && (tellingWords(before.words).length > 0 || rest.length === 0) ? joinBefore(before, rest) : rest;
}

/** Words before the first reference belong to it where there is no other: `green for 2.1.1-1, all trained` never comes here. */
function joinBefore(before: Statement, rest: readonly Statement[]): readonly Statement[] {
  const [only, ...others] = rest;
  if (only && others.length === 0 && before.names.length === 0) return [{ ...only, words: `${before.words}\n${only.words}`.trim() }];
  return [before, ...rest];
}

function statementOf(words: string, from: number, to: number, head: readonly RefSaid[], refs: readonly RefSaid[]): Statement {
  const within = refs.filter(({ at, end }) => at >= from && end <= to && !waiting.test(words.slice(from, at)));
  const said = words
    .slice(from, to)
    .replace(/^[\s:,.)–—=-]+/, "")
    .replace(/(?:[\s,;&]+(?:and|also|plus))?[\s,;&•*(–—-]*$/i, "")
    .trim();
  if (head.length > 0) return { words: `${likewise.exec(words.slice(0, head[0]?.at))?.[1] ?? ""} ${said}`.trim(), about: head, names: within };
  const [named, ...more] = within;
  const isMeant = named && more.length === 0 && isPointedAt(words.slice(from, to), named.at - from, named.end - from);
  return isMeant ? { words: withoutPointer(said, named.asTyped), about: [named], names: [] } : { words: said, about: [], names: within };
}

/** `green for 2.1.1-1, all trained`, `all trained, green 2.1.1-1`; never what the work waits for. */
function isPointedAt(words: string, at: number, end: number): boolean {
  const before = words.slice(0, at);
  return (
    !waiting.test(before) &&
    (pointing.test(before) ||
      words
        .slice(end)
        .trim()
        .replace(/[.!)]+$/, "") === "")
  );
}

function withoutPointer(words: string, asTyped: string): string {
  const at = words.indexOf(asTyped);
  if (at < 0) return words;
  const before = words.slice(0, at).replace(/\s*\b(?:for|on|re|regarding|about|update (?:on|for)|measure|action)[\s:#(]*$/i, " ");
  return `${before} ${words.slice(at + asTyped.length).replace(/^\)/, "")}`
    .replace(/[^\S\n]+/g, " ")
    .replace(/ (?=[,.;:!])/g, "")
    .trim();
}

function beginOf(words: string, [first]: readonly RefSaid[]): number {
  const at = first?.at ?? words.length;
  return at - (likewise.exec(words.slice(0, at))?.[1]?.length ?? 0);
}

/** References with nothing but `and` or a comma between them. */
function groupsOf(words: string, refs: readonly RefSaid[]): RefSaid[][] {
  const groups: RefSaid[][] = [];
  for (const ref of refs) {
    const group = groups.at(-1);
    if (group && joint.test(words.slice(group.at(-1)?.end ?? 0, ref.at))) group.push(ref);
    else groups.push([ref]);
  }
  return groups;
}

function beginsStatement(words: string, group: readonly RefSaid[], groups: readonly (readonly RefSaid[])[]): boolean {
  const at = group[0]?.at ?? 0;
  const previous = groups[groups.indexOf(group as RefSaid[]) - 1]?.at(-1)?.end ?? 0;
  const before = words.slice(0, at);
  if (likewise.test(before)) return true;
  if (start.test(before) && !waiting.test(before)) return isWholeStart(before);
  // `2.1.1-1 green all trained, 2.2.1-5 amber two posts vacant`
  return previous > 0 && /,\s*$/.test(before) && tellingWords(words.slice(previous, at)).length > 0;
}

/** `we did 2.1 and 2.2`: an `and` begins something only after a sentence of its own. */
function isWholeStart(before: string): boolean {
  return (
    !/\b(?:and|also|plus|while|but),?[\s(]*$/i.test(before) ||
    /[.;\n,]\s*(?:and|also|plus|while|but),?[\s(]*$/i.test(before) ||
    tellingWords(before).length >= 1
  );
}
