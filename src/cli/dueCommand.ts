import { dueLists } from "../domain/dueLists.ts";
import { movedMeasures, withOriginalDates } from "../domain/originalDue.ts";
import { type CliPorts, readPlanAsOf } from "./readPlan.ts";
import type { Result } from "./result.ts";

/**
 * Sorts the open measures by their dates; with `original` by those the plan began with. Where dates moved, `moved` says which,
 * what they were at first and are now (null where a phrase names none), and how often.
 *
 * @throws UserError for a plan or day there is not
 */
export async function dueCommand(ports: CliPorts, id: string, options: { asOf?: string; original?: boolean }): Promise<Result> {
  const { plan, day } = await readPlanAsOf(ports, id, options.asOf);
  const lists = dueLists(options.original ? withOriginalDates(plan) : plan, day);
  const moved = movedMeasures(plan).map(({ ref, original, current, moves }) => ({ ref, original: original ?? null, current: current ?? null, moves }));
  const lines = Object.entries(lists).map(([kind, refs]: [string, readonly (string | { ref: string; on: string })[]]) => {
    const listed = refs.map((one) => (typeof one === "string" ? one : `${one.ref} (${one.on})`));
    return `${kind}: ${listed.length > 0 ? listed.join(", ") : "none"}`;
  });
  const movedInWords = moved.map(({ ref, original, current, moves }) => `${ref} (${original ?? "no date"} to ${current ?? "no date"}, moves: ${moves})`);
  const json = { plan: plan.id, asOf: day, ...(options.original && { original: true }), ...lists, ...(moved.length > 0 && { moved }) };
  const heading = `${plan.title}, as of ${day}${options.original ? ", by the dates at first" : ""}`;
  return { json, text: [heading, ...lines, ...(moved.length > 0 ? [`moved: ${movedInWords.join(", ")}`] : [])].join("\n") };
}
