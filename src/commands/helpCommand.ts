import { helpCard } from "../cards/helpCard.ts";
import { may } from "../domain/permission.ts";
import type { Call, Command, OpenCommand } from "./command.ts";
import { findPlan } from "./findPlan.ts";
import { summaryCommand } from "./summaryCommand.ts";

/** Made from the registry: what can be asked here, by this person. */
export function helpCommandFor(commands: () => readonly Command[]): OpenCommand {
  return {
    name: "help",
    aliases: ["hi", "hello", "hey", "start", "?", "good morning", "good afternoon"],
    usage: "help",
    does: "What you can ask me",
    where: ["personal", "channel", "group"],
    async run(call) {
      const manages = await managesAPlan(call);
      const shown = commands().filter(
        (command) => command.where.includes(call.asker.where.kind) && (!command.localOnly || call.ports.moveClock) && (command.deed !== "manage" || manages),
      );
      const card = helpCard({
        heading: "What you can ask Drumbeat",
        intro:
          "I keep an improvement plan: I ask leads where their measures stand before dates fall due, and tell the board. Any capitals will do, and a short beginning such as “sum”.",
        commands: shown.map(({ usage, does, name }) => ({ usage, does, words: name })),
      });
      return { card, alert: "Help" };
    },
  };
}

async function managesAPlan(call: Call): Promise<boolean> {
  try {
    const found = await findPlan(call, summaryCommand);
    return "ask" in found || may(found.person, "manage");
  } catch {
    return call.admins.includes(call.asker.objectId);
  }
}
