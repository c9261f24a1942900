import type { DateAhead } from "../domain/datesAhead.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import type { MonitoringChange } from "../domain/monitoring.ts";
import { partInWords } from "../domain/partInWords.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import { isSilent, type SilentLead } from "../domain/silentLeads.ts";
import { type AreaSummary, isAnyRated, type PlanSummary } from "../domain/summary.ts";
import { areaName, areaTitle, areaView, leadsInWords, sharesInWords, typedRef } from "./areaView.ts";
import { days } from "./askInWords.ts";
import type { Card } from "./card.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { ratingsChart } from "./ratingsChart.ts";

/** What a board reads in two minutes of overdue measures, and of each of the lists below them. */
const mostOverdue = 6;
const mostLines = 3;
/** They are opened by a button. */
const mostOutcomes = 12;

/** A board reads why of so many; the history of each part tells of all. */
const mostReleases = 6;

/** `Section 2.1 was released on 3 October 2022: done for two terms` */
function releaseInWords({ part, ref, on, reason }: MonitoringChange): string {
  return `${cutAtWord(partInWords(part, ref), 80)} was released on ${inWords(on)}: ${cutAtWord(reason, 160)}`;
}

export interface AreaSummaryData {
  readonly summary: PlanSummary;
  readonly area: AreaSummary;
  readonly scheme: RatingScheme;
  /** By the dates the plan began with. */
  readonly original?: boolean;
  /** `Since the digest of 28 November 2022: 2 Amber to Green`; absent where there was none. */
  readonly changed?: string;
  /** Of the area, silent longest first. */
  readonly silent?: readonly SilentLead[];
}

/** Where one area stands, in two minutes: every list shows the most pressing and says how to see the rest. */
export function areaSummaryCard({ summary, area, scheme, original, changed, silent = [] }: AreaSummaryData): Card {
  const { asOf } = summary;
  const outcomes = area.outcomes.slice(0, mostOutcomes).map((outcome) => cutAtWord(outcome, 300));
  return fitCard(mostOverdue, (shown) =>
    fillTemplate("areaSummary", {
      planTitle: summary.title,
      heading: areaTitle(area),
      asOf: `As of ${inWords(asOf)}: ${area.total} measures${original ? ", by their first dates" : ""}`,
      changed,
      meanings: isAnyRated(area) ? scheme.ratings.map(({ label, meaning }) => (meaning === "" ? label : `${label}: ${meaning}`)).join(" · ") : undefined,
      area: areaView(area, scheme, shown),
      chart: ratingsChart([{ name: cutAtWord(areaName(area), 40), tally: area }], scheme),
      counts: sharesInWords(area, scheme),
      sections: [
        section("Next dates", area.ahead.map(aheadInWords), () => `type due ${typedRef(area)}`),
        section(
          "Help asked for",
          area.help.map(({ ref, help, on }) => `${ref}, ${inWords(on)}: ${excerpt(help, 160)}`),
          (at) =>
            `see the history of ${cutAtWord(
              area.help
                .slice(at)
                .map(({ ref }) => ref)
                .join(", "),
              100,
            )}`,
        ),
        section(
          "Not answered by",
          silent.filter(isSilent).map((lead) => silentInWords(lead, asOf)),
          () => `type silent ${typedRef(area)}`,
        ),
        section("Could not be asked", silent.flatMap(unheardInWords), () => `type silent ${typedRef(area)}`),
      ].flat(),
      releases: area.releases.slice(0, mostReleases).map(releaseInWords),
      outcomes: outcomes.length > 0 ? outcomes : undefined,
    }),
  );
}

/** @param rest - how to see those from `at` on @returns nothing where there is nothing to tell */
function section(heading: string, lines: readonly string[], rest: (at: number) => string): object[] {
  if (lines.length === 0) return [];
  const left = lines.length - mostLines;
  return [{ heading, lines: lines.slice(0, mostLines), more: left > 0 ? `and ${left} more: ${rest(mostLines)}` : undefined }];
}

/** `30 November 2022 · 1.1.2-1 (177 weeks) · Led by Lead officer A` */
function aheadInWords({ ref, on, target, leads }: DateAhead): string {
  return `${inWords(on)} · ${ref}${target ? ` (${excerpt(target, 60)})` : ""} · ${leadsInWords(leads)}`;
}

/** `RISE Head of Service: 1.2.4-1, 14 days; 1.2.5-1, 7 days` */
function silentInWords({ lead, measures }: SilentLead, today: LocalDate): string {
  const heard = measures.filter(({ unheard }) => unheard === undefined);
  return leadWith(
    lead,
    heard.map(({ ref, since }) => `${ref}, ${days(daysBetween(since, today))}`),
  );
}

/** `RISE Head of Service: 1.2.4-1; 1.2.5-1`; nothing for a lead who could be asked about all. */
function unheardInWords({ lead, measures }: SilentLead): string[] {
  const refs = measures.filter(({ unheard }) => unheard !== undefined && unheard !== "disowned").map(({ ref }) => ref);
  return refs.length === 0 ? [] : [leadWith(lead, refs)];
}

function leadWith(lead: string, told: readonly string[]): string {
  const left = told.length - mostLines;
  return `${cutAtWord(lead, 120)}: ${told.slice(0, mostLines).join("; ")}${left > 0 ? `; ${left} more` : ""}`;
}
