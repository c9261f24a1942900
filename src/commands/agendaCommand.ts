import { composeAgenda } from "../flows/composeAgenda.ts";
import type { PlanCommand } from "./command.ts";

export const agendaCommand: PlanCommand = {
  name: "agenda",
  aliases: ["decisions"],
  usage: "agenda",
  alone: true,
  does: "What waits for a decision: new dates, what is proposed complete, what was escalated",
  where: ["personal", "channel"],
  deed: "read",
  async run({ ports, asker }, at) {
    return composeAgenda(ports, at, asker.where.kind === "personal" ? at.person : undefined);
  },
};
