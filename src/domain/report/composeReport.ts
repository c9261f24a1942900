import { areaTables } from "./areaTables.ts";
import { needsAttention, silentLeads, startingSoon } from "./attention.ts";
import { changes, dateMoves } from "./changes.ts";
import { evidence } from "./evidence.ts";
import { figures, kpiChallenge } from "./figures.ts";
import { glance } from "./glance.ts";
import { expandOnFirstUse, glossaryOf, glossaryPart } from "./glossary.ts";
import { onAPage } from "./onAPage.ts";
import { quantitativeSummary } from "./quantitativeSummary.ts";
import { type Report, type ReportKind, type ReportPart, reportTitles } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";
import { scrutinyAreas } from "./scrutiny.ts";
import { stocktakeAreas } from "./stocktake.ts";

/** What a report of a kind says, in reading order. Everything in it comes from `summarise` and from stored history. */
export function composeReport(kind: ReportKind, facts: ReportFacts): Report {
  const { plan, asOf, confidential } = facts;
  const parts = partsOf[kind](facts).filter((part) => part !== undefined);
  const bare: Report = { kind, planTitle: plan.title, title: reportTitles[kind], asOf, ...(confidential && { confidential }), parts };
  if (kind === "on-a-page") return bare;
  const glossary = glossaryOf(plan.settings.glossary);
  const report = kind === "scrutiny" ? expandOnFirstUse(bare, glossary) : bare;
  const last = glossaryPart(report, glossary);
  return last ? { ...report, parts: [...report.parts, last] } : report;
}

const partsOf: Readonly<Record<ReportKind, (facts: ReportFacts) => readonly (ReportPart | undefined)[]>> = {
  exception: (facts) => [
    glance(facts),
    quantitativeSummary(facts.plan, facts.asOf),
    needsAttention(facts),
    dateMoves(facts),
    silentLeads(facts),
    startingSoon(facts),
  ],
  full: (facts) => [
    glance(facts),
    quantitativeSummary(facts.plan, facts.asOf),
    needsAttention(facts),
    changes(facts),
    onAPage(facts.plan, facts.asOf),
    ...areaTables(facts),
    figures(facts),
    dateMoves(facts),
    silentLeads(facts),
    startingSoon(facts),
    evidence(facts),
  ],
  scrutiny: (facts) => [glance(facts), quantitativeSummary(facts.plan, facts.asOf), ...scrutinyAreas(facts)],
  kpi: (facts) => [glance(facts), quantitativeSummary(facts.plan, facts.asOf), ...kpiChallenge(facts)],
  "on-a-page": (facts) => [onAPage(facts.plan, facts.asOf)],
  stocktake: (facts) => [glance(facts), quantitativeSummary(facts.plan, facts.asOf), ...stocktakeAreas(facts), evidence(facts)],
};
