import { composeClaims } from "../flows/composeClaims.ts";
import type { PlanCommand } from "./command.ts";

export const unclaimedCommand: PlanCommand = {
  name: "unclaimed",
  usage: "unclaimed",
  alone: true,
  does: "Measures that somebody says are not theirs, to decide whose they are",
  where: ["personal"],
  deed: "manage",
  unlisted: true,
  run: async (_, { plan }) => composeClaims(plan) ?? { text: "Nobody says that a measure is not theirs.", alert: "Unclaimed" },
};
