import { composeList } from "../flows/composeList.ts";
import { openForm } from "../flows/openForm.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasures } from "./findMeasure.ts";
import { mineCommand } from "./mineCommand.ts";

/** Opens the form of a measure at any time, asked for or not; of an action with several, their list, and of none named, the list of one's own. */
export const updateCommand: PlanCommand = {
  name: "update",
  usage: "update REF",
  does: "Report on a measure, such as update 1.1.1-1",
  where: ["personal"],
  deed: "answer",
  async run(call, at) {
    const { ports, rest } = call;
    if (rest === "") return mineCommand.run(call, at);
    const [measure, ...others] = findMeasures(at.plan, rest);
    if (others.length === 0) return openForm(ports, at, { ref: measure.ref });
    const refs = [measure, ...others].map((one) => one.ref);
    return composeList(at.plan, { kind: "mine", refs, since: ports.clock.now(), page: 1 }, at.person, at.today);
  },
};
