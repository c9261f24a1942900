import type { Measure } from "../domain/measure.ts";
import { maySignOff } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { standingWith } from "../domain/standing.ts";
import type { Completion, Update } from "../domain/update.ts";
import { RefusedError, UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { signOffRefusal } from "./composeSignOff.ts";
import { entryBase } from "./entryBase.ts";
import { refuseOtherWords } from "./refuseOtherWords.ts";

/** A decision on a completion, to be stored. */
export interface Deciding extends Pick<Update, "nonce" | "via"> {
  readonly kind: Completion;
  readonly narrative: string;
  readonly rating?: string;
}

/** @throws RefusedError saying who signs off */
export function refuseUnlessSigner({ plan, person }: AtPlan): void {
  if (!maySignOff(plan, person)) throw new RefusedError(signOffRefusal(plan));
}

/** @throws UserError when the plan does not have it any more */
export function measureNamed({ plan }: Pick<AtPlan, "plan">, ref: string): Measure {
  const measure = plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${plan.title} any more.`);
  return measure;
}

/**
 * Stores a decision on the measure as it was read (law 4).
 *
 * @returns the measure after it; `behind` when something was said of it at the same moment
 * @throws UserError where it was stored before with other words
 */
export async function storeDecision(ports: Ports, at: AtPlan, measure: Measure, deciding: Deciding): Promise<{ measure: Measure; row: Update } | "behind"> {
  const row: Update = {
    ...entryBase(ports, at, measure.standing?.lastUpdate, deciding),
    ...deciding,
    ref: measure.ref,
  };
  const standing = standingWith(measure, row, at.plan.scheme);
  const outcome = await ports.plans.record(at.plan.id, row, standing);
  if (outcome.kind === "repeated" && outcome.earlier.by.objectId === at.person.objectId) {
    refuseOtherWords(outcome.earlier.narrative, row.narrative ?? "");
    return { measure: { ...measure, standing }, row: outcome.earlier };
  }
  if (outcome.kind !== "stored") return "behind";
  ports.log.info("completion decided", { plan: at.plan.id, ref: measure.ref, update: row.id, kind: row.kind });
  return { measure: { ...measure, standing }, row };
}

/** The plan with some of its measures as they are now. */
export function withMeasures(plan: Plan, now: readonly Measure[]): Plan {
  const byRef = new Map(now.map((measure) => [measure.ref, measure]));
  return { ...plan, measures: plan.measures.map((measure) => byRef.get(measure.ref) ?? measure) };
}
