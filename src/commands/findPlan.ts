import { choosePlanCard } from "../cards/choosePlanCard.ts";
import { may } from "../domain/permission.ts";
import { UserError } from "../domain/userError.ts";
import { type AtPlan, atPlan, speaksInChannelOf } from "../flows/atPlan.ts";
import type { Message, PlanEntry } from "../ports.ts";
import type { Call, PlanCommand } from "./command.ts";

/**
 * Which plan a command is about: the one bound to the channel it was typed in and no other; one to one, the person's
 * only plan or the one they chose.
 *
 * @returns the plan with the person's place in it, or a card that asks which
 * @throws UserError when there is none, or the deed is not theirs
 */
export async function findPlan(call: Call, command: PlanCommand): Promise<AtPlan | { ask: Message }> {
  const { ports, asker, admins } = call;
  const entries = await ports.plans.list();
  const found = asker.where.kind === "channel" ? inChannel(entries, asker.where.channelId, command) : undefined;
  const theirs = found ? [found] : await plansOf(call, entries);
  if (theirs.length === 0) throw new UserError(nothingFor(call));

  const chosen = theirs.length === 1 ? theirs[0] : await chosenOf(call, theirs);
  if (!chosen) return { ask: { card: choosePlanCard({ plans: theirs, words: call.words }), alert: "Which plan?" } };
  const at = await atPlan(ports, asker, chosen.id, admins);
  const allowed = may(at.person, command.deed) || (command.deed === "read" && speaksInChannelOf(at.plan, asker));
  if (!allowed) throw new UserError(refusals[command.deed]);
  return at;
}

const refusals: Readonly<Record<PlanCommand["deed"], string>> = {
  read: "I can't show you that plan here.",
  answer: "That is for the plan's leads. Type “help” for what you can ask.",
  answerForOthers: "That is for the plan's programme manager.",
  signOff: "Only the chair can sign measures off.",
  manage: "That is for the plan's programme manager. Type “help” for what you can ask.",
};

/** What manages a plan may be said in a channel that has none yet; anything else speaks of the channel's own plan only. */
function inChannel(entries: readonly PlanEntry[], channelId: string, command: PlanCommand): PlanEntry | undefined {
  const bound = entries.find((entry) => entry.channel === channelId);
  if (bound || command.deed === "manage") return bound;
  throw new UserError("No plan uses this channel, so I show none here. A programme manager can bind one by writing “use this channel” to me, here.");
}

async function plansOf({ ports, asker, admins }: Call, entries: readonly PlanEntry[]): Promise<PlanEntry[]> {
  if (admins.includes(asker.objectId)) return [...entries];
  const hints = new Set((await ports.people.find(asker.objectId))?.plans);
  return entries.filter((entry) => hints.has(entry.id));
}

async function chosenOf({ ports, asker }: Call, theirs: readonly PlanEntry[]): Promise<PlanEntry | undefined> {
  const chosen = (await ports.people.find(asker.objectId))?.currentPlan;
  return theirs.find((entry) => entry.id === chosen);
}

function nothingFor({ asker }: Call): string {
  return `I have no plan to show you${asker.where.kind === "personal" ? " yet" : " here"}. If you lead or oversee part of an improvement plan, ask its programme manager to link you to it.`;
}
