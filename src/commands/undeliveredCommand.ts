import { composeUndelivered } from "../flows/undelivered.ts";
import type { PlanCommand } from "./command.ts";

export const undeliveredCommand: PlanCommand = {
  name: "undelivered",
  usage: "undelivered",
  alone: true,
  does: "Messages that may not have arrived: send again, or say they did",
  where: ["personal"],
  deed: "manage",
  run: ({ ports }, { plan }) => composeUndelivered(ports, plan),
};
