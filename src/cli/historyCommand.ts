import { findMeasure } from "../commands/findMeasure.ts";
import { lastDate } from "../domain/duePhrase.ts";
import type { Measure } from "../domain/plan.ts";
import type { Update } from "../domain/update.ts";
import { type CliPorts, readPlan } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** Reports by leads, oldest first, and beside them what the file said. @throws UserError for a plan or measure there is not */
export async function historyCommand(ports: CliPorts, id: string, ref: string): Promise<Result> {
  const plan = await readPlan(ports, id);
  const measure = findMeasure(plan, ref);
  const updates = (await ports.plans.history(id, measure.ref)).map(entryOf);
  const imported = { asOf: plan.importedAsOf, rating: measure.ratingAsImported ?? null, narrative: measure.narrativeAsImported };
  const dates = [{ asWritten: measure.due.asWritten, current: lastDate(measure.due) ?? null, moves: 0 }];
  return { json: { ref: measure.ref, updates, imported, dates }, text: inWords(measure, imported, updates) };
}

function entryOf(update: Update) {
  const { id, at, by, kind, rating, narrative, figure, via, amends } = update;
  return { id, at, by: by.name, kind, rating: rating ?? null, narrative, value: figure?.value ?? null, via, amends: amends ?? null };
}

function inWords(
  measure: Measure,
  imported: { asOf: string; rating: string | null; narrative: string },
  updates: readonly ReturnType<typeof entryOf>[],
): string {
  const due = `Due as written: ${measure.due.asWritten || "nothing"}; read as ${lastDate(measure.due) ?? measure.due.kind}.`;
  const lines = updates.map(({ at, by, kind, rating, narrative }) => {
    const did = kind === "report" ? (rating ?? "no rating") : kind === "signOff" ? "signed off" : "took back an update";
    return `${at.slice(0, 16).replace("T", " ")} ${by}: ${did}${narrative ? `. ${narrative}` : ""}`;
  });
  return [`${measure.ref}: ${measure.words}`, due, `As imported (${imported.asOf}): ${imported.rating ?? "no rating"}. ${imported.narrative}`, ...lines].join(
    "\n",
  );
}
