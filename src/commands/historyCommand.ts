import { showHistory } from "../flows/showHistory.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasureEver } from "./findMeasure.ts";

export const historyCommand: PlanCommand = {
  name: "history",
  usage: "history REF",
  does: "What was reported on a measure, newest first",
  where: ["personal", "channel"],
  deed: "read",
  run: ({ ports, rest, asker }, at) => showHistory(ports, at, findMeasureEver(at.plan, rest), asker.where),
};
