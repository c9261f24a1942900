import { measuresLedBy } from "../domain/askLine.ts";
import { composeList, listOf } from "../flows/composeList.ts";
import type { PlanCommand } from "./command.ts";

/** Shows somebody the open measures they lead, soonest first, each a touch away from its form; those answered today are ticked. */
export const mineCommand: PlanCommand = {
  name: "mine",
  aliases: ["my measures", "my actions", "what do i owe"],
  usage: "mine",
  does: "The measures you lead, soonest first, to answer",
  alone: true,
  where: ["personal"],
  deed: "read",
  async run({ ports }, { plan, person, today }) {
    const since = ports.calendar.instantAt(today, "00:00", plan.settings.timeZone);
    return composeList(plan, listOf(measuresLedBy(plan, person.leads, today), { kind: "mine", since }), person, today);
  },
};
