import { mayAnswer, maySignOff } from "../domain/permission.ts";
import { isComplete } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import type { AtPlan } from "./atPlan.ts";

/** What this person said that still stands, is the last word on its measure and may be changed by them; the newest first. */
export function ownUpdates({ plan, person }: Pick<AtPlan, "plan" | "person">): readonly Update[] {
  return plan.measures
    .flatMap((measure) => {
      const latest = measure.standing?.latest;
      const isTheirs = latest?.kind === "report" && latest.by.objectId === person.objectId;
      return isTheirs && mayAnswer(person, measure) && !isComplete(measure, plan.scheme) ? [latest] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** What this person signed off, of which nothing was said since; the newest first. */
export function ownSignOffs({ plan, person }: Pick<AtPlan, "plan" | "person">): readonly Update[] {
  if (!maySignOff(plan, person)) return [];
  return plan.measures
    .flatMap(({ standing, released }) => {
      const { decided, lastUpdate } = standing ?? {};
      return !released && decided?.kind === "signOff" && decided.by.objectId === person.objectId && decided.id === lastUpdate ? [decided] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
