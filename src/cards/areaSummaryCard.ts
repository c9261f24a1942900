import { inWords } from "../domain/localDate.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import type { AreaSummary, PlanSummary } from "../domain/summary.ts";
import { areaTitle, areaView } from "./areaView.ts";
import type { Card } from "./card.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** Where one area stands, with all of its overdue measures where there is room. */
export function areaSummaryCard({
  summary,
  area,
  scheme,
  original,
}: {
  summary: PlanSummary;
  area: AreaSummary;
  scheme: RatingScheme;
  /** By the dates the plan began with. */
  original?: boolean;
}): Card {
  return fitCard(area.overdue.length, (shown) =>
    fillTemplate("areaSummary", {
      planTitle: summary.title,
      heading: areaTitle(area),
      asOf: `As of ${inWords(summary.asOf)}: ${area.total} measures${original ? ", by their first dates" : ""}`,
      meanings: scheme.ratings.map(({ label, meaning }) => `${label}: ${meaning}`).join(" · "),
      area: areaView(area, scheme, shown),
    }),
  );
}
