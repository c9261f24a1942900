import type { Card } from "../cards/card.ts";
import { kpiCard } from "../cards/kpiCard.ts";
import { kpisInShort, kpisOf, pressingFirst } from "../domain/kpi.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Area, Plan } from "../domain/plan.ts";
import type { Update } from "../domain/update.ts";

export interface KpiAsked {
  readonly today: LocalDate;
  /** Only its measures. */
  readonly area?: Area;
  /** The first to be shown, from 1. */
  readonly from?: number;
  /** Of a digest: which it is, and what is to be known of it. */
  readonly digest?: { readonly heading: string; readonly about: string };
}

/** Measures with figures: baseline, trajectory, latest, distance and trend. @param history - of the whole plan, oldest first within a ref */
export function composeKpi(plan: Plan, history: readonly Update[], { today, area, from, digest }: KpiAsked): { readonly card: Card; readonly alert: string } {
  const measures = plan.measures.filter((measure) => !area || measure.area === area.ref);
  const kpis = pressingFirst(kpisOf({ ...plan, measures }, history, today), today);
  const heading = kpis.length === 0 ? "No measure has figures" : kpis.length === 1 ? "1 measure with figures" : `${kpis.length} measures with figures`;
  const standing = [`As of ${inWords(today)}${area ? `, ${area.title}` : ""}`, ...kpisInShort(kpis), "the most pressing first"];
  const about = kpis.length === 0 ? "A baseline and targets are agreed with “figures REF”." : `${standing.join(" · ")}.`;
  const card = kpiCard({
    planTitle: plan.title,
    heading: digest?.heading ?? heading,
    about: digest ? `${digest.about} ${heading}. ${about}` : about,
    kpis,
    words: ["kpi", area?.ref].filter(Boolean).join(" "),
    from,
  });
  return { card, alert: digest ? `${plan.title}: ${digest.heading}` : `${heading} in ${plan.title}` };
}
