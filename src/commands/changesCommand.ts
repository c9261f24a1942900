import { changesCard } from "../cards/changesCard.ts";
import { inWords } from "../domain/localDate.ts";
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
    const { since, changes, beforeFile } = await lookBack(ports, plan, words, today);
    const shown = area ? changes.filter((one) => one.area === area.ref) : changes;
    const told = changesInShort(shown, plan.scheme);
    const inShort = beforeFile
      ? `${told ? `${told}.` : "No answer or decision moved a rating or a date."} The plan’s file is of ${inWords(plan.importedAsOf)}; what stood in an earlier one is not known here.`
      : told;
    const card = changesCard({ planTitle: plan.title, since, area: area?.ref, inShort, changes: shown });
    return { card, alert: `Changes in ${plan.title} since ${since}` };
  },
};
