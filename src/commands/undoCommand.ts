import { composeUndo } from "../flows/composeUndo.ts";
import type { PlanCommand } from "./command.ts";

/** Asks whether the last update is to be taken back, for whoever does not find the button any more. */
export const undoCommand: PlanCommand = {
  name: "undo",
  aliases: ["take it back", "take that back"],
  usage: "undo",
  does: "Take your last update back",
  where: ["personal"],
  deed: "answer",
  unlisted: true,
  takes: /^(?:(?:it|that|this|please|the|my|last|latest|update|answer|one)[ !]*)+$/i,
  run: async (_call, at) => composeUndo(at),
};
