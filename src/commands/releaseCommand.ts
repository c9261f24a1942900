import { setMonitoringInWords } from "../flows/setMonitoring.ts";
import type { PlanCommand } from "./command.ts";
import { findPart } from "./findPart.ts";
import { whatFollows } from "./whatFollows.ts";
import { withReason } from "./withReason.ts";

export const releaseCommand: PlanCommand = {
  name: "release",
  aliases: ["release from monitoring"],
  usage: "release REF because WHY",
  does: "For the chair and the programme manager: stops monitoring an area, action or measure",
  where: ["personal"],
  deed: "oversee",
  takes: whatFollows.partWithReason,
  unlisted: true,
  async run({ ports, rest }, at) {
    const { named, reason } = withReason(rest);
    const { kind: part, ref } = findPart(at.plan, named.replace(/ from monitoring$/i, ""));
    return setMonitoringInWords(ports, at, { part, ref, how: "release" }, reason);
  },
};
