import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { OverdueMeasure } from "../domain/summary.ts";
import { longestFirst, overdueInFull } from "./areaView.ts";
import type { Card } from "./card.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface Overdue {
  /** Of the plan. */
  readonly title: string;
  readonly asOf: LocalDate;
  readonly overdue: readonly OverdueMeasure[];
  /** Ref and title of the area asked for; absent when it is the whole plan. */
  readonly area?: string;
}

/** What is overdue, longest first. */
export function overdueCard({ title, asOf, overdue, area }: Overdue): Card {
  const all = longestFirst(overdue);
  return fitCard(all.length, (shown) =>
    fillTemplate("overdue", {
      planTitle: title,
      heading: all.length === 0 ? "Nothing is overdue" : `${all.length} overdue`,
      asOf: `As of ${inWords(asOf)}${area === undefined ? "" : `, ${area}`}${all.length > 1 ? ". Longest overdue first." : ""}`,
      measures: all.slice(0, shown).map(overdueInFull),
      more: shown < all.length ? `and ${all.length - shown} more: type overdue and an area, such as overdue 1` : undefined,
    }),
  );
}
