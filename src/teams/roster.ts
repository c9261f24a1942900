import { type CallConnector, ConnectorError } from "./connector.ts";

export interface Member {
  /** Teams' id of the person for this bot: `29:…`. */
  readonly id: string;
  readonly objectId?: string;
}

/**
 * Looks somebody up on the roster of a conversation or team.
 *
 * @param memberId - Teams' id or the Entra object id
 * @returns undefined when the roster does not have them, or is no longer open to the bot
 * @throws ConnectorError when Teams could not say
 */
export async function findMember(call: CallConnector, at: { serviceUrl: string; conversationId: string }, memberId: string): Promise<Member | undefined> {
  try {
    const member = await call(at.serviceUrl, (conversations, options) => conversations.getConversationMember(at.conversationId, memberId, options));
    return { id: member.id, objectId: (member.aadObjectId ?? member.objectId)?.toLowerCase() };
  } catch (error) {
    if (saysNo(error)) return undefined;
    throw error;
  }
}

/** Teams answered, and would answer the same again: nobody there, or not for this bot. */
export function saysNo(error: unknown): boolean {
  return error instanceof ConnectorError && [400, 403, 404].includes(error.status ?? 0);
}
