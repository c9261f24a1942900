import { openReopening, reopenInWords } from "../flows/reopen.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";
import { whatFollows } from "./whatFollows.ts";
import { withReason } from "./withReason.ts";

/** Opens a complete measure again: with its reason at once, else by a form. */
export const reopenCommand: PlanCommand = {
  name: "reopen",
  aliases: ["re-open"],
  usage: "reopen REF because WHY",
  does: "For the chair and the programme manager: opens a complete measure again",
  where: ["personal"],
  deed: "oversee",
  // With a reference that is no count of something.
  takes: new RegExp(`${whatFollows.partWithReason.source}|^(?:(?:measure|action) )?[a-z]?\\d+(?:\\.\\d+)+(?:[-–]\\d+)?[\\s,:]+\\S.*$`, "iu"),
  unlisted: true,
  async run({ ports, rest }, at) {
    const { named, reason } = withReason(rest);
    const { ref } = findMeasure(at.plan, named);
    return reason ? reopenInWords(ports, at, ref, reason) : openReopening(at, ref);
  },
};
