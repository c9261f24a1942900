import { overdueCard } from "../cards/overdueCard.ts";
import { summarise } from "../domain/summary.ts";
import { findArea } from "../flows/knowPeople.ts";
import { byFirstDates } from "./byFirstDates.ts";
import type { PlanCommand } from "./command.ts";
import { fromAsked } from "./fromAsked.ts";
import { whatFollows } from "./whatFollows.ts";

/** What is past its last date and not complete, the longest first, with who leads it; `overdue original` by the dates at first. */
export const overdueCommand: PlanCommand = {
  name: "overdue",
  usage: "overdue [original] [AREA]",
  does: "What is past its date, and who leads it",
  where: ["personal", "channel"],
  deed: "read",
  takes: whatFollows.areaOrList,
  async run(call, at) {
    const { rest: typed, from } = fromAsked(call.rest);
    const { plan, rest, original } = byFirstDates(at.plan, typed);
    const { today } = at;
    const area = rest ? findArea(plan, rest).ref : undefined;
    const overdue = summarise(plan, today)
      .areas.filter((one) => area === undefined || one.ref === area)
      .flatMap((one) => one.overdue)
      .sort((a, b) => b.daysOverdue - a.daysOverdue);
    return {
      card: overdueCard({ title: plan.title, asOf: today, overdue, area, original, words: `overdue ${typed}`.trim(), from }),
      alert: `${overdue.length} overdue in ${area ?? plan.title}`,
    };
  },
};
