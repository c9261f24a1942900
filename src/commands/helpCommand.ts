import { helpCard } from "../cards/helpCard.ts";
import { type Deed, may } from "../domain/permission.ts";
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
      const theirs = await deedsOf(call);
      const shown = commands().filter(
        (command) => command.where.includes(call.asker.where.kind) && (!command.localOnly || call.ports.moveClock) && (!command.deed || theirs(command.deed)),
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

/** Help shows everybody what a plan's readers can ask, and what changes a plan only to those who may. */
async function deedsOf(call: Call): Promise<(deed: Deed) => boolean> {
  const found = await findPlan(call, summaryCommand).catch(() => undefined);
  if (!found || "ask" in found) return (deed) => deed === "read" || deed === "answer" || call.admins.includes(call.asker.objectId);
  return (deed) => deed === "read" || may(found.person, deed);
}
