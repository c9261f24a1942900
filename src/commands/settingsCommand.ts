import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { settingsInWords } from "../domain/settingsInWords.ts";
import { settingsSaid } from "../domain/settingsSaid.ts";
import type { PlanCommand } from "./command.ts";

/** Shows how a plan asks, each part with the words that change it; `settings patience 15` changes one. */
export const settingsCommand: PlanCommand = {
  name: "settings",
  aliases: ["setting"],
  usage: "settings",
  does: "How the plan reminds, chases and escalates, and how to change it",
  where: ["personal", "channel"],
  deed: "manage",
  takes: /^(?:(?:reminders?|chases?|patience|quiet|hours|speaks?|dates|escalat\w*)\b.*|\S+ \d+)$/i,
  async run({ ports, rest }, { plan }) {
    const how = [cardButton("How digests fall", { verb: "say", words: "cadence" })];
    if (rest === "") {
      const lines = Object.values(settingsInWords(plan.settings)).map(({ meaning, change }) => `${meaning} To change it: ${change}`);
      return { card: replyCard({ planTitle: plan.title, heading: "How this plan asks", lines, buttons: how }), alert: "Settings" };
    }
    const { name } = settingsSaid(plan.settings, rest);
    const settings = await ports.plans.saveSettings(plan.id, (now) => settingsSaid(now, rest).settings);
    const before = settingsInWords(plan.settings)[name].meaning;
    const after = settingsInWords(settings)[name].meaning;
    const lines = before === after ? [after, "That is how it was before."] : [after, `Before: ${before}`];
    const all = cardButton("All settings", { verb: "say", words: "settings" });
    return { card: replyCard({ planTitle: plan.title, heading: "Changed", lines, buttons: [all] }), alert: "Settings" };
  },
};
