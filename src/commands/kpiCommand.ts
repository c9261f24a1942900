import { composeKpi } from "../flows/composeKpi.ts";
import { findArea } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { fromAsked } from "./fromAsked.ts";
import { whatFollows } from "./whatFollows.ts";

/** Measures with figures and how far each is from what is wanted. */
export const kpiCommand: PlanCommand = {
  name: "kpi",
  aliases: ["kpis"],
  usage: "kpi [AREA]",
  does: "Measures with figures: baseline, targets, latest, distance and trend",
  where: ["personal", "channel"],
  deed: "read",
  unlisted: true,
  takes: whatFollows.areaFrom,
  async run({ ports, rest }, { plan, today }) {
    const { rest: typed, from } = fromAsked(rest);
    const area = typed ? findArea(plan, typed) : undefined;
    return composeKpi(plan, await ports.plans.wholeHistory(plan.id), { today, area, from });
  },
};
