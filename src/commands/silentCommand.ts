import { may } from "../domain/permission.ts";
import { composeSilent } from "../flows/composeSilent.ts";
import { findArea } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

/** Shows who has not answered what they were asked, and for how long. */
export const silentCommand: PlanCommand = {
  name: "silent",
  aliases: ["who is silent", "who has not answered", "who hasn't answered", "who has not replied"],
  usage: "silent [AREA]",
  does: "Who has not answered what they were asked, and for how long",
  where: ["personal", "channel"],
  deed: "read",
  takes: whatFollows.area,
  async run({ ports, rest, asker }, at) {
    const area = rest ? findArea(at.plan, rest).ref : undefined;
    const forwards = asker.where.kind === "personal" && may(at.person, "manage");
    return composeSilent(ports, at, { forwards, ...(area !== undefined && { area }) });
  },
};
