import { setMonitoringInWords } from "../flows/setMonitoring.ts";
import type { PlanCommand } from "./command.ts";
import { findPart } from "./findPart.ts";
import { whatFollows } from "./whatFollows.ts";
import { withReason } from "./withReason.ts";

export const takeBackCommand: PlanCommand = {
  name: "take back",
  aliases: ["takeback", "monitor again"],
  usage: "take back REF because WHY",
  does: "For the chair and the programme manager: monitors again what was released",
  where: ["personal"],
  deed: "oversee",
  takes: whatFollows.partWithReason,
  unlisted: true,
  async run({ ports, rest }, at) {
    const { named, reason } = withReason(rest);
    const { kind: part, ref } = findPart(at.plan, named);
    return setMonitoringInWords(ports, at, { part, ref, how: "takeBack" }, reason);
  },
};
