import { noticeCard } from "../cards/noticeCard.ts";
import { unlinkedCard } from "../cards/unlinkedCard.ts";
import { askedFor, unlinkedLeadsOf } from "../domain/askedFor.ts";
import { dateToAnswer, measuresLedBy, measuresOf } from "../domain/askLine.ts";
import { findCadence } from "../domain/cadence.ts";
import { asSeenBy } from "../domain/confidential.ts";
import type { Delivery, Notice } from "../domain/delivery.ts";
import { digestReaders } from "../domain/digestsOwed.ts";
import { passedMilestone } from "../domain/duePhrase.ts";
import { instantOf } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { may, maySignOff, standpointOf } from "../domain/permission.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { stillAwaited } from "../domain/stillAwaited.ts";
import type { Message, Ports } from "../ports.ts";
import { composeClaimNews, composeClaims } from "./composeClaims.ts";
import { composeCompletionNews } from "./composeCompletionNews.ts";
import { composeDateNews } from "./composeDateNews.ts";
import { composeDateDecision } from "./composeDates.ts";
import { composeEscalation } from "./composeEscalation.ts";
import { composeFigureDecision, composeFigureNews } from "./composeFigures.ts";
import { composeList, listOf } from "./composeList.ts";
import { composeSignOff, proposedCompletions } from "./composeSignOff.ts";
import { composeStandIn } from "./composeStandIn.ts";
import { digestForPerson, freezeDigest } from "./freezeDigest.ts";

/**
 * Words a notice from the plan as it is when it goes out, which may be days after it was owed.
 *
 * @returns undefined when nothing is left to say: every measure settled, every date decided, every lead linked, the
 *   channel gone, or the person no longer entitled to it (law 5)
 */
export async function composeNotice(
  ports: Pick<Ports, "plans" | "clock" | "calendar">,
  whole: Plan,
  { notice }: Delivery,
  admins: readonly ObjectId[],
): Promise<Message | undefined> {
  const now = ports.clock.now();
  const { day } = ports.calendar.localTime(now, whole.settings.timeZone);
  if (notice.kind === "digest") return isStillSentThere(whole, notice) ? freezeDigest(ports, whole, notice, day) : undefined;

  const person = standpointOf(whole, notice.to, admins, day);
  const plan = asSeenBy(whole, person);
  switch (notice.kind) {
    case "reminder": {
      const asked = new Set(notice.refs);
      const isAsked = (measure: Measure) => asked.has(measure.ref) && askedFor(plan, measure, day).some(({ objectId }) => objectId === notice.to);
      const measures = measuresLedBy(plan, person, day).filter((measure) => isAsked(measure) && stillAwaited(plan, measure).length === 0);
      const until = measures.flatMap((measure) => (passedMilestone(measure.due, day) ? [] : (dateToAnswer(measure, day) ?? []))).at(-1);
      return measures.length > 0 ? composeList(plan, listOf(measures, { kind: "reminder", since: instantOf(now), until }), person, day) : undefined;
    }
    case "escalation":
      return composeEscalation(plan, person, notice, day, admins);
    case "digestFor":
      return may(person, "read") && digestReaders(plan, findCadence(plan, notice.digest)?.to).includes(notice.to)
        ? digestForPerson(ports, whole, person, notice, day)
        : undefined;
    case "dateRequest":
      return composeDateDecision(plan, person, { request: notice.requests[0] });
    case "dateDecision":
      return may(person, "read") ? composeDateNews(plan, notice.decisions) : undefined;
    case "claim":
      return may(person, "manage") ? composeClaims(plan) : undefined;
    case "claimDecision":
      return may(person, "read") ? composeClaimNews(plan, notice.decisions) : undefined;
    case "standIn":
      return composeStandIn(plan, notice.to, notice.of, day);
    case "signOffRequest":
      return maySignOff(plan, person) && proposedCompletions(plan).length > 0 ? composeSignOff(plan) : undefined;
    case "signOffDecision":
      return may(person, "read") ? composeCompletionNews(plan, notice.decisions) : undefined;
    case "figureRequest":
      return may(person, "manage") ? composeFigureDecision(plan, { request: notice.requests[0] }) : undefined;
    case "figureDecision":
      return may(person, "read") ? composeFigureNews(plan, notice.decisions) : undefined;
    case "unlinked":
      return may(person, "manage") ? composeUnlinked(plan, notice) : undefined;
    case "undelivered":
      return may(person, "manage") ? composeFailed(plan, notice.keys.length) : undefined;
  }
}

function isStillSentThere(plan: Plan, { digest, channel }: Extract<Notice, { kind: "digest" }>): boolean {
  if (!channel) return plan.channel !== undefined;
  return findCadence(plan, digest)?.to?.channels?.some(({ conversationId }) => conversationId === channel.conversationId) === true;
}

function composeFailed(plan: Plan, count: number): Message {
  const heading = count === 1 ? "A message may not have arrived" : `${count} messages may not have arrived`;
  const body = `In ${plan.title}. Type “undelivered” to see which, to send again or to say that it arrived.`;
  return { card: noticeCard({ heading, body }), alert: heading };
}

function composeUnlinked(plan: Plan, notice: Extract<Notice, { kind: "unlinked" }>): Message | undefined {
  const leads = notice.leads
    .map(({ lead, refs }) => ({ lead, refs: measuresOf(plan, refs).flatMap((measure) => (unlinkedLeadsOf(plan, measure).includes(lead) ? measure.ref : [])) }))
    .filter(({ refs }) => refs.length > 0);
  if (leads.length === 0) return undefined;
  return {
    card: unlinkedCard({ planTitle: plan.title, leads }),
    alert: `${leads.length} ${leads.length === 1 ? "lead is" : "leads are"} not linked to anybody in ${plan.title}`,
  };
}
