import type { Card } from "../cards/card.ts";
import { summaryCard } from "../cards/summaryCard.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { summarise } from "../domain/summary.ts";
import { composeAreaSummary } from "../flows/composeAreaSummary.ts";
import { findArea } from "../flows/knowPeople.ts";
import { byFirstDates } from "./byFirstDates.ts";
import type { PlanCommand } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

/** Answers `summary`, `summary 2` and, by the dates at first, `summary original` to whoever asks; the scheduled post is `flows/composeDigest`. */
export const summaryCommand: PlanCommand = {
  name: "summary",
  aliases: ["how are we doing"],
  usage: "summary [original] [AREA]",
  does: "Where the plan, or one area, stands",
  where: ["personal", "channel"],
  deed: "read",
  takes: whatFollows.areaOrList,
  async run(call, at) {
    const { plan, rest, original } = byFirstDates(at.plan, call.rest);
    const { today } = at;
    if (!rest && original)
      return { card: summaryCard({ summary: summarise(plan, today), scheme: plan.scheme, original }), alert: `Summary of ${plan.title} by its first dates` };
    if (!rest) return { card: wholeCard(plan, today), alert: `Summary of ${plan.title}` };
    return composeAreaSummary(call.ports, { plan, today, original }, findArea(plan, rest));
  },
};

/** A board asks all at once, and of a plan that did not change since. */
const cards = new WeakMap<Plan, { today: LocalDate; card: Card }>();

function wholeCard(plan: Plan, today: LocalDate): Card {
  const last = cards.get(plan);
  if (last?.today === today) return last.card;
  const card = summaryCard({ summary: summarise(plan, today), scheme: plan.scheme });
  cards.set(plan, { today, card });
  return card;
}
