import { askedAtOnce } from "../cards/cardAction.ts";
import { measuresLedBy } from "../domain/askLine.ts";
import { composeList } from "../flows/composeList.ts";
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
    const refs = measuresLedBy(plan, person, today).map((measure) => measure.ref);
    const left = refs.length - askedAtOnce;
    const more = left > 0 ? `These are the ${askedAtOnce} soonest; ${left} more come up as you answer them.` : undefined;
    return composeList(
      plan,
      { kind: "mine", refs: refs.slice(0, askedAtOnce), since: ports.calendar.instantAt(today, "00:00", plan.settings.timeZone), page: 1 },
      person,
      today,
      { more },
    );
  },
};
