import { anyMonth } from "../domain/due/monthNames.ts";
import type { Area, Plan } from "../domain/plan.ts";
import { areaWord } from "../domain/typedRef.ts";
import { findArea } from "../flows/knowPeople.ts";

const number = "\\d+(?:\\.\\d+)*";
const front = new RegExp(`^(?:(?:in|for|of|on) )?(?:${areaWord} (${number})(?:\\s+|$)|(${number})(?:\\s+|$)(?!${anyMonth}|(?:day|week|month|year)s?))`, "i");
const back = new RegExp(`\\s*\\b(?:in|for|of|on) ${areaWord} (${number})\\s*$`, "i");

/**
 * Takes an area from the front or the end of what was typed: `2 since 1 September`, `since May in area 2`. A number
 * alone with a month or a length of time after it is none.
 *
 * @throws UserError naming the areas there are
 */
export function areaAsked(plan: Plan, rest: string): { readonly area?: Area; readonly words: string } {
  const [whole, called, alone] = front.exec(rest) ?? [];
  const ref = called ?? alone;
  if (whole !== undefined && ref) return { area: findArea(plan, ref), words: rest.slice(whole.length).trim() };
  const [end, last] = back.exec(rest) ?? [];
  if (end !== undefined && last) return { area: findArea(plan, last), words: rest.slice(0, -end.length).trim() };
  return { words: rest };
}
