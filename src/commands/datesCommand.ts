import { escapeMarkdown } from "../cards/escape.ts";
import { may } from "../domain/permission.ts";
import type { Decider } from "../domain/planSettings.ts";
import { UserError } from "../domain/userError.ts";
import { composeDateDecision, composeDates, waitingDates } from "../flows/composeDates.ts";
import { nameDecider } from "../flows/nameDecider.ts";
import type { PlanCommand } from "./command.ts";
import { fromAsked } from "./fromAsked.ts";

const deciders: readonly Decider[] = ["chair", "board", "sro", "manager"];
const decidedBy = /^(?:are )?decided by (?:the )?(.*)$/i;

/** Shows the new dates that wait, to whoever decides with the answers to them; `dates decided by chair` names who that is. */
export const datesCommand: PlanCommand = {
  name: "dates",
  aliases: ["date changes", "new dates"],
  usage: "dates",
  does: "New dates that were asked for and wait for a decision",
  where: ["personal", "channel"],
  deed: "read",
  takes: /^(?:(?:are )?decided by (?:the )?\S+|from \d+)$/i,
  unlisted: true,
  async run({ ports, rest, asker }, { plan, person }) {
    const named = decidedBy.exec(rest)?.[1];
    if (named !== undefined) {
      if (!may(person, "manage")) throw new UserError("Who decides on dates is for the plan's programme manager to say.");
      const decider = deciders.find((one) => one === named.trim().toLowerCase());
      if (!decider) throw new UserError(`Write who decides: dates decided by ${deciders.join(", dates decided by ")}.`);
      return { text: escapeMarkdown(await nameDecider(ports, plan, { datesDecidedBy: decider })), alert: "Dates" };
    }
    const reader = asker.where.kind === "personal" ? person : undefined;
    const waiting = waitingDates(plan, reader);
    const only = waiting.length === 1 && waiting[0]?.canDecide && reader ? composeDateDecision(plan, reader) : undefined;
    return only ?? composeDates(plan, reader, fromAsked(rest).from);
  },
};
