import { askedOf } from "../flows/askedOf.ts";
import { sawIt } from "../flows/askLater.ts";
import type { PlanCommand } from "./command.ts";
import { nonceOfMessage } from "./nonceOfMessage.ts";

/** Notes that a lead has seen what they were asked last, and will answer in their own time. */
export const seenCommand: PlanCommand = {
  name: "seen",
  aliases: ["seen it", "seen this", "i have seen it", "i've seen it"],
  usage: "seen",
  does: "Say that you have seen it and will answer later",
  alone: true,
  where: ["personal"],
  deed: "answer",
  unlisted: true,
  async run(call, at) {
    const { ports } = call;
    const { focus, own } = await askedOf(ports, at);
    return sawIt(ports, at, focus.length > 0 ? focus : own, nonceOfMessage(call));
  },
};
