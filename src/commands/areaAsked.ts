import type { Area, Plan } from "../domain/plan.ts";
import { findArea } from "../flows/knowPeople.ts";

const front =
  /^(?:(?:in|for|of|on) )?(?:(?:area|priority|concern|theme|workstream) )?(\d+(?:\.\d+)*)(?:\s+|$)(?!\w*(?:january|february|march|april|may|june|july|august|september|october|november|december|days?|weeks?|months?|years?))/i;
const back = /\s*\b(?:in|for|of|on) (?:(?:area|priority|concern|theme|workstream) )(\d+(?:\.\d+)*)\s*$/i;

/**
 * Takes an area from the front or the end of what was typed: `2 since 1 September`, `since May in area 2`. A number with
 * a month or a length of time after it is none.
 *
 * @throws UserError naming the areas there are
 */
export function areaAsked(plan: Plan, rest: string): { readonly area?: Area; readonly words: string } {
  const [whole, ref] = front.exec(rest) ?? [];
  if (whole !== undefined && ref) return { area: findArea(plan, ref), words: rest.slice(whole.length).trim() };
  const [end, last] = back.exec(rest) ?? [];
  if (end !== undefined && last) return { area: findArea(plan, last), words: rest.slice(0, -end.length).trim() };
  return { words: rest };
}
