import { composeLookOver } from "../flows/composeLookOver.ts";
import type { PlanCommand } from "./command.ts";

/** `look over scrutiny`: each narrative before the public reads it. */
export const lookOverCommand: PlanCommand = {
  name: "look over",
  usage: "look over scrutiny",
  does: "Decide which narratives go into the scrutiny report",
  where: ["personal"],
  deed: "manage",
  unlisted: true,
  takes: /^(?:for )?(?:the )?scrutiny(?: report| digest)?$/i,
  run: async (_, { plan }) => composeLookOver(plan),
};
