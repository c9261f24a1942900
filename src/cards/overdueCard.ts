import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { OverdueMeasure } from "../domain/summary.ts";
import { overdueInFull } from "./areaView.ts";
import type { Card } from "./card.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface Overdue {
  /** Of the plan. */
  readonly title: string;
  readonly asOf: LocalDate;
  /** Longest first. */
  readonly overdue: readonly OverdueMeasure[];
  /** Ref and title of the area asked for; absent when it is the whole plan. */
  readonly area?: string;
  /** By the dates the plan began with. */
  readonly original?: boolean;
}

/** What is overdue. */
export function overdueCard({ title, asOf, overdue, area, original }: Overdue): Card {
  return fitCard(overdue.length, (shown) =>
    fillTemplate("overdue", {
      planTitle: title,
      heading: overdue.length === 0 ? "Nothing is overdue" : `${overdue.length} overdue`,
      asOf: `As of ${inWords(asOf)}${area === undefined ? "" : `, ${area}`}${original ? ", by the dates at first" : ""}${overdue.length > 1 ? ". Longest overdue first." : ""}`,
      measures: overdue.slice(0, shown).map(overdueInFull),
      more: shown < overdue.length ? `and ${overdue.length - shown} more: type overdue and an area, such as overdue 1` : undefined,
    }),
  );
}
