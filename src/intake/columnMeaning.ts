import type { ColumnValues } from "./columnValues.ts";
import type { PlanField } from "./planFields.ts";

/**
 * Weighs what a heading may mean by the cells below it: `Progress` over colours is a rating and over sentences a narrative,
 * `Ref` over `KPI` is no reference, a `Focus area` that is another in every row is an action.
 *
 * @param all - every column of the table, for what is told only by comparison
 * @returns of ten or so; nothing or less where the cells speak against it
 */
export function judgeMeaning({ field, score }: { field: PlanField; score: number }, values: ColumnValues, all: readonly ColumnValues[]): number {
  const { filled, ratings, refs, dates, kinds, distinct, length } = values;
  const rows = Math.max(...all.map((column) => column.filled));
  // Nothing tells that a blank column of impact is rated.
  if (filled === 0 && field === "impact" && score < 9) return 0;
  if (filled === 0) return field === "narrative" && score < 9 ? score - 3 : score - 0.5;
  switch (field) {
    case "rating":
    case "impact":
      if (ratings >= 0.5) return score + 1;
      return score >= 9 && length <= 40 ? score : 0;
    case "narrative":
      return ratings >= 0.8 && length <= 25 && score < 9 ? 0 : score;
    case "actionRef":
      return refs >= 0.6 ? score : score >= 10 && length <= 20 ? score - 5 : 0;
    case "measureNo":
      return length <= 20 ? score : 0;
    case "kind":
      return kinds >= 0.6 || length <= 30 ? score : 0;
    case "area":
      // Where every row has another, it is not what rows are grouped by.
      return distinct === 1 && rows > 3 && score < 9 ? 0.5 : score;
    case "action":
      return score === 9 && distinct < 0.8 && rows > 3 ? 4 : score;
    case "due":
      return score <= 5 && dates() < 0.3 ? 0 : score;
    case "lead":
      return length > 150 ? 1 : score;
    case "latest":
      // `Current position` over sentences tells how things stand.
      return length > 30 ? score - 2 : score;
    case "evidence":
      return ratings >= 0.8 ? 0 : score;
    default:
      return score;
  }
}
