import type { Problem } from "./problem.ts";

/** The same doubt about several rows. */
export interface ProblemGroup {
  readonly sheet?: string;
  readonly column: string | null;
  readonly problem: string;
  /** In the order of the file; empty when it concerns the whole file. */
  readonly rows: readonly number[];
  /** What stands in the first of them. */
  readonly asWritten: string;
  readonly count: number;
}

/** What is said alike of the same column is said once, with its rows; those of most rows first. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = Map.groupBy(problems, ({ sheet, column, problem }) => JSON.stringify([sheet, column, problem]));
  return [...groups.values()]
    .flatMap((alike) => {
      const [first] = alike;
      if (!first) return [];
      const rows = alike.flatMap(({ row }) => (row === null ? [] : [row]));
      return [
        {
          ...(first.sheet !== undefined && { sheet: first.sheet }),
          column: first.column,
          problem: first.problem,
          asWritten: first.asWritten,
          rows,
          count: alike.length,
        },
      ];
    })
    .sort((a, b) => b.count - a.count);
}

/** `“Area 1”, column Completion date, rows 7, 8, 9 and 4 more`; empty for the whole file. */
export function placeInWords({ sheet, column, rows }: Pick<ProblemGroup, "sheet" | "column" | "rows">, most = 6): string {
  const more = rows.length - most;
  const listed = `${rows.length === 1 ? "row" : "rows"} ${rows.slice(0, most).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return [sheet && `“${sheet}”`, column !== null && `column ${column}`, rows.length > 0 && listed].filter(Boolean).join(", ");
}
