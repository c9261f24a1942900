import type { Command } from "./command.ts";

export type Parsed =
  | { readonly kind: "command"; readonly command: Command; readonly rest: string }
  /** The first word begins several commands. */
  | { readonly kind: "ambiguous"; readonly commands: readonly Command[] }
  | { readonly kind: "unknown" };

/**
 * Finds the command in typed words: by its name or an alias in any capitals, the longest that fits, else by a prefix of
 * its name that fits no other. Closing punctuation is no part of it. Pure: who may run it, and where, is asked later.
 */
export function parseCommand(words: string, commands: readonly Command[]): Parsed {
  const typed = words
    .trim()
    .replace(/\s+/g, " ")
    .replace(/(?<=\w)[.!?,;]+$/, "");
  const lower = typed.toLowerCase();
  const named = commands
    .flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => ({ command, name })))
    .filter(({ name }) => lower === name || lower.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (named) return { kind: "command", command: named.command, rest: typed.slice(named.name.length).trim() };

  const [first = "", ...others] = typed.split(" ");
  const prefix = first.toLowerCase();
  const begun = prefix ? commands.filter((command) => command.name.startsWith(prefix)) : [];
  if (begun.length === 1 && begun[0]) return { kind: "command", command: begun[0], rest: others.join(" ") };
  return begun.length > 1 ? { kind: "ambiguous", commands: begun } : { kind: "unknown" };
}
