import { choosePlanCard } from "../cards/choosePlanCard.ts";
import { type Deed, may } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import { type AtPlan, placeAt, standpointNow } from "../flows/atPlan.ts";
import type { Message } from "../ports.ts";
import type { Call, PlanCommand } from "./command.ts";
import { requireDeed } from "./requireDeed.ts";

/**
 * Which plan a command is about: the one bound to the channel it was typed in and no other; one to one, the person's
 * only plan or the one they chose.
 *
 * @returns the plan with the person's place in it, or a card that asks which
 * @throws UserError when there is none, or the deed is not theirs
 */
export async function findPlan(call: Call, command: PlanCommand): Promise<AtPlan | { ask: Message }> {
  const { ports, asker, admins } = call;
  const plan = asker.where.kind === "channel" ? await planOfChannel(call, asker.where.channelId, command) : await planOfPerson(call);
  if (plan && "ask" in plan) return plan;
  const at = placeAt(ports, asker, plan, admins);
  requireDeed(at, asker, command.deed);
  return at;
}

/** The plans somebody may read (or do more with), whatever they were known to once. */
export async function plansFor({ ports, asker, admins }: Pick<Call, "ports" | "asker" | "admins">, deed: Deed = "read"): Promise<Plan[]> {
  const entries = await ports.plans.list();
  const hints = new Set((await ports.people.find(asker.objectId))?.plans);
  const likely = admins.includes(asker.objectId) ? entries : entries.filter((entry) => hints.has(entry.id));
  const read = await Promise.all(likely.map((entry) => ports.plans.read(entry.id)));
  return read.filter((plan) => plan !== undefined).filter((plan) => may(standpointNow(ports, plan, asker.objectId, admins), deed));
}

/** Asks which plan. @param words - typed again once one is chosen */
export function askWhichPlan(plans: readonly Plan[], words: string): Message {
  return { card: choosePlanCard({ plans, words }), alert: "Which plan?" };
}

async function planOfPerson(call: Call): Promise<Plan | { ask: Message }> {
  const theirs = await plansFor(call);
  const [first, ...others] = theirs;
  if (!first)
    throw new UserError("I have no plan to show you. If you lead or oversee part of an improvement plan, ask its programme manager to link you to it.");
  if (others.length === 0) return first;
  const chosen = (await call.ports.people.find(call.asker.objectId))?.currentPlan;
  return theirs.find(({ id }) => id === chosen) ?? { ask: askWhichPlan(theirs, call.words) };
}

async function planOfChannel(call: Call, channelId: string, command: PlanCommand): Promise<Plan | undefined> {
  const bound = (await call.ports.plans.list()).find((entry) => entry.channel === channelId);
  if (bound) return call.ports.plans.read(bound.id);
  if (!command.bindsChannel?.(call.rest))
    throw new UserError("No plan uses this channel, so I show none here. A programme manager can bind one by writing “use this channel” to me, here.");
  return command.name === "use this channel" ? planToBind(call) : planToPostFrom(call);
}

/** Which of a programme manager's plans a channel gets digests of besides its own; of several, the one they chose one to one. */
async function planToPostFrom(call: Call): Promise<Plan> {
  const theirs = await plansFor(call, "manage");
  const chosen = theirs.length > 1 ? (await call.ports.people.find(call.asker.objectId))?.currentPlan : theirs[0]?.id;
  const plan = theirs.find(({ id }) => id === chosen);
  if (plan) return plan;
  if (theirs.length === 0) throw new UserError("Only a plan's programme manager can have digests posted to a channel.");
  throw new UserError("You manage several plans. Write “plan” to me one to one and choose which, then write this here again.");
}

/** Which of a programme manager's plans a channel is to be for; of several, the one named after `for`. */
async function planToBind(call: Call): Promise<Plan> {
  const theirs = await plansFor(call, "manage");
  const named = call.rest.replace(/^for\s+/i, "").toLowerCase();
  const [only, ...more] = theirs;
  if (only && more.length === 0 && !/^for\s/i.test(call.rest)) return only;
  const [first, ...others] = named ? theirs.filter(({ id, title }) => id === named || title.toLowerCase() === named) : theirs;
  if (first && others.length === 0) return first;
  if (theirs.length === 0) throw new UserError("Only a plan's programme manager can bind a channel to it.");
  throw new UserError(`Say which plan: ${theirs.map(({ id }) => `“use this channel for ${id}”`).join(" or ")}.`);
}
