import { unlinkedCard } from "../cards/unlinkedCard.ts";
import { measuresOf } from "../domain/askLine.ts";
import type { Delivery, Notice } from "../domain/delivery.ts";
import { instantOf } from "../domain/localDate.ts";
import { standpointOf } from "../domain/permission.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { isSettled } from "../domain/standing.ts";
import type { Message, Ports } from "../ports.ts";
import { composeDigest } from "./composeDigest.ts";
import { composeList } from "./composeList.ts";

/**
 * Words a notice from the plan as it is when it goes out, which may be days after it was owed.
 *
 * @returns undefined when nothing is left to say: every measure settled, every lead linked, the channel gone
 */
export function composeNotice(ports: Pick<Ports, "clock" | "calendar">, plan: Plan, { notice }: Delivery, admins: readonly ObjectId[]): Message | undefined {
  const now = ports.clock.now();
  const { day } = ports.calendar.localTime(now, plan.settings.timeZone);
  switch (notice.kind) {
    case "digest":
      return plan.channel && composeDigest(ports, plan, notice, day);
    case "reminder": {
      const person = standpointOf(plan, notice.to, admins);
      const refs = measuresOf(plan, notice.refs)
        .filter((measure) => !isSettled(measure, plan.scheme))
        .map((measure) => measure.ref);
      return refs.length > 0 ? composeList(plan, { kind: "reminder", refs, since: instantOf(now), page: 1 }, person, day) : undefined;
    }
    case "unlinked":
      return composeUnlinked(plan, notice);
  }
}

function composeUnlinked(plan: Plan, notice: Extract<Notice, { kind: "unlinked" }>): Message | undefined {
  const linked = new Set(plan.links.map((link) => link.lead));
  const leads = notice.leads.filter(({ lead }) => !linked.has(lead));
  if (leads.length === 0) return undefined;
  return {
    card: unlinkedCard({ planTitle: plan.title, leads }),
    alert: `${leads.length} ${leads.length === 1 ? "lead is" : "leads are"} not linked to anybody in ${plan.title}`,
  };
}
