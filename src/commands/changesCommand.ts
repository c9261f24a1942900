import { changesCard } from "../cards/changesCard.ts";
import { changesInShort } from "../domain/picture.ts";
import { lookBack } from "../flows/lookBack.ts";
import { areaAsked } from "./areaAsked.ts";
import type { PlanCommand } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

/** What moved since a day or the last digest, with the reason for each move: `changes since 1 September`, `changes 2 since last month`. */
export const changesCommand: PlanCommand = {
  name: "changes",
  aliases: ["what changed", "what has changed", "what's changed", "what's new", "what moved"],
  usage: "changes [since DAY]",
  does: "What moved since a day, and why",
  where: ["personal", "channel"],
  deed: "read",
  takes: whatFollows.past,
  async run({ ports, rest }, { plan, today }) {
    const { area, words } = areaAsked(plan, rest);
    const { since, changes } = await lookBack(ports, plan, words, today);
    const shown = area ? changes.filter((one) => one.area === area.ref) : changes;
    const card = changesCard({ planTitle: plan.title, since, area: area?.ref, inShort: changesInShort(shown, plan.scheme), changes: shown });
    return { card, alert: `Changes in ${plan.title} since ${since}` };
  },
};
