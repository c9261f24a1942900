import type { Card } from "../cards/card.ts";
import { type HelpLine, helpCard } from "../cards/helpCard.ts";
import type { Where } from "../ports.ts";
import type { Command, OpenCommand } from "./command.ts";

/**
 * Made from the registry: what can be asked here. The same for everybody, so that it can be answered when nothing else
 * can; what is asked less often, and what changes a plan, stands folded below, and its command says who may.
 */
export function helpCommandFor(commands: () => readonly Command[]): OpenCommand {
  const cards = new Map<string, Card>();
  return {
    name: "help",
    aliases: ["hi", "hello", "hey", "start", "?", "good morning", "good afternoon"],
    usage: "help",
    does: "What you can ask me",
    alone: true,
    where: ["personal", "channel", "group"],
    async run({ asker: { where }, ports: { moveClock } }) {
      const place = `${where.kind} ${moveClock !== undefined}`;
      const card = cards.get(place) ?? cardOf(commands(), where.kind, moveClock !== undefined);
      cards.set(place, card);
      return { card, alert: "Help" };
    },
  };
}

const byRole = [
  "Leads: answer the card I send, or simply write, such as “1.1.1-1 green, all staff trained”. “mine” lists what is yours.",
  "Senior responsible officers: “summary 2” and “history area 2 last month”; you may answer for the leads of your area.",
  "Chair and board: “summary”, “overdue”, “dates” and “sign-off”, or ask, such as “how is area 2 doing?”.",
  "Programme managers: “people” shows who is linked and who was not reached; send me the plan's file to bring it in.",
];

function cardOf(commands: readonly Command[], where: Where["kind"], local: boolean): Card {
  const shown = commands.filter((command) => command.name !== "help" && command.where.includes(where) && (local || !command.localOnly));
  const forAll = shown.filter(isForAll);
  return helpCard({
    heading: "What you can ask Drumbeat",
    intro:
      "I keep an improvement plan: I ask leads where their measures stand before dates fall due, and tell the board. Any capitals will do, and a short beginning such as “sum”.",
    commands: forAll.filter(({ unlisted }) => !unlisted).map(({ usage, does, name }) => ({ usage, does, words: name })),
    more: forAll.filter(({ unlisted }) => unlisted).map(lineOf),
    roles: byRole,
    others: shown.filter((command) => !isForAll(command)).map(lineOf),
  });
}

function lineOf({ usage, does }: Command): HelpLine {
  return { usage, does };
}

function isForAll({ deed, forManagers }: Command): boolean {
  return !forManagers && (deed === undefined || deed === "read" || deed === "answer");
}
