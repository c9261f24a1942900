import { composeAgenda } from "../flows/composeAgenda.ts";
import type { PlanCommand } from "./command.ts";

export const agendaCommand: PlanCommand = {
  name: "agenda",
  aliases: ["decisions"],
  usage: "agenda",
  alone: true,
  does: "What waits for a decision: new dates, and what is proposed complete",
  where: ["personal", "channel"],
  deed: "read",
  async run({ asker }, { plan, person }) {
    return composeAgenda(plan, asker.where.kind === "personal" ? person : undefined);
  },
};
