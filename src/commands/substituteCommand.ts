import { escapeMarkdown } from "../cards/escape.ts";
import { boardRoles } from "../domain/permission.ts";
import { UserError } from "../domain/userError.ts";
import { setRole } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { personMeant } from "./personMeant.ts";
import { whatFollows } from "./whatFollows.ts";

/** Names who may take a board member's place. `role @PERSON none` takes it back. */
export const substituteCommand: PlanCommand = {
  name: "substitute",
  usage: "substitute @PERSON for @MEMBER",
  does: "Name who takes a board member's place",
  where: ["personal", "channel"],
  deed: "manage",
  mayBeReport: true,
  takes: whatFollows.for,
  unlisted: true,
  async run(call, { plan }) {
    const [, first = "", second = ""] = /^(.+?)\s+for\s+(.+)$/i.exec(call.rest) ?? [];
    if (!second) throw new UserError("Write who takes whose place: substitute @PERSON for @MEMBER.");
    const substitute = await personMeant(call, plan, first);
    const member = await personMeant(call, plan, second);
    const nameOf = ({ name, objectId }: typeof member) => name ?? objectId;
    if (substitute.objectId === member.objectId) throw new UserError(`${nameOf(member)} can't be their own substitute. Mention two people.`);
    if (!plan.roles.some(({ objectId, role }) => objectId === member.objectId && boardRoles.includes(role)))
      throw new UserError(`${nameOf(member)} is no ${boardRoles.join(", ")} of this board. Name them first, such as: role @PERSON member.`);
    await setRole(call.ports, plan, substitute.objectId, "substitute", member.objectId, substitute.name);
    return {
      text: escapeMarkdown(`${nameOf(substitute)} is now the substitute of ${nameOf(member)} in ${plan.title}: they read, and decide what the board decides.`),
      alert: "Substitute named",
    };
  },
};
