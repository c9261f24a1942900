import { mayAnswer } from "../domain/permission.ts";
import { isSettled } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import { composeEmail } from "../flows/composeEmail.ts";
import { findLead } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasures } from "./findMeasure.ts";
import { whatFollows } from "./whatFollows.ts";

/** A text to copy into an e-mail, for a lead who has no account here: of a measure or an action by its reference, or of all that a lead leads. */
export const emailCommand: PlanCommand = {
  name: "email",
  aliases: ["e-mail"],
  usage: "email MEASURE or LEAD",
  does: "A text to copy into an e-mail, for a lead who has no account here",
  where: ["personal"],
  deed: "answer",
  takes: whatFollows.leadOrMeasure,
  unlisted: true,
  inSentences: false,
  async run({ rest }, at) {
    const { plan, person } = at;
    const theirs = plan.measures.filter((measure) => mayAnswer(person, measure));
    if (!rest) throw new UserError("Write of which measure, or of which lead as the plan writes it: email 2.1.1-1.");
    const isLead = plan.measures.some(({ leads }) => leads.some((lead) => lead.toLowerCase() === rest.toLowerCase()));
    const named = /\d/.test(rest) && !isLead ? findMeasures(plan, rest) : ofLead(findLead(plan, rest));
    const open = named.filter((measure) => theirs.includes(measure) && !isSettled(measure, plan.scheme));
    if (open.length > 0) return composeEmail(at, open);
    throw new UserError(
      named.some((one) => theirs.includes(one))
        ? "Nothing is asked of these now: they are complete, proposed complete, or released from monitoring."
        : "You don't answer for these, so I can't write to their lead for you.",
    );

    function ofLead(lead: string) {
      return plan.measures.filter(({ leads }) => leads.includes(lead));
    }
  },
};
