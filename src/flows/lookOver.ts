import type { CardAction } from "../cards/cardAction.ts";
import { longestNarrative } from "../domain/answerForm.ts";
import { type LookOver, lookedOver, lookedOverAfter, toLookOver } from "../domain/lookedOver.ts";
import type { Plan } from "../domain/plan.ts";
import { narrativeOf } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import { type AtPlan, readAgainAt } from "./atPlan.ts";
import { composeLookOver, decisionOf, digestOf } from "./composeLookOver.ts";
import { entryBase } from "./entryBase.ts";

type Pressed = Omit<Extract<CardAction, { verb: "lookOver" }>, "verb" | "plan">;

/**
 * Stores whether a narrative may go out, and shows the next. What was not shown, or was decided by somebody else meanwhile, is
 * shown first, with what was typed.
 *
 * @throws UserError when the measure has nothing to look over any more
 */
export async function lookOver(ports: Ports, at: AtPlan, pressed: Pressed): Promise<Message> {
  const { ref, nonce, basis, seen, cut, how } = pressed;
  const measure = toLookOver(at.plan).find((one) => one.ref === ref);
  if (!measure) throw new UserError(`There is nothing to look over of ${ref} any more. Type “look over scrutiny” for the rest.`);
  const instead = how === "mayGoOut" ? (pressed.instead ?? "").trim() : "";
  const again = (plan: Plan, fault: string) => composeLookOver(plan, { ref, fault, instead: pressed.instead });
  if (seen !== digestOf(measure)) return again(at.plan, "It says something else since. Nothing was stored yet: read it anew.");
  if (cut && how === "mayGoOut" && instead === "") return again(at.plan, "It is too long to be read here whole. Write what may go out.");
  if (instead.length > longestNarrative) return again(at.plan, `That has ${instead.length} characters; ${longestNarrative} is the most.`);

  const shown = lookedOver(at.plan, measure)?.instead ?? "";
  if (how === "leaveOut" && ![shown, ""].includes((pressed.instead ?? "").trim()))
    return again(at.plan, "You wrote other words as well. Press “It may go out” for them, or empty the box to leave it out.");

  const { latest } = measure.standing ?? {};
  const row: LookOver = {
    ...entryBase(ports, at, basis, { via: "card", nonce }),
    ...{ ref, kind: how, narrative: narrativeOf(measure) },
    ...(latest && { update: latest.id }),
    ...(instead !== "" && { instead }),
  };
  const standing = lookedOverAfter([row]);
  if (!standing) throw new Error("a row that was made has no standing");
  const outcome = await ports.plans.append(at.plan.id, "lookedOver", row, standing);
  const isSame = outcome.kind === "repeated" && outcome.earlier.kind === row.kind && outcome.earlier.instead === row.instead;
  const { plan } = await readAgainAt(ports, at);
  if (outcome.kind !== "stored" && !isSame) {
    const now = lookedOver(plan, measure);
    return again(plan, `Somebody decided on it meanwhile${now ? `: ${decisionOf(now)}` : ""}. Nothing was stored: press again if yours is to count.`);
  }
  ports.log.info("narrative looked over", { plan: plan.id, ref, kind: how });
  return composeLookOver(plan, { ref: nextAfter(plan, ref), done: `${ref}: ${decisionOf(row)}` });
}

/** The next that nobody has looked over, from a measure on and then from the first. */
function nextAfter(plan: Plan, ref: string): string | undefined {
  const all = toLookOver(plan);
  const at = all.findIndex((one) => one.ref === ref);
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find((measure) => !lookedOver(plan, measure))?.ref;
}
