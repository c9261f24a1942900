import { offerCadence, showCadences } from "../flows/setCadence.ts";
import type { PlanCommand } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

/** Shows when digests fall, or what a new cadence would mean: `cadence exception every six weeks from 9 January at 09:00`. */
export const cadenceCommand: PlanCommand = {
  name: "cadence",
  aliases: ["cadences", "when do digests fall", "when is the next digest"],
  usage: "cadence [DIGEST HOW OFTEN from DAY]",
  does: "When digests fall, and how to change it",
  where: ["personal", "channel"],
  deed: "manage",
  takes: whatFollows.name,
  bindsChannel: (rest) => /\bto this channel\b/i.test(rest),
  async run({ ports, asker, rest, mentioned }, at) {
    const people = mentioned.map(({ objectId }) => objectId);
    return rest ? offerCadence(ports, asker, at, rest, people) : showCadences(ports, at.plan, at.today);
  },
};
