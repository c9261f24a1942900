import { noticeCard } from "../cards/noticeCard.ts";
import { unlinkedCard } from "../cards/unlinkedCard.ts";
import { dateToAnswer, measuresLedBy } from "../domain/askLine.ts";
import type { Delivery, Notice } from "../domain/delivery.ts";
import { passedMilestone } from "../domain/duePhrase.ts";
import { instantOf } from "../domain/localDate.ts";
import { may, maySignOff, standpointOf } from "../domain/permission.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import { composeCompletionNews } from "./composeCompletionNews.ts";
import { composeDateNews } from "./composeDateNews.ts";
import { composeDateDecision } from "./composeDates.ts";
import { composeDigest } from "./composeDigest.ts";
import { composeList, listOf } from "./composeList.ts";
import { composeSignOff, proposedCompletions } from "./composeSignOff.ts";

/**
 * Words a notice from the plan as it is when it goes out, which may be days after it was owed.
 *
 * @returns undefined when nothing is left to say: every measure settled, every date decided, every lead linked, the
 *   channel gone, or the person no longer entitled to it (law 5)
 */
export function composeNotice(ports: Pick<Ports, "clock" | "calendar">, plan: Plan, { notice }: Delivery, admins: readonly ObjectId[]): Message | undefined {
  const now = ports.clock.now();
  const { day } = ports.calendar.localTime(now, plan.settings.timeZone);
  if (notice.kind === "digest") return plan.channel && composeDigest(ports, plan, notice, day);

  const person = standpointOf(plan, notice.to, admins, day);
  switch (notice.kind) {
    case "reminder": {
      const asked = new Set(notice.refs);
      const measures = measuresLedBy(plan, person.leads, day).filter(({ ref }) => asked.has(ref));
      const until = measures.flatMap((measure) => (passedMilestone(measure.due, day) ? [] : (dateToAnswer(measure, day) ?? []))).at(-1);
      return measures.length > 0 ? composeList(plan, listOf(measures, { kind: "reminder", since: instantOf(now), until }), person, day) : undefined;
    }
    case "dateRequest":
      return composeDateDecision(plan, person, { request: notice.requests[0] });
    case "dateDecision":
      return may(person, "read") ? composeDateNews(plan, notice.decisions) : undefined;
    case "signOffRequest":
      return maySignOff(plan, person) && proposedCompletions(plan).length > 0 ? composeSignOff(plan) : undefined;
    case "signOffDecision":
      return may(person, "read") ? composeCompletionNews(plan, notice.decisions) : undefined;
    case "unlinked":
      return may(person, "manage") ? composeUnlinked(plan, notice) : undefined;
    case "undelivered":
      return may(person, "manage") ? composeFailed(plan, notice.keys.length) : undefined;
  }
}

function composeFailed(plan: Plan, count: number): Message {
  const heading = count === 1 ? "A message may not have arrived" : `${count} messages may not have arrived`;
  const body = `In ${plan.title}. Type “undelivered” to see which, to send again or to say that it arrived.`;
  return { card: noticeCard({ heading, body }), alert: heading };
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
