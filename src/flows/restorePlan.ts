import { parseSavedPlan, type SavedPlan } from "../domain/savedPlan.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";

/**
 * Brings back a plan that `exportPlan` saved as JSON, with its history, links, roles and settings.
 *
 * @param over - whether a plan of the same id may be replaced, its history too
 * @throws UserError when the document is no saved plan, or the plan is there and may not be replaced
 * @throws ConflictError when an import of the plan is under way
 */
export async function restorePlan(ports: Pick<Ports, "plans" | "people" | "log">, bytes: Uint8Array, over: boolean): Promise<SavedPlan> {
  const saved = readSaved(bytes);
  const { id } = saved.content;
  const before = await ports.plans.read(id);
  if (before && !over) throw new UserError(`There is a plan “${id}” already. To put the saved one in its place, history and all, add --over.`);
  for (const person of saved.people) await ports.people.save(person);
  await ports.plans.restore(saved, before);
  ports.log.info("plan restored", { plan: id, measures: saved.content.measures.length, updates: saved.history.length });
  return saved;
}

function readSaved(bytes: Uint8Array): SavedPlan {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UserError("This is no saved plan: it isn't JSON. Restore a file that “export … --out FILE.json” wrote.");
  }
  const read = parseSavedPlan(json);
  if (read.kind === "read") return read.saved;
  throw new UserError(`This is no saved plan. Restore a file that “export … --out FILE.json” wrote. ${read.faults.join(". ")}.`);
}
