import { escapeMarkdown } from "../cards/escape.ts";
import type { PlanCommand } from "./command.ts";

/** Has leads rate impact besides progress, or not: `impact on`, `impact off`. */
export const impactCommand: PlanCommand = {
  name: "impact on",
  aliases: ["impact off"],
  usage: "impact on|off",
  does: "Ask leads to rate impact too, or not",
  where: ["personal", "channel"],
  deed: "manage",
  exact: true,
  unlisted: true,
  async run({ ports, words }, { plan }) {
    const asksImpact = !/\boff\b/i.test(words);
    await ports.plans.saveSettings(plan.id, (settings) => ({ ...settings, asksImpact }));
    const said = asksImpact
      ? "Leads are asked to rate impact besides progress. They may leave it blank. “impact off” ends it."
      : "Leads are asked for one rating, of progress. What was said of impact is kept, and they may still say it in words. “impact on” asks for it again.";
    return { text: escapeMarkdown(`${plan.title}: ${said}`), alert: "Impact" };
  },
};
