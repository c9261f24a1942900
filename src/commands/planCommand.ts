import { UserError } from "../domain/userError.ts";
import type { OpenCommand } from "./command.ts";
import { askWhichPlan, plansFor } from "./findPlan.ts";

/** For people of several plans: which one is spoken of one to one. */
export const planCommand: OpenCommand = {
  name: "plan",
  aliases: ["plans", "other plan"],
  usage: "plan",
  alone: true,
  does: "Choose which plan to speak of, if you have several",
  where: ["personal"],
  unlisted: true,
  async run(call) {
    const theirs = await plansFor(call);
    const [only, ...others] = theirs;
    if (!only) throw new UserError("You have no part in a plan yet. Its programme manager can link you to it.");
    if (others.length === 0) throw new UserError(`You have a part in one plan: ${only.title}.`);
    return askWhichPlan(theirs, "summary");
  },
};
