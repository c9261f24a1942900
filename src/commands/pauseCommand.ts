import { day as dayOf } from "../domain/localDate.ts";
import { nextDay } from "../domain/said/leaveSaid.ts";
import { UserError } from "../domain/userError.ts";
import { pauseUntil } from "../flows/saveLeave.ts";
import type { PlanCommand } from "./command.ts";
import { nonceOfMessage } from "./nonceOfMessage.ts";
import { personMeant } from "./personMeant.ts";

const grammar = /^(?:(?:for\s+)?(?<before>.+?)\s+)?(?:until|till)\s+(?<until>.+?)(?:\s+for\s+(?<after>.+))?$/i;

/** Whether words name a day does not hang on the day they are said. */
const anyDay = dayOf("2022-01-01");

/** Nobody asks the person before a day; a programme manager may say it for anybody. */
export const pauseCommand: PlanCommand = {
  name: "pause",
  usage: "pause until DAY [for @PERSON]",
  does: "Not to be asked before a day; “back” ends it",
  where: ["personal"],
  deed: "answer",
  takes: { test: (rest) => nextDay(grammar.exec(rest)?.groups?.until ?? "", anyDay) !== undefined },
  unlisted: true,
  async run(call, at) {
    const { before, until = "", after } = grammar.exec(call.rest)?.groups ?? {};
    const day = nextDay(until, at.today);
    if (!day) throw new UserError("Write until which day, such as: pause until 1 February.");
    const who = before ?? after;
    const whose = who === undefined ? undefined : await personMeant(call, at.plan, who);
    return pauseUntil(call.ports, at, day, { nonce: nonceOfMessage(call), via: "chat", whose });
  },
};
