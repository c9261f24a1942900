import type { Message } from "../ports.ts";

/** What an invoke is answered with: the HTTP status Teams reads, and what it shows. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: { readonly statusCode: number; readonly type: string; readonly value: unknown };
}

/** A card takes the place of the one pressed; words appear below it and leave it, with what was typed in it, as it is. */
export function invokeAnswer({ card, text, alert }: Message): InvokeAnswer {
  return card ? shown("application/vnd.microsoft.card.adaptive", card) : shown("application/vnd.microsoft.activity.message", text ?? alert);
}

/** Drumbeat has no use for the invoke; Teams goes on as if it had none. */
export const notImplemented: InvokeAnswer = { status: 501 };

/** Taken; what comes of it follows as a message. */
export const accepted: InvokeAnswer = { status: 200 };

function shown(type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type, value } };
}
