import { escapeMarkdown } from "../cards/escape.ts";
import { nextDigest } from "../domain/digestsOwed.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import { bindChannel } from "../flows/bindChannel.ts";
import type { PlanCommand } from "./command.ts";

export const useThisChannelCommand: PlanCommand = {
  name: "use this channel",
  usage: "use this channel",
  does: "Make this the plan's channel for digests and questions",
  where: ["channel"],
  deed: "manage",
  async run({ ports, asker }, at) {
    await bindChannel(ports, asker, at);
    const { plan, today } = at;
    const isWorkingDay = (day: LocalDate) => ports.calendar.isWorkingDay(day, plan.settings.holidays);
    const dates = plan.settings.cadences
      .map(({ kind }) => nextDigest(plan, kind, today, ports.calendar.occurrences, isWorkingDay))
      .flatMap((next) => (next ? [`the next ${next.digest} digest on ${inWords(next.postOn)}`] : []));
    return {
      text: `This is now the channel of ${escapeMarkdown(plan.title)}. Anybody here can ask me for its summary, and I post ${dates.join(" and ")}.`,
      alert: "Channel bound",
    };
  },
};
