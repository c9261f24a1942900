import { slipsBetween } from "../domain/slipsBetween.ts";
import type { Command } from "./command.ts";

/** Offered where nothing typed comes near a command. */
const usual = ["mine", "summary", "help"];

/** The commands nearest to what was typed, nearest first: by slips of the thumb, or by a word of theirs among others. */
export function nearestCommands(words: string, commands: readonly Command[], most = 3): readonly Command[] {
  const typed = words.toLowerCase().match(/[\p{L}\d-]+/gu) ?? [];
  const scored = commands.flatMap((command) => {
    const score = Math.min(...[command.name, ...(command.aliases ?? [])].map((name) => distance(typed, name)));
    return score < 1 ? [{ command, score }] : [];
  });
  const near = scored.sort((a, b) => a.score - b.score).map(({ command }) => command);
  const others = usual.flatMap((name) => commands.find((command) => command.name === name) ?? []);
  return [...new Set([...near, ...others])].slice(0, most);
}

/** Slips for each letter of the name; from 1 on there is no likeness. */
function distance(typed: readonly string[], name: string): number {
  const length = name.split(/[ -]/).length;
  const spans = typed.slice(0, 12).map((_, at) => typed.slice(at, at + length).join(" "));
  const slips = spans.map((span) => slipsBetween(span, name.replaceAll("-", " ")));
  const fewest = Math.min(...slips, Number.POSITIVE_INFINITY);
  return fewest <= Math.max(1, Math.floor(name.length / 3)) && name.length > 2 ? fewest / name.length : 1;
}
