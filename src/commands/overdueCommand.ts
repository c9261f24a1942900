import { overdueCard } from "../cards/overdueCard.ts";
import { summarise } from "../domain/summary.ts";
import { findArea } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";

/** What is past its last date and not complete, the longest first, with who leads it. */
export const overdueCommand: PlanCommand = {
  name: "overdue",
  usage: "overdue [AREA]",
  does: "What is past its date, and who leads it",
  where: ["personal", "channel"],
  deed: "read",
  async run({ rest }, { plan, today }) {
    const area = rest ? findArea(plan, rest).ref : undefined;
    const overdue = summarise(plan, today)
      .areas.filter((one) => area === undefined || one.ref === area)
      .flatMap((one) => one.overdue)
      .sort((a, b) => b.daysOverdue - a.daysOverdue);
    return { card: overdueCard({ title: plan.title, asOf: today, overdue, area }), alert: `${overdue.length} overdue in ${area ?? plan.title}` };
  },
};
