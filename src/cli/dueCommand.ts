import { dueLists } from "../domain/dueLists.ts";
import { type CliPorts, readPlanAsOf } from "./readPlan.ts";
import type { Result } from "./result.ts";

/** @throws UserError for a plan or day there is not */
export async function dueCommand(ports: CliPorts, id: string, options: { asOf?: string }): Promise<Result> {
  const { plan, day } = await readPlanAsOf(ports, id, options.asOf);
  const lists = dueLists(plan, day);
  const lines = Object.entries(lists).map(([kind, refs]: [string, readonly (string | { ref: string; on: string })[]]) => {
    const listed = refs.map((one) => (typeof one === "string" ? one : `${one.ref} (${one.on})`));
    return `${kind}: ${listed.length > 0 ? listed.join(", ") : "none"}`;
  });
  return { json: { plan: plan.id, asOf: day, ...lists }, text: [`${plan.title}, as of ${day}`, ...lines].join("\n") };
}
