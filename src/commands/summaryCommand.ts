import { areaSummaryCard } from "../cards/areaSummaryCard.ts";
import { summaryCard } from "../cards/summaryCard.ts";
import { summarise } from "../domain/summary.ts";
import { findArea } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";

/** Answers `summary` and `summary 2` to whoever asks; the scheduled post is `flows/composeDigest`. */
export const summaryCommand: PlanCommand = {
  name: "summary",
  aliases: ["how are we doing"],
  usage: "summary [AREA]",
  does: "Where the plan, or one area, stands",
  where: ["personal", "channel"],
  deed: "read",
  async run({ rest }, { plan, today }) {
    const summary = summarise(plan, today);
    if (!rest) return { card: summaryCard({ summary, scheme: plan.scheme }), alert: `Summary of ${plan.title}` };
    const { ref } = findArea(plan, rest);
    const area = summary.areas.find((one) => one.ref === ref);
    if (!area) throw new Error(`area ${ref} has no summary`);
    return { card: areaSummaryCard({ summary, area, scheme: plan.scheme }), alert: `Summary of ${ref}` };
  },
};
