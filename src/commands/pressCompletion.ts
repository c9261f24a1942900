import type { CardAction } from "../cards/cardAction.ts";
import type { AtPlan } from "../flows/atPlan.ts";
import { openReopening, reopen } from "../flows/reopen.ts";
import { openSendBack, sendBack } from "../flows/sendBack.ts";
import { showSignOff, signOffTicked } from "../flows/signOff.ts";
import { undoSignOff } from "../flows/undoSignOff.ts";
import type { Message, Ports } from "../ports.ts";

const verbs = ["showSignOff", "signOffTicked", "undoSignOff", "openSendBack", "sendBack", "openReopening", "reopen"] as const;

export type CompletionAction = Extract<CardAction, { verb: (typeof verbs)[number] }>;

export function isCompletionAction(action: CardAction): action is CompletionAction {
  return (verbs as readonly string[]).includes(action.verb);
}

/** Answers a press on a card about what is complete. */
export function pressCompletion(ports: Ports, at: AtPlan, action: CompletionAction): Message | Promise<Message> {
  switch (action.verb) {
    case "showSignOff":
      return showSignOff(at, action.page);
    case "signOffTicked":
      return signOffTicked(ports, at, action);
    case "undoSignOff":
      return undoSignOff(ports, at, action);
    case "openSendBack":
      return openSendBack(at, action);
    case "sendBack":
      return sendBack(ports, at, action);
    case "openReopening":
      return openReopening(at, action.ref);
    case "reopen":
      return reopen(ports, at, action);
  }
}
