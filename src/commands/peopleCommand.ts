import { composePeople } from "../flows/composePeople.ts";
import type { PlanCommand } from "./command.ts";
import { fromAsked } from "./fromAsked.ts";
import { whatFollows } from "./whatFollows.ts";

export const peopleCommand: PlanCommand = {
  name: "people",
  usage: "people",
  does: "Who is linked to each lead, who is not, and what could not be delivered",
  where: ["personal"],
  deed: "manage",
  takes: whatFollows.listFrom,
  run: ({ ports, rest }, at) => composePeople(ports, at, fromAsked(rest).from),
};
