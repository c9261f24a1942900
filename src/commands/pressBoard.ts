import type { z } from "zod";
import { boardActions } from "../cards/actions/boardActions.ts";
import { type CardAction, verbsOf } from "../cards/cardAction.ts";
import type { AtPlan } from "../flows/atPlan.ts";
import { openReopening, reopen } from "../flows/reopen.ts";
import { openSendBack, sendBack } from "../flows/sendBack.ts";
import { openMonitoring, setMonitoring } from "../flows/setMonitoring.ts";
import { showSignOff, signOffTicked } from "../flows/signOff.ts";
import { undoSignOff } from "../flows/undoSignOff.ts";
import type { Message, Ports } from "../ports.ts";

export type BoardAction = z.infer<(typeof boardActions)[number]>;

const verbs = verbsOf(boardActions);

export function isBoardAction(action: CardAction): action is BoardAction {
  return verbs.has(action.verb);
}

/** Answers a press on a card about what the board decides: what is complete, and what it monitors. */
export function pressBoard(ports: Ports, at: AtPlan, action: BoardAction): Message | Promise<Message> {
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
    case "openMonitoring":
      return openMonitoring(at, action);
    case "setMonitoring":
      return setMonitoring(ports, at, action);
  }
}
