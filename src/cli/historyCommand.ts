import { findMeasureEver } from "../commands/findMeasure.ts";
import { challengeForBoard } from "../domain/challenge/challenge.ts";
import type { DateChange } from "../domain/dateChange.ts";
import { lastDate } from "../domain/duePhrase.ts";
import type { Measure } from "../domain/measure.ts";
import { type MonitoringChange, monitoringRows } from "../domain/monitoring.ts";
import { fileSpeaksOf } from "../domain/standing.ts";
import { didInWords, type Update } from "../domain/update.ts";
import { handoverEntries } from "../flows/handoverEntries.ts";
import { saidOfMeasure } from "../flows/saidOfMeasure.ts";
import { type CliPorts, readPlan } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** Reports by leads and what was asked and decided about dates, each oldest first, and beside them what the file said. @throws UserError for a plan or measure there is not */
export async function historyCommand(ports: CliPorts, id: string, ref: string): Promise<Result> {
  const plan = await readPlan(ports, id);
  const measure = findMeasureEver(plan, ref);
  const said = await saidOfMeasure(ports, plan, measure.ref);
  const updates = said.updates.map(entryOf);
  const dateChanges = said.dates.map(dateEntryOf);
  const handovers = handoverEntries(said).map(({ row: { at, on, by }, what, words }) => ({ at, on, by: by.name, what, words }));
  const [rating, impact] = [measure.ratingAsImported ?? null, measure.impactAsImported ?? null];
  const imported = { asOf: fileSpeaksOf(measure, plan), rating, impact, narrative: measure.narrativeAsImported };
  const { due, dateMoves = [], withdrawnOn } = measure;
  const first = dateMoves[0]?.from ?? due;
  const changes = dateMoves.map(({ from, on, reason }) => ({ from: from.asWritten, on, reason }));
  const moved = changes.length > 0 && { original: lastDate(first) ?? null, originalAsWritten: first.asWritten, changes };
  const dates = [{ asWritten: due.asWritten, current: lastDate(due) ?? null, moves: changes.length, ...moved }];
  const monitoring = monitoringRows(plan, measure).map(({ at, by, kind, part, ref, reason }) => ({ at, by: by.name, kind, part, ref, reason }));
  const json = {
    ...{ ref: measure.ref, updates, imported, dates, dateChanges, handovers },
    ...(monitoring.length > 0 && { monitoring }),
    ...(withdrawnOn && { withdrawnOn }),
  };
  return { json, text: inWords(measure, imported, updates, dateChanges, handovers, monitoring) };
}

function entryOf(update: Update) {
  const { id, at, by, kind, rating, impact, narrative, figure, help, risk, mitigation, evidence = [], challenges = [], why, via, amends } = update;
  const said = { help: help ?? null, risk: risk ?? null, mitigation: mitigation ?? null, evidence, challenges, why: why ?? null };
  const report = { rating: rating ?? null, impact: impact ?? null, narrative, value: figure?.value ?? null, ...said };
  return { id, at, by: by.name, kind, ...report, via, amends: amends ?? null };
}

function dateEntryOf({ id, at, by, kind, due, reason, via, answers }: DateChange) {
  return { id, at, by: by.name, kind, asWritten: due?.asWritten ?? null, date: (due && lastDate(due)) ?? null, reason, via, answers: answers ?? null };
}

function inWords(
  measure: Measure,
  imported: { asOf: string; rating: string | null; impact: string | null; narrative: string },
  updates: readonly ReturnType<typeof entryOf>[],
  dateChanges: readonly ReturnType<typeof dateEntryOf>[],
  handovers: readonly { readonly at: string; readonly by: string; readonly what: string; readonly words: string }[],
  monitoring: readonly (Pick<MonitoringChange, "at" | "kind" | "part" | "ref" | "reason"> & { readonly by: string })[],
): string {
  const read = `Due as written: ${measure.due.asWritten || "nothing"}; read as ${lastDate(measure.due) ?? measure.due.kind}.`;
  const moves = (measure.dateMoves ?? []).map(({ from, on, reason }) => ` Until ${on} it was ${from.asWritten || "nothing"} (${reason}).`);
  const withdrawn = measure.withdrawnOn ? ` Withdrawn on ${measure.withdrawnOn}: the plan's file no longer has it.` : "";
  const due = `${read}${moves.join("")}${withdrawn}`;
  const reported = updates.map(({ at, by, kind, rating, impact, narrative, evidence, challenges, why }) => {
    const did = kind === "report" ? ratingsInWords(rating, impact) : didInWords[kind];
    const besides = [
      ...evidence.map(({ name, address }) => `Evidence: ${name} ${address}`),
      ...challenges.map((one) => `Challenged: ${challengeForBoard(one)}`),
      why ? `Their answer: ${why}` : "",
    ].filter((words) => words !== "");
    return { at, line: [lineOf(at, by, did, narrative), ...besides.map((words) => `  ${words}`)].join("\n") };
  });
  const dated = dateChanges.map(({ at, by, kind, asWritten, reason }) => ({ at, line: lineOf(at, by, `${didOf[kind]} ${asWritten ?? "a new date"}`, reason) }));
  const handed = handovers.map(({ at, by, what, words }) => ({ at, line: lineOf(at, by, what.charAt(0).toLowerCase() + what.slice(1), words) }));
  const monitored = monitoring.map(({ at, by, kind, part, ref, reason }) => {
    const did = kind === "release" ? "released" : "took back into monitoring";
    return { at, line: lineOf(at, by, `${did} ${part} ${ref}`, reason) };
  });
  const lines = [...reported, ...dated, ...handed, ...monitored].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ line }) => line);
  return [
    `${measure.ref}: ${measure.words}`,
    due,
    `As imported (${imported.asOf}): ${ratingsInWords(imported.rating, imported.impact)}. ${imported.narrative}`,
    ...lines,
  ].join("\n");
}

function ratingsInWords(rating: string | null, impact: string | null): string {
  return `${rating ?? "no rating"}${impact ? `, impact ${impact}` : ""}`;
}

const didOf = { request: "asked for", acceptance: "accepted", refusal: "refused", withdrawal: "took back the request for" } as const;

function lineOf(at: string, by: string, did: string, words: string): string {
  return `${at.slice(0, 16).replace("T", " ")} ${by}: ${did}${words ? `. ${words}` : ""}`;
}
