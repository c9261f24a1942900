import { escapeMarkdown } from "../cards/escape.ts";
import { signOff } from "../flows/signOff.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";

/** Shows what waits for the board's acceptance, or accepts a measure. */
export const signOffCommand: PlanCommand = {
  name: "sign-off",
  aliases: ["sign off", "signoff"],
  usage: "sign-off [REF]",
  does: "For the chair: what is proposed complete, and accepting it",
  where: ["personal"],
  deed: "signOff",
  async run({ ports, rest }, at) {
    if (rest) {
      const measure = findMeasure(at.plan, rest);
      await signOff(ports, at, measure);
      return { text: `${measure.ref} is signed off as complete. Its history says when and by whom.`, alert: "Signed off" };
    }
    const proposed = at.plan.measures.filter((measure) => measure.standing?.proposedComplete);
    if (proposed.length === 0) return { text: "Nothing waits for sign-off. A measure comes here when its lead reports it as complete.", alert: "Sign-off" };
    const lines = proposed.map(({ ref, words, standing }) =>
      escapeMarkdown(`${ref}: ${words.slice(0, 120)} (${standing?.latest?.by.name ?? "its lead"}: ${(standing?.latest?.narrative ?? "").slice(0, 200)})`),
    );
    return { text: `${lines.join("\n\n")}\n\nRead one with “history REF”, accept it with “sign-off REF”.`, alert: `${proposed.length} wait for sign-off` };
  },
};
