import { escapeMarkdown } from "../cards/escape.ts";
import { roleNames } from "../domain/permission.ts";
import { roleSaid } from "../domain/said/roleSaid.ts";
import { UserError } from "../domain/userError.ts";
import { setRole, takeRoles } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { personMeant } from "./personMeant.ts";
import { whatFollows } from "./whatFollows.ts";

/** Names the chair, vice chair, members, SROs, managers and readers of a plan. */
export const roleCommand: PlanCommand = {
  name: "role",
  usage: "role @PERSON ROLE [AREA]",
  does: "Name a chair, vice chair, member, SRO, manager or reader; none takes roles back",
  where: ["personal", "channel"],
  deed: "manage",
  takes: { test: (rest) => roleSaid(rest) !== undefined || whatFollows.word.test(rest) },
  unlisted: true,
  async run(call, { plan }) {
    const said = roleSaid(call.rest);
    if (!said)
      throw new UserError(
        `Write a role (${roleNames.join(", ")} or none) and mention the person: role @PERSON chair. An SRO or workstream lead needs the area: role @PERSON sro 2.`,
      );
    const { role, area, who } = said;
    if (role === "sro" && !area) throw new UserError("An SRO answers for an area: role @PERSON sro 2.");
    const person = await personMeant(call, plan, who);
    const name = escapeMarkdown(person.name ?? person.objectId);
    const title = escapeMarkdown(plan.title);
    if (role === "none") {
      await takeRoles(call.ports, plan, person.objectId, call.admins);
      return { text: `${name} has no role in ${title} any more.`, alert: "Role changed" };
    }
    const held = await setRole(call.ports, plan, person.objectId, role, area, person.name);
    return { text: `${name} is now ${role}${held.area ? ` of ${escapeMarkdown(held.area)}` : ""} in ${title}.`, alert: "Role changed" };
  },
};
