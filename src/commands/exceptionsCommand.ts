import { exceptionsCard } from "../cards/exceptionsCard.ts";
import { exceptionsOf } from "../domain/exceptions.ts";
import { changedInWords } from "../flows/composeDigest.ts";
import { findArea } from "../flows/knowPeople.ts";
import { lookBackToDigest } from "../flows/lookBack.ts";
import type { PlanCommand } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

/** What needs the board's attention, in the plan or one area. */
export const exceptionsCommand: PlanCommand = {
  name: "exceptions",
  aliases: ["exception report", "what needs attention", "what is off track", "what's off track", "what's going wrong"],
  usage: "exceptions [AREA]",
  does: "What needs the board's attention, and why",
  where: ["personal", "channel"],
  deed: "read",
  takes: whatFollows.area,
  async run({ ports, rest }, { plan, today }) {
    const area = rest ? findArea(plan, rest).ref : undefined;
    const before = await lookBackToDigest(ports, plan);
    const exceptions = exceptionsOf(plan, today, before).filter((one) => area === undefined || one.area === area);
    const changed = before && area === undefined ? changedInWords(before, plan) : undefined;
    const card = exceptionsCard({ planTitle: plan.title, asOf: today, area, exceptions, changed });
    return { card, alert: `${exceptions.length} ${exceptions.length === 1 ? "measure needs" : "measures need"} attention` };
  },
};
