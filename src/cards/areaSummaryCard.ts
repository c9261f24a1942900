import { inWords } from "../domain/localDate.ts";
import type { MonitoringChange } from "../domain/monitoring.ts";
import { partInWords } from "../domain/partInWords.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import type { AreaSummary, PlanSummary } from "../domain/summary.ts";
import { areaTitle, areaView } from "./areaView.ts";
import type { Card } from "./card.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** A board reads why of so many; the history of each part tells of all. */
const mostReleases = 6;

/** `Section 2.1 was released on 3 October 2022: done for two terms` */
function releaseInWords({ part, ref, on, reason }: MonitoringChange): string {
  return `${cutAtWord(partInWords(part, ref), 80)} was released on ${inWords(on)}: ${cutAtWord(reason, 160)}`;
}

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
      releases: area.releases.slice(0, mostReleases).map(releaseInWords),
    }),
  );
}
