import { randomUUID } from "node:crypto";
import type { Call } from "./command.ts";

/** The same message told of again makes the same nonce, and a press one of its own. */
export function nonceOfMessage({ asker, messageId }: Pick<Call, "asker" | "messageId">): string {
  return messageId === undefined ? randomUUID() : `${asker.objectId} ${messageId}`;
}
