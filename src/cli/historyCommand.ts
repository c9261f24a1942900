import { findMeasure } from "../commands/findMeasure.ts";
import { lastDate } from "../domain/duePhrase.ts";
import type { Measure, Plan } from "../domain/plan.ts";
import type { Update } from "../domain/update.ts";
import { type CliPorts, readPlan } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** Oldest first; the first entry is what the file said. @throws UserError for a plan or measure there is not */
export async function historyCommand(ports: CliPorts, id: string, ref: string): Promise<Result> {
  const plan = await readPlan(ports, id);
  const measure = findMeasure(plan, ref);
  const updates = [asImported(plan, measure), ...(await ports.plans.history(id, measure.ref)).map(entryOf)];
  const dates = [{ asWritten: measure.due.asWritten, current: lastDate(measure.due) ?? null, moves: 0 }];
  const lines = updates.map(
    ({ at, by, kind, rating, narrative }) =>
      `${at.slice(0, 16).replace("T", " ")} ${by}: ${kind === "report" ? "" : `${kind} `}${rating ?? "no rating"}${narrative ? `. ${narrative}` : ""}`,
  );
  const due = `Due as written: ${measure.due.asWritten || "nothing"}; read as ${dates[0]?.current ?? measure.due.kind}.`;
  return { json: { ref: measure.ref, updates, dates }, text: [`${measure.ref}: ${measure.words}`, due, ...lines].join("\n") };
}

function asImported(plan: Plan, measure: Measure) {
  return {
    id: null,
    at: plan.importedAt as string,
    by: "import",
    kind: "report" as Update["kind"],
    rating: measure.ratingAsImported ?? null,
    narrative: measure.narrativeAsImported,
    value: null as number | null,
    via: "import",
    amends: null as string | null,
  };
}

function entryOf(update: Update): Omit<ReturnType<typeof asImported>, "id"> & { id: string } {
  const { id, at, by, kind, rating, narrative, figure, via, amends } = update;
  return { id, at, by: by.name, kind, rating: rating ?? null, narrative, value: figure?.value ?? null, via, amends: amends ?? null };
}
