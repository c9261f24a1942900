import type { DuePhrase, DueReading, Milestone } from "../duePhrase.ts";

/** A reading before its phrase is put beside it. */
export type Read = DueReading & Pick<DuePhrase, "doubts" | "startsOn" | "movedFrom">;

/** One known way of writing a due phrase, over marked text; undefined when the text is not written in it. `again` reads a part of it by all ways. */
export type Way = (text: string, again: (part: string) => Read) => Read | undefined;

/** @returns one step as a day, several as milestones in date order, none as undefined */
export function dueBy(steps: readonly Milestone[], doubts: readonly string[] = []): Read | undefined {
  const [only] = steps;
  if (!only) return undefined;
  const said = doubts.length > 0 ? { doubts: [...new Set(doubts)] } : {};
  if (steps.length === 1) return { kind: "day", ...only, ...said };
  return { kind: "milestones", steps: steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), ...said };
}

export function withDoubt(read: Read, doubt: string): Read {
  return { ...read, doubts: [...(read.doubts ?? []), doubt] };
}

/** Has a date by which something is due. */
export function isDated(read: Read): boolean {
  return read.kind === "day" || read.kind === "milestones" || (read.kind === "recurring" && read.until !== undefined);
}
