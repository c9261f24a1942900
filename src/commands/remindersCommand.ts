import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { reminderDaysInWords } from "../domain/settingsInWords.ts";
import { wantReminders } from "../flows/wantReminders.ts";
import type { PlanCommand } from "./command.ts";
import { nonceOfMessage } from "./nonceOfMessage.ts";

/** `fewer reminders` leaves a lead the last one before each date, `all reminders` takes that back; `reminders` says how it is. */
export const remindersCommand: PlanCommand = {
  name: "reminders",
  aliases: ["fewer reminders", "all reminders", "less reminders", "more reminders"],
  usage: "fewer reminders",
  does: "Only the last reminder before a date; “all reminders” for all of them",
  alone: true,
  where: ["personal"],
  deed: "answer",
  unlisted: true,
  async run(call, at) {
    const { ports, words } = call;
    const { plan, person } = at;
    const { leadTimes, chaseEveryDays } = plan.settings;
    const fewer = /\b(?:fewer|less)\b/i.test(words);
    const all = /\b(?:all|more)\b/i.test(words);
    if (fewer || all) await wantReminders(ports, at, all, nonceOfMessage(call));
    const onlyLast = fewer || (!all && plan.matters.arrangements[person.objectId]?.onlyLast === true);
    const heading = onlyLast ? "Only the last reminder" : "All reminders";
    const before = reminderDaysInWords(onlyLast ? [Math.min(...leadTimes)] : leadTimes);
    const lines = [
      `I ask you ${before}, and every ${chaseEveryDays} days once a date has gone by. The last one before a date, and those after it, cannot be turned off.`,
    ];
    const other = onlyLast
      ? cardButton("All reminders", { verb: "say", words: "all reminders" })
      : cardButton("Only the last one", { verb: "say", words: "fewer reminders" });
    return { card: replyCard({ planTitle: plan.title, heading, lines, buttons: [other] }), alert: heading };
  },
};
