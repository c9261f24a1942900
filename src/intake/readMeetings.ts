import { datesOf } from "../domain/duePhrase.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Problem } from "../domain/problem.ts";
import { readDuePhrase } from "../domain/readDuePhrase.ts";
import { foldHeading } from "./planFields.ts";
import type { PlanTable } from "./planTable.ts";

/** A row of the board's calendar. */
export interface Meeting {
  readonly on: LocalDate;
  /** Further days of a row that names several: `16th, 18th, 24th June 2020`. */
  readonly alsoOn?: readonly LocalDate[];
  readonly asWritten: string;
  readonly who: string;
  readonly what: string;
}

/** Reads a calendar of meetings in the file's order; a date that is none is a doubt, and its row is left out. */
export function readMeetings(table: PlanTable): { meetings: Meeting[]; doubts: Problem[] } {
  const { meaning } = table.columns;
  const [dates, ...others] = meaning;
  const who = others.find(({ heading }) => /who|attend|present|lead|group|board|panel|organisation|forum/.test(foldHeading(heading)));
  const meetings: Meeting[] = [];
  const doubts: Problem[] = [];
  for (const { row, cells } of table.rows) {
    const asWritten = cells[dates?.at ?? 0] ?? "";
    if (cells.every((cell) => cell.trim() === "")) continue;
    const [first, ...more] = datesOf(readDuePhrase(asWritten)).map(({ on }) => on);
    const what = others.flatMap((column) => (column === who ? [] : [cells[column.at]?.trim() ?? ""])).filter((words) => words !== "");
    if (first === undefined)
      doubts.push({
        sheet: table.sheet.name,
        row,
        column: dates?.heading ?? null,
        asWritten,
        problem: "No day can be read here, so this meeting is not in the calendar.",
      });
    else meetings.push({ on: first, ...(more.length > 0 && { alsoOn: more }), asWritten, who: cells[who?.at ?? -1]?.trim() ?? "", what: what.join("\n") });
  }
  return { meetings, doubts };
}
