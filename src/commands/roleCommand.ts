import { escapeMarkdown } from "../cards/escape.ts";
import { managersOf, roleNames } from "../domain/permission.ts";
import { UserError } from "../domain/userError.ts";
import { setRole } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { personMeant } from "./personMeant.ts";

/** Names the chair, members, SROs, managers and readers of a plan. */
export const roleCommand: PlanCommand = {
  name: "role",
  usage: "role ROLE [AREA] @PERSON",
  does: "Name a chair, member, SRO, manager or reader",
  where: ["personal", "channel"],
  deed: "manage",
  unlisted: true,
  async run(call, { plan }) {
    const [typed = "", ...others] = call.rest.split(" ");
    const role = [...roleNames, "none" as const].find((name) => name === typed.toLowerCase());
    if (!role)
      throw new UserError(
        `Write a role (${roleNames.join(", ")} or none) and mention the person: role chair @PERSON. An SRO needs the area: role sro 2 @PERSON.`,
      );
    const area = role === "sro" ? /^(?:area\s+)?(\S+)/i.exec(others.join(" "))?.[1] : undefined;
    if (role === "sro" && (!area || area.startsWith("@"))) throw new UserError("An SRO answers for an area: role sro 2 @PERSON.");
    const person = personMeant(call, others.join(" "));
    const managers = managersOf(plan, call.admins);
    if (role === "none" && managers.length === 1 && managers[0] === person.objectId) {
      throw new UserError("They are the plan's only programme manager. Name another first: role manager @PERSON.");
    }
    await setRole(call.ports, plan, person.objectId, role, area, person.name);
    const who = escapeMarkdown(person.name ?? person.objectId);
    return {
      text:
        role === "none"
          ? `${who} has no role in ${escapeMarkdown(plan.title)} any more.`
          : `${who} is now ${role}${area ? ` of area ${area}` : ""} in ${escapeMarkdown(plan.title)}.`,
      alert: "Role changed",
    };
  },
};
