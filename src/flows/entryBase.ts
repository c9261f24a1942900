import type { Entry } from "../domain/entry.ts";
import { nextUpdateId } from "../domain/standing.ts";
import type { Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/**
 * What every row of a history begins with: who says it, when, and its number.
 *
 * @param last - the row it rests on; its number after that one keeps two writers apart
 */
export function entryBase(
  { clock }: Pick<Ports, "clock">,
  { person, name, today }: Pick<AtPlan, "person" | "name" | "today">,
  last: string | undefined,
  { via, nonce }: Pick<Entry, "via" | "nonce">,
): Entry {
  return { id: nextUpdateId(last), at: clock.now(), on: today, by: { objectId: person.objectId, name }, via, nonce };
}
