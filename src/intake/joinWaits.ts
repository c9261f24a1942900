import type { MeasureAsImported } from "../domain/measure.ts";
import type { Problem } from "../domain/problem.ts";
import type { ReferredRow } from "./mintRefs.ts";
import { problemAt } from "./rowFaults.ts";
import { awaitedFinder } from "./waitsFor.ts";

interface Measured {
  readonly row: ReferredRow;
  readonly measure: MeasureAsImported;
}

/** Adds to each measure what it waits for: as its own column says, or the words of its date. What was guessed from words is a doubt. */
export function joinWaits(all: readonly Measured[]): { measures: Measured[]; doubts: Problem[] } {
  const doubts: Problem[] = [];
  const finder = awaitedFinder(all.map(({ measure }) => measure));
  const measures = all.map(({ row, measure }) => {
    const fromColumn = finder.refsIn(row.cells.waitsFor, measure.ref);
    const { refs, guessed } = fromColumn.length > 0 ? { refs: fromColumn, guessed: false } : finder.inDate(measure.due.asWritten, measure.ref);
    if (guessed)
      doubts.push(
        problemAt(row, "due", `This was taken to wait for ${refs.join(" and ")}, whose words are alike. Write the reference into the cell if that is wrong.`),
      );
    return refs.length === 0 ? { row, measure } : { row, measure: { ...measure, waitsFor: refs } };
  });
  return { measures, doubts };
}
