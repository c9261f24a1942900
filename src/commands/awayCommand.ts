import { day as dayOf } from "../domain/localDate.ts";
import { leaveSaid } from "../domain/said/leaveSaid.ts";
import { UserError } from "../domain/userError.ts";
import { leaveInWords, openLeave } from "../flows/saveLeave.ts";
import type { PlanCommand } from "./command.ts";
import { nonceOfMessage } from "./nonceOfMessage.ts";
import { personMeant } from "./personMeant.ts";
import { whatFollows } from "./whatFollows.ts";

const forWhom = /^for\s+(?<whose>.+?)\s+(?=from\b|until\b|on\b|\d)/i;

const when = /^(?:(?:with|because of) .*\b(?:from|until|till)|from|until|till|to|on|for|next|this|today|tomorrow|as of|starting|\d)\b/i;
const aFewWords = /^[^\s,;:]+(?: [^\s,;:]+){0,3}$/;
/** Whether words name a day does not hang on the day they are said. */
const anyDay = dayOf("2022-01-01");

/** Days, or somebody after “hand to”; `away day held with partners` is a report. */
function takesWhen(rest: string): boolean {
  const { from, to } = leaveSaid(rest, anyDay);
  return when.test(rest) && (from !== undefined || to !== undefined || aFewWords.test(rest));
}

/** Says when somebody is away and who is asked instead; without days a form asks. A programme manager may say it for anybody. */
export const awayCommand: PlanCommand = {
  name: "away",
  aliases: ["hand to", "hand over to", "handing over to"],
  usage: "away [1 December to 14 December, ask @PERSON]",
  does: "Say when you are away or hand over, and who is asked instead",
  where: ["personal"],
  deed: "answer",
  takes: { test: (rest) => takesWhen(rest) || whatFollows.somebody.test(rest) },
  async run(call, at) {
    const { ports, rest, words } = call;
    const named = forWhom.exec(rest);
    const whose = named?.groups?.whose ? await personMeant(call, at.plan, named.groups.whose) : undefined;
    const others = call.mentioned.filter(({ objectId }) => objectId !== whose?.objectId);
    if (others.length > 1) throw new UserError("Mention one person who is asked instead.");
    if (rest === "") return openLeave(ports, at, {});
    const typed = /^hand/i.test(words.trim()) ? words : rest.slice(named?.[0].length ?? 0);
    return leaveInWords(ports, at, typed, {
      nonce: nonceOfMessage(call),
      via: "chat",
      whose,
      deputy: others[0],
    });
  },
};
