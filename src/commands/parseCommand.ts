import { areaWord, typedRef } from "../domain/typedRef.ts";
import type { Command } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

export type Parsed =
  | { readonly kind: "command"; readonly command: Command; readonly rest: string }
  /** The first word begins several commands. */
  | { readonly kind: "ambiguous"; readonly commands: readonly Command[] }
  | { readonly kind: "unknown" };

/** How people ask for something in a sentence: `please show me the summary`. */
const asking =
  /^(?:please |pls |can (?:you|i) |could (?:you|i) |would you |i(?:'d| would) like (?:to )?|i want (?:to )?|let me |may i |show |see |get |give |tell |have |me |us |a |the |my |latest |current |what(?:'s| is| are) |whats |list )+/i;
/** Beginnings of commands that are words of their own: answers begin with them, such as `not started`, `see attached` and `ref 2.1.1-3`. */
const everyday = new Set("no not see ta take us use as up his he im re ref set".split(" "));
/** As people write one, and whatever else a plan may call its measures in a word or two. */
const reference = new RegExp(`^(?:(?:for|of|measure|action)\\s+)*(?:${typedRef}|[\\p{L}&-]+(?:\\s+[\\p{L}\\d&-]+)?)$`, "iu");
const areaOrRef = new RegExp(`^(?:${areaWord} )?${typedRef}$`, "i");

/**
 * Finds the command in typed words: by its name or an alias in any capitals, the longest that fits, else by a prefix of
 * its name that fits no other, else in a sentence that asks for one by its name. Closing punctuation is no part of it.
 * A sentence that only begins like a command, such as `update: all staff trained` or `his post is filled`, is none.
 * Pure: who may run it, and where, is asked later.
 */
export function parseCommand(words: string, commands: readonly Command[]): Parsed {
  const typed = words
    .trim()
    .replace(/\s+/g, " ")
    .replace(/(?<=\w)[.!?,;]+$/, "");
  const named = byName(typed, names(commands));
  if (named) return named;

  const [first = "", ...others] = typed.split(" ");
  const prefix = first.toLowerCase();
  const rest = others.join(" ");
  const mayBegin = prefix && !everyday.has(prefix) && isShort(rest, prefix);
  const begun = mayBegin ? commands.filter((one) => !one.exact && one.name.startsWith(prefix) && mayFollow(rest, one)) : [];
  if (begun.length === 1 && begun[0]) return { kind: "command", command: begun[0], rest };
  if (begun.length > 1) return { kind: "ambiguous", commands: begun };
  const asked = typed
    .replace(/[’‘]/g, "'")
    .replace(asking, "")
    .replace(/ please$/i, "");
  if (asked === typed) return { kind: "unknown" };
  const inSentences = names(commands).filter(({ command }) => command.inSentences !== false);
  return byName(asked, inSentences) ?? { kind: "unknown" };
}

interface Named {
  readonly name: string;
  readonly command: Command;
}

/** Every message asks for them, of the same commands. */
const namesOf = new WeakMap<readonly Command[], readonly Named[]>();

/** Names and aliases, the longest first. */
function names(commands: readonly Command[]): readonly Named[] {
  const known = namesOf.get(commands);
  if (known) return known;
  const made = commands
    .flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => ({ name, command })))
    .sort((a, b) => b.name.length - a.name.length);
  namesOf.set(commands, made);
  return made;
}

function byName(typed: string, named: readonly Named[]): Parsed | undefined {
  const lower = typed.toLowerCase();
  for (const { name, command } of named) {
    if (!lower.startsWith(name) || (lower.length > name.length && lower[name.length] !== " ")) continue;
    const rest = typed.slice(name.length).trim();
    if (mayFollow(rest, command)) return { kind: "command", command, rest };
  }
  return undefined;
}

function mayFollow(rest: string, { usage, alone, exact, takes }: Command): boolean {
  if (rest === "" || exact) return rest === "";
  if (takes) return takes.test(rest);
  if (alone) return whatFollows.nothing.test(rest);
  return !/\bREF\]?$/.test(usage) || reference.test(rest);
}

/** After the beginning of a name comes a reference, or a single word once the beginning is clear. */
function isShort(rest: string, prefix: string): boolean {
  return rest === "" || areaOrRef.test(rest) || (prefix.length >= 3 && /^\S+$/.test(rest));
}
