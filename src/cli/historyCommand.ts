import { findMeasureEver } from "../commands/findMeasure.ts";
import type { DateChange } from "../domain/dateChange.ts";
import { lastDate } from "../domain/duePhrase.ts";
import type { Measure } from "../domain/plan.ts";
import { fileSpeaksOf } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { type HandoverEntry, handoverEntries } from "../flows/handoverEntries.ts";
import { type CliPorts, readPlan } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** Reports by leads and what was asked and decided about dates, each oldest first, and beside them what the file said. @throws UserError for a plan or measure there is not */
export async function historyCommand(ports: CliPorts, id: string, ref: string): Promise<Result> {
  const plan = await readPlan(ports, id);
  const measure = findMeasureEver(plan, ref);
  const updates = (await ports.plans.history(id, measure.ref)).map(entryOf);
  const dateChanges = (await ports.plans.entries(id, "dates", measure.ref)).map(dateEntryOf);
  const handovers = await handoverEntries(ports, id, measure.ref);
  const imported = { asOf: fileSpeaksOf(measure, plan), rating: measure.ratingAsImported ?? null, narrative: measure.narrativeAsImported };
  const { due, dateMoves = [], withdrawnOn } = measure;
  const first = dateMoves[0]?.from ?? due;
  const changes = dateMoves.map(({ from, on, reason }) => ({ from: from.asWritten, on, reason }));
  const moved = changes.length > 0 && { original: lastDate(first) ?? null, originalAsWritten: first.asWritten, changes };
  const dates = [{ asWritten: due.asWritten, current: lastDate(due) ?? null, moves: changes.length, ...moved }];
  const json = { ref: measure.ref, updates, imported, dates, dateChanges, handovers, ...(withdrawnOn && { withdrawnOn }) };
  return { json, text: inWords(measure, imported, updates, dateChanges, handovers) };
}

function entryOf(update: Update) {
  const { id, at, by, kind, rating, narrative, figure, via, amends } = update;
  return { id, at, by: by.name, kind, rating: rating ?? null, narrative, value: figure?.value ?? null, via, amends: amends ?? null };
}

function dateEntryOf({ id, at, by, kind, due, reason, via, answers }: DateChange) {
  return { id, at, by: by.name, kind, asWritten: due?.asWritten ?? null, date: (due && lastDate(due)) ?? null, reason, via, answers: answers ?? null };
}

function inWords(
  measure: Measure,
  imported: { asOf: string; rating: string | null; narrative: string },
  updates: readonly ReturnType<typeof entryOf>[],
  dateChanges: readonly ReturnType<typeof dateEntryOf>[],
  handovers: readonly HandoverEntry[],
): string {
  const read = `Due as written: ${measure.due.asWritten || "nothing"}; read as ${lastDate(measure.due) ?? measure.due.kind}.`;
  const moves = (measure.dateMoves ?? []).map(({ from, on, reason }) => ` Until ${on} it was ${from.asWritten || "nothing"} (${reason}).`);
  const withdrawn = measure.withdrawnOn ? ` Withdrawn on ${measure.withdrawnOn}: the plan's file no longer has it.` : "";
  const due = `${read}${moves.join("")}${withdrawn}`;
  const reported = updates.map(({ at, by, kind, rating, narrative }) => {
    const did = kind === "report" ? (rating ?? "no rating") : kind === "signOff" ? "signed off" : "took back an update";
    return { at, line: lineOf(at, by, did, narrative) };
  });
  const dated = dateChanges.map(({ at, by, kind, asWritten, reason }) => ({ at, line: lineOf(at, by, `${didOf[kind]} ${asWritten ?? "a new date"}`, reason) }));
  const handed = handovers.map(({ at, by, what, words }) => ({ at, line: lineOf(at, by, what.charAt(0).toLowerCase() + what.slice(1), words) }));
  const lines = [...reported, ...dated, ...handed].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ line }) => line);
  return [`${measure.ref}: ${measure.words}`, due, `As imported (${imported.asOf}): ${imported.rating ?? "no rating"}. ${imported.narrative}`, ...lines].join(
    "\n",
  );
}

const didOf = { request: "asked for", acceptance: "accepted", refusal: "refused", withdrawal: "took back the request for" } as const;

function lineOf(at: string, by: string, did: string, words: string): string {
  return `${at.slice(0, 16).replace("T", " ")} ${by}: ${did}${words ? `. ${words}` : ""}`;
}
