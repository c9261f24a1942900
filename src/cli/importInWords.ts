import type { Plan } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import { groupProblems, placeInWords } from "../domain/problemGroups.ts";
import { changeGroups, missingMost } from "../flows/changesInWords.ts";
import type { ImportReport } from "../flows/importReport.ts";
import { counted } from "./finding.ts";

/** Unlinked leads named one by one. */
const mostLeads = 10;

interface About {
  readonly before: Plan | undefined;
  readonly dryRun: boolean;
  readonly takeFile: boolean;
}

/** What an import understood and did, as a person reads it. */
export function importInWords(report: ImportReport, { before, dryRun, takeFile }: About): string {
  const { areas, actions, measures, ratings, unrated, dates, leads, meetings } = report;
  const groups = report.changed + report.keptFromChat.length === 0 ? [] : changeGroups(report, before).filter(({ lines }) => lines.length > 0);
  const warning = strangerWarning(report, before, dryRun);
  const calendar = meetings > 0 ? [`Meetings: ${meetings}.`] : [];
  return [
    ...(warning ? [`Look here first: ${warning}`] : []),
    `${report.plan}: ${counted(areas, "area")}, ${counted(actions, "action")}, ${counted(measures, "measure")}.`,
    `Ratings: ${[...Object.entries(ratings).map(([label, n]) => `${label} ${n}`), `unrated ${unrated}`].join(", ")}. ${report.scheme.why}`,
    `Dates: ${dates.read} read, ${dates.undated} without one, ${dates.unreadable} that can't be read.`,
    `Leads: ${leads.found}; ${leads.notLinked.length} not linked to a person${leads.notLinked.length > 0 ? `: ${listed(leads.notLinked)}` : ""}.`,
    ...calendar,
    ...report.tables.flatMap(columnsInWords),
    ...report.passedOver.map(({ sheet, why }) => `Passed over: ${sheet}. ${why}`),
    doneInWords(report, dryRun),
    ...groups.flatMap(({ title, lines }) => [`${title}:`, ...lines.map((line) => `  ${line}`)]),
    ...(report.keptFromChat.length > 0 && !takeFile ? ["To let the file have its way there, import it again with --take-file."] : []),
    ...problemsInWords(report.problems),
  ].join("\n");
}

/** Before a file that has so little of the plan that it may be another plan's. */
export function strangerWarning(report: ImportReport, before: Plan | undefined, dryRun: boolean): string | undefined {
  const missing = missingMost(report, before);
  const what = dryRun
    ? "an import would withdraw them. If it is another plan's file, give that plan's name with --plan."
    : "they are withdrawn now. If it was another plan's file, import this plan's own again, which brings them back with everything.";
  return missing && `${missing}, so ${what}`;
}

export function problemInWords({ sheet, row, column, asWritten, problem }: Problem): string {
  const place = [sheet !== undefined && `table ${sheet}`, row !== null && `row ${row}`, column !== null && `column ${column}`].filter(Boolean).join(", ");
  return `  ${place ? `${place}: ` : ""}${asWritten ? `“${asWritten.replaceAll("\n", " ⏎ ")}”: ` : ""}${problem}`;
}

function doneInWords({ changed, gone, keptFromChat }: ImportReport, dryRun: boolean): string {
  const what =
    changed === 0
      ? "Nothing has changed since the last import."
      : `${dryRun ? "New, different or gone" : "Stored. New, different or gone"} since the last import: ${changed}.`;
  const withdrawn = gone.length > 0 ? ` Not in the file any more, and ${dryRun ? "to be " : ""}marked withdrawn: ${gone.join(", ")}.` : "";
  const kept = keptFromChat.length > 0 ? ` Chat is newer in ${counted(keptFromChat.length, "place")} and stays in force.` : "";
  return `${what}${withdrawn}${kept}${dryRun ? " Nothing was stored (dry run)." : ""}`;
}

function columnsInWords({ sheet, kind, columns }: ImportReport["tables"][number]): string[] {
  const read = columns.flatMap(({ heading, field }) => (field === "keep" ? [] : [`${heading} = ${field}`]));
  const kept = columns.flatMap(({ heading, field }) => (field === "keep" ? [heading] : []));
  return [`Columns of ${sheet} (${kind}): ${read.join(", ")}${kept.length > 0 ? `; kept as they are: ${kept.join(", ")}` : ""}.`];
}

function problemsInWords(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  const lines = groupProblems(problems).map((group) =>
    problemInWords({
      row: null,
      column: null,
      asWritten: group.count === 1 ? group.asWritten : "",
      problem: [placeInWords(group), group.problem].filter(Boolean).join(": "),
    }),
  );
  return [`${counted(problems.length, "thing")} to look at:`, ...lines];
}

function listed(words: readonly string[]): string {
  const more = words.length - mostLeads;
  return `${words.slice(0, mostLeads).join("; ")}${more > 0 ? ` and ${more} more` : ""}`;
}
