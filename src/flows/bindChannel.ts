import { may } from "../domain/permission.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/**
 * Makes the channel a programme manager speaks in the plan's own: digests go there, and anybody in it may ask.
 *
 * @throws UserError outside a channel, for somebody else than a programme manager, or where another plan is bound
 */
export async function bindChannel(ports: Ports, asker: Asker, { plan, person, today }: AtPlan): Promise<void> {
  const { where, address } = asker;
  if (where.kind !== "channel") throw new UserError("Say “use this channel” in the channel itself, after mentioning me.");
  if (!may(person, "manage")) throw new UserError("Only the plan's programme manager can bind a channel to it.");
  const other = (await ports.plans.list()).find((entry) => entry.channel === where.channelId && entry.id !== plan.id);
  if (other) throw new UserError(`This channel belongs to ${other.title} already. Use another channel for ${plan.title}.`);
  await ports.plans.bindChannel(plan.id, {
    teamId: where.teamId,
    conversationId: where.channelId,
    serviceUrl: address.serviceUrl,
    tenantId: address.tenantId,
    botId: address.botId,
    ...(where.name && { name: where.name }),
    boundOn: plan.channel?.conversationId === where.channelId ? plan.channel.boundOn : today,
  });
}
