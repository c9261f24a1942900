import { escapeMarkdown } from "../cards/escape.ts";
import { UserError } from "../domain/userError.ts";
import { findLead, linkLead, unlinkLead } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { personMeant } from "./personMeant.ts";
import { whatFollows } from "./whatFollows.ts";

/** Ties a lead as the plan writes it to a person, mentioned or by object id; `to nobody` unties it. */
export const linkCommand: PlanCommand = {
  name: "link",
  usage: "link LEAD to @PERSON",
  does: "Tie a lead, as the plan writes it, to a person",
  where: ["personal", "channel"],
  deed: "manage",
  mayBeReport: true,
  takes: whatFollows.to,
  async run(call, { plan }) {
    const cut = `${call.rest} `.toLowerCase().lastIndexOf(" to ");
    if (cut < 0)
      throw new UserError(
        "Write “link”, the lead as the plan writes it, “to”, and mention the person: link RISE Head of Service to @PERSON. One to one, give their object id instead.",
      );
    const lead = findLead(plan, call.rest.slice(0, cut));
    if (
      call.rest
        .slice(cut + 4)
        .trim()
        .toLowerCase() === "nobody"
    ) {
      const untied = await unlinkLead(call.ports, plan, lead);
      return { text: escapeMarkdown(untied > 0 ? `${lead} is linked to nobody now.` : `${lead} was linked to nobody.`), alert: "Unlinked" };
    }
    const person = await personMeant(call, plan, call.rest.slice(cut + 4));
    await linkLead(call.ports, plan, { lead, objectId: person.objectId }, { name: person.name });
    return {
      text: `${escapeMarkdown(lead)} is now linked to ${escapeMarkdown(person.name ?? person.objectId)}. What is owed to that lead goes to them.`,
      alert: "Linked",
    };
  },
};
