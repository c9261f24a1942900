import type { Problem } from "../domain/problem.ts";
import { limits } from "./table.ts";

/** Gathers what to tell a file's owner: the first so many, then how many more, since a broken formula is copied down thousands of rows. */
export interface Doubts {
  add(problem: string, place?: Partial<Problem>): void;
  /** What concerns the whole file is said once, however often it is found. */
  all(): readonly Problem[];
}

export function gatherDoubts(): Doubts {
  const doubts: Problem[] = [];
  let more = 0;
  return {
    add(problem, place) {
      if (!place && doubts.some((doubt) => doubt.problem === problem)) return;
      if (doubts.length >= limits.doubts) more += 1;
      else doubts.push({ row: null, column: null, asWritten: "", ...place, problem });
    },
    all: () => (more === 0 ? doubts : [...doubts, { row: null, column: null, asWritten: "", problem: `There are ${more} more doubts like these.` }]),
  };
}
