import { setTimeout as wait } from "node:timers/promises";
import { checkCard } from "../cards/checkCard.ts";
import type { Address } from "../domain/person.ts";
import type { Message, Messenger, SendOutcome } from "../ports.ts";
import { type CallConnector, ConnectorError, type OutMessage } from "./connector.ts";
import { fileCard } from "./fileCard.ts";
import { outcomeOf } from "./outcomeOf.ts";
import type { Pace } from "./pace.ts";
import { findMember, saysNo } from "./roster.ts";

/** @param shown - a message as its client can show it */
export function createMessenger(call: CallConnector, pace: Pace, shown = (_to: Address, message: Message) => message): Messenger {
  const counted = inPace(call, pace);
  return {
    async turn(to) {
      for (let ms = pace.waitOfAll(); ms > 0; ms = pace.waitOfAll()) await wait(ms);
      return pace.turn(to.conversationId);
    },

    async send(to, message, hasTurn = false) {
      const activity = activityOf(to, shown(to, message));
      if (!hasTurn) pace.hurry(to.conversationId);
      return outcomeWith(pace, () => call(to.serviceUrl, (conversations, options) => conversations.sendToConversation(to.conversationId, activity, options)));
    },

    async update(to, activityId, message) {
      const activity = { ...activityOf(to, shown(to, message)), id: activityId };
      pace.hurry(to.conversationId);
      return outcomeWith(pace, async () => {
        await call(to.serviceUrl, (conversations, options) => conversations.updateActivity(to.conversationId, activityId, activity, options));
        return { id: activityId };
      });
    },

    async openPersonal(team, objectId) {
      const { serviceUrl, tenantId, botId } = team;
      const member = await findMember(counted, { serviceUrl, conversationId: team.teamId }, objectId);
      if (!member) return undefined;
      const parameters = {
        isGroup: false,
        bot: { id: botId },
        members: [{ id: member.id }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      try {
        const { id } = await counted(serviceUrl, (conversations, options) => conversations.createConversation(parameters, options));
        if (!id) throw new Error("Teams opened a conversation without saying which");
        return { serviceUrl, tenantId, botId, conversationId: id };
      } catch (error) {
        if (saysNo(error)) return undefined;
        throw error;
      }
    },
  };
}

/** Calls that are no messages count among the tenant's requests too, and are told to slow down like them. */
export function inPace(call: CallConnector, pace: Pace): CallConnector {
  return async (serviceUrl, work) => {
    pace.count();
    try {
      return await call(serviceUrl, work);
    } catch (error) {
      if (error instanceof ConnectorError && error.status === 429) pace.slowDown();
      throw error;
    }
  };
}

async function outcomeWith(pace: Pace, post: () => Promise<{ id?: string }>): Promise<SendOutcome> {
  try {
    const { id } = await post();
    return id ? { kind: "sent", activityId: id } : { kind: "unknown", why: "Teams took the message without saying which it is" };
  } catch (error) {
    if (error instanceof ConnectorError && error.status === 429) pace.slowDown();
    if (error instanceof ConnectorError) return outcomeOf(error, Date.now());
    throw error;
  }
}

/** @throws RangeError for a card Teams would refuse */
function activityOf(to: Address, { text, card, alert, file }: Message): OutMessage {
  if (card) checkCard(card);
  const attachments = [...(card ? [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }] : []), ...(file ? [fileCard(file)] : [])];
  return {
    type: "message",
    from: { id: to.botId },
    conversation: { id: to.conversationId },
    summary: alert,
    ...(text && { text, textFormat: "markdown" }),
    ...(attachments.length > 0 && { attachments }),
    ...(!isChannel(to) && { channelData: { notification: { alert: true } } }), // a toast; channels have no use for one
  };
}

function isChannel({ conversationId }: Address): boolean {
  return /@thread\.(tacv2|skype)/.test(conversationId);
}
