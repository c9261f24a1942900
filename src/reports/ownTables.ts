import { impactOf } from "../domain/impact.ts";
import type { Plan } from "../domain/plan.ts";
import { narrativeOf, ratingOf } from "../domain/standing.ts";
import type { ExportTable } from "./exportTable.ts";
import { planTableName } from "./planTables.ts";

const headings = [
  "Area",
  "Area title",
  "Senior Responsible Officer",
  "Section",
  "I statement",
  "Action Ref",
  "Action",
  "Lead",
  "Resources",
  "Evidence of success",
  "Measure No",
  "Impact measure",
  "Completion date",
  "Progress rating",
  "Progress narrative",
  "Impact rating",
] as const;

/** A plan in our own columns, where none were kept of the file it came from. */
export function ownTables(plan: Plan): ExportTable[] {
  const others = [...new Set(plan.measures.flatMap((measure) => Object.keys(measure.other)))];
  const rows = plan.measures.map((measure) => {
    const area = plan.areas.find(({ ref }) => ref === measure.area);
    const section = plan.sections.find(({ ref }) => ref === measure.section);
    const action = plan.actions.find(({ ref }) => ref === measure.action);
    const implied = measure.ref === measure.action;
    const cells: Record<(typeof headings)[number], string> = {
      Area: measure.area,
      "Area title": area?.title ?? "",
      "Senior Responsible Officer": area?.sros.join("\n") ?? "",
      Section: section ? (section.ref === section.title ? section.title : `${section.ref} ${section.title}`) : "",
      "I statement": section?.iStatement ?? "",
      "Action Ref": measure.action ?? measure.ref,
      Action: action?.words ?? measure.words,
      Lead: measure.leads.join("\n"),
      Resources: action?.resources ?? "",
      "Evidence of success": measure.evidence,
      "Measure No": implied ? "" : measure.ref.slice((measure.action ?? "").length + 1),
      "Impact measure": implied ? "" : measure.words,
      "Completion date": measure.due.asWritten,
      "Progress rating": ratingOf(measure, plan.scheme)?.label ?? "",
      "Progress narrative": narrativeOf(measure),
      "Impact rating": impactOf(measure, plan.scheme)?.label ?? "",
    };
    return [...headings.map((heading) => cells[heading]), ...others.map((heading) => measure.other[heading] ?? "")];
  });
  return [{ name: planTableName, rows: [[...headings, ...others], ...rows], header: 0 }];
}
