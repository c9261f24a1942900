import type { DuePhrase } from "../duePhrase.ts";
import { firstDay, lastDay, oneDate, readWhole, unmarked } from "./mark.ts";
import { dueBy, isDated, type Read, type Way, withDoubt } from "./way.ts";

const verb =
  "(?:moved|changed|revised|extended|delayed|deferred|slipped|slippage|postponed|rescheduled|re-?profiled|re-?scheduled|put back|pushed back|brought forward|amended|updated|extension)";
const forward = `(?:→|->|=>|>|(?:,? ?(?:but |and |has |has been |been |was )*(?:now|new)(?: (?:due|date|target|deadline|revised|moved|extended))*(?: to| until| date| for)?|${verb}(?: (?:date|deadline|target|timescale))?(?: is)?(?: to| until| for| by)?):?)`;
const back = `(?:(?:originally|previously|formerly|was|were|had been|original|previous|initial|initially|old)(?: (?:due|date|target|deadline|timescale|planned|set|for|by|was))*|${verb} from|(?:instead of|not)(?= original))`;
const gap = "[ ,;:.(\\n–—-]*";

/** `was July 2022, now December 2022`, `30 June 2022 (extended to 30 September 2022)`, `December 2022 (moved from October 2022)`. */
export function readMoves(text: string): Read | undefined {
  const whole = text.replace(/[).; ]+$/, "");
  const dates = [...whole.matchAll(new RegExp(oneDate, "g"))].map(([mark]) => mark);
  const words = whole.split(new RegExp(oneDate)).slice(0, dates.length);
  const [opening = "", ...joints] = words;
  const named = readWhole(`(?:by )?(?<date>${oneDate}) ?[-–,(]? ?(?:revised|extended|new|updated)(?: date| deadline| target)?`, whole);
  if (named?.date) return dueBy([{ on: lastDay(named.date) }]);
  if (!whole.endsWith("⟩") || dates.length === 0) return undefined;

  const isForward = (joint: string) => readWhole(`[)]?${gap}${forward}${gap}`, joint) !== undefined;
  const isBack = (joint: string) => readWhole(`[)]?${gap}${back}:?${gap}`, joint) !== undefined;
  if (dates.length === 1) return isForward(opening) && /[a-z]/i.test(opening) ? dueBy([{ on: lastDay(dates[0] ?? "") }]) : undefined;

  if (
    readWhole(`(?:due |target |deadline )?(?:by )?|${gap}${back}:?${gap}|${verb} from `, opening) &&
    joints.every((joint) => isForward(joint) || (opening.endsWith("from ") && joint === " to "))
  ) {
    return chain(dates);
  }
  if (readWhole(`(?:due |now |new |by )*|${gap}${forward}${gap}`, opening) && joints.every(isBack)) return chain(dates.reverse());
  return undefined;
}

/** @param dates - marks, the first in force first */
function chain(dates: readonly string[]): Read | undefined {
  let moved: DuePhrase | undefined;
  for (const mark of dates.slice(0, -1)) moved = { kind: "day", on: lastDay(mark), asWritten: unmarked(mark), ...(moved && { movedFrom: moved }) };
  const read = dueBy([{ on: lastDay(dates.at(-1) ?? "") }]);
  return read && { ...read, ...(moved && { movedFrom: moved }) };
}

const names = "(?<name>start(?:ed|s)?|begin|commenced?|revised|amended|extended|new|original|end|finish|due|target|deadline|complet(?:e|ed|ion)|actual)";
const headings = new RegExp(
  `(?:^|(?<=[⟩\\n/;,|.)a-z–… -]))[ /;,|]*\\b${names}(?: ?\\d)?(?: (?:date|by|end|completion|due|deadline|target))*(?: ?[:=]|(?<=date) ?[–-]?| ?[–-](?= )|(?= ?⟨))`,
  "gi",
);

/** `Start: June 2021 / Revised: Sept 2021 / End: July 2021` in one cell: what was revised last is in force, the end is what it was before. */
export const readStartRevisedEnd: Way = (text, again) => {
  const found = [...text.matchAll(headings)];
  if (found.length < 2 || text.slice(0, found[0]?.index).trim() !== "") return undefined;
  const parts = found.map((one, at) => ({
    name: (one.groups?.name ?? "").toLowerCase(),
    words: text.slice(one.index + one[0].length, found[at + 1]?.index).replace(/^[\s:–-]+|[\s/;,|–.-]+$/g, ""),
  }));
  const reads = parts.map(({ name, words }) => ({ name, words, read: again(words) }));
  const wrong = reads.find(({ read }) => read.kind === "invalid");
  if (wrong) return { kind: "invalid", problem: `“${unmarked(wrong.words)}” after “${wrong.name}” was not understood, so no date was read.` };

  const start = reads.find(({ name }) => /^(?:start|begin|commence)/.test(name));
  const inForce = reads.filter((part) => part !== start && isDated(part.read));
  const originals = inForce.filter(({ name }) => !/^(?:revised|amended|extended|new|actual|completed?$)/.test(name));
  const revised = inForce.filter((part) => !originals.includes(part));
  const line = [...originals.slice(0, revised.length > 0 ? undefined : 1), ...revised];
  const mark = start && new RegExp(oneDate).exec(start.words)?.[0];
  const startsOn = mark ? { startsOn: firstDay(mark) } : {};
  const current = line.at(-1);
  if (!current) return mark ? { kind: "startOnly", from: firstDay(mark) } : { kind: "undated" };

  let moved: DuePhrase | undefined;
  for (const { read, words } of line.slice(0, -1)) moved = { ...read, asWritten: unmarked(words), ...(moved && { movedFrom: moved }) };
  const read = { ...current.read, ...startsOn, ...(moved && { movedFrom: moved }) };
  return revised.length === 0 && originals.length > 1 ? withDoubt(read, `Several dates stand in this cell; “${current.name}” was taken.`) : read;
};
