/** Where a refusal of Teams' holds its code: it comes in all of these. */
export const bodies = {
  error: (code: string, message: string) => ({ error: { code, message } }),
  innerError: (code: string, message: string) => ({ error: { code: "Forbidden", message: "The request was refused.", innerError: { code, message } } }),
  subCode: (code: string, message: string) => ({ subCode: code, details: message }),
  words: (code: string, message: string) => ({ message: `${code}: ${message}` }),
} as const;

export type BodyShape = keyof typeof bodies;

export interface RefusalForGood {
  readonly status: 403 | 404;
  readonly code: string;
  readonly body?: BodyShape;
}

/** The kinds of 403 and 404 that Teams gives a message. */
export const refusalsForGood: readonly RefusalForGood[] = [
  { status: 403, code: "BotNotInConversationRoster" },
  { status: 403, code: "ConversationBlockedByUser" },
  { status: 403, code: "MessageWritesBlocked", body: "subCode" },
  { status: 403, code: "MessageWritesBlocked", body: "innerError" },
  { status: 403, code: "Forbidden", body: "words" },
  { status: 404, code: "ConversationNotFound" },
  { status: 404, code: "BotNotInConversationRoster", body: "innerError" },
  { status: 404, code: "ActivityNotFoundInConversation" },
];
