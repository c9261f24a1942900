import { escapeMarkdown } from "../cards/escape.ts";
import { may } from "../domain/permission.ts";
import type { SignOffDecider } from "../domain/planSettings.ts";
import { typedRef } from "../domain/typedRef.ts";
import { UserError } from "../domain/userError.ts";
import { nameDecider } from "../flows/nameDecider.ts";
import { showSignOff, signOffNamed } from "../flows/signOff.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";

const deciders: readonly SignOffDecider[] = ["chair", "board", "manager"];

/** Shows what waits for the board's acceptance, or accepts a measure; `sign-off by board` names who accepts. */
export const signOffCommand: PlanCommand = {
  name: "sign-off",
  aliases: ["sign off", "signoff"],
  usage: "sign-off [REF]",
  does: "For the chair: what is proposed complete, and accepting it",
  where: ["personal"],
  deed: "signOff",
  takes: new RegExp(`^(?:by (?:the )?\\S+|(?:(?:measure|action) )?${typedRef})$`, "i"),
  async run({ ports, rest }, at) {
    const named = /^by (?:the )?(.*)$/i.exec(rest)?.[1]?.trim().toLowerCase();
    if (named !== undefined) {
      if (!may(at.person, "manage")) throw new UserError("Who signs off is for the plan's programme manager to say.");
      const decider = deciders.find((one) => one === named);
      if (!decider) throw new UserError(`Write who signs off: ${deciders.map((one) => `sign-off by ${one}`).join(", ")}.`);
      return { text: escapeMarkdown(await nameDecider(ports, at.plan, { signedOffBy: decider })), alert: "Sign-off" };
    }
    return rest ? signOffNamed(ports, at, findMeasure(at.plan, rest)) : showSignOff(at);
  },
};
