import { UserError } from "../domain/userError.ts";
import { composeRound } from "../flows/composeRound.ts";
import { findArea } from "../flows/knowPeople.ts";
import { offerRound, usualDays } from "../flows/startRound.ts";
import type { PlanCommand } from "./command.ts";

const now = /^now\b\s*(?:(?:for\s+)?(?!\d+ days?\b)(.+?))?\s*(?:(?:not answered (?:in|for) )?(?:the last )?(\d{1,3}) days?)?$/i;

/**
 * Shows how the last round stands; `round now`, `round now 2`, `round now 2 14 days` says whom a new one would ask, and a
 * button starts it.
 */
export const roundCommand: PlanCommand = {
  name: "round",
  aliases: ["rounds"],
  usage: "round now [AREA]",
  does: "Ask every lead with open measures today; “round” alone shows how it stands",
  where: ["personal"],
  deed: "manage",
  takes: /^now\b/i,
  async run({ ports, rest }, at) {
    if (rest === "") return composeRound(ports, at);
    const said = now.exec(rest);
    if (!said)
      throw new UserError(
        "Write “round now”, “round now 2” for one area, or “round now 14 days” to leave out who answered in the last 14 days; “round” shows the last one.",
      );
    const [, typed, days] = said;
    const area = typed ? findArea(at.plan, typed).ref : undefined;
    return offerRound(at, { days: days === undefined ? usualDays : Number(days), ...(area !== undefined && { area }) });
  },
};
