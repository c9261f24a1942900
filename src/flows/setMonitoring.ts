import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { dateNewsCard } from "../cards/dateNewsCard.ts";
import { reasonCard } from "../cards/reasonCard.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { type Monitoring, type MonitoringChange, monitoredPart, monitoringWith, releasedNow } from "../domain/monitoring.ts";
import { monitoringInWords, partInWords } from "../domain/partInWords.ts";
import { mayOversee } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { RefusedError, UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { signOffRefusal } from "./composeSignOff.ts";
import { entryBase } from "./entryBase.ts";
import { faultOfReason } from "./faultOfReason.ts";
import { refuseOtherWords } from "./refuseOtherWords.ts";

type SetMonitoring = Extract<CardAction, { verb: "setMonitoring" }>;
type Named = Pick<SetMonitoring, "part" | "ref" | "how">;

/** Asks why a part of the plan is released from monitoring, or taken back. @throws UserError as `setMonitoring` does */
export function openMonitoring(at: AtPlan, named: Named, reason?: string): Message {
  return form(at, partToChange(at, named), named, { reason });
}

/**
 * Releases an area, a section, an action or a measure from monitoring, or takes it back, by a row of its own. A form that is
 * behind or gives no reason comes back with what was typed.
 *
 * @throws UserError when it is so already, RefusedError for others than those who sign off and a programme manager
 */
export async function setMonitoring(ports: Ports, at: AtPlan, press: SetMonitoring): Promise<Message> {
  return store(ports, at, press, "card");
}

/** As `setMonitoring`, said in words. @throws UserError as `setMonitoring` does */
export async function setMonitoringInWords(ports: Ports, at: AtPlan, named: Named, reason: string): Promise<Message> {
  const basis = monitoringOf(at.plan, named)?.last;
  return reason ? store(ports, at, { ...named, basis, reason, nonce: randomUUID() }, "chat") : openMonitoring(at, named);
}

async function store(ports: Ports, at: AtPlan, press: Omit<SetMonitoring, "verb" | "plan">, via: MonitoringChange["via"]): Promise<Message> {
  refuseUnlessOverseer(at);
  const { part, ref, how, nonce, basis, reason = "" } = press;
  const before = monitoringOf(at.plan, press);
  const stored = before?.releases.flatMap(({ release, takenBack }) => [release, ...(takenBack ? [takenBack] : [])]).find((change) => change.nonce === nonce);
  // Pressed again, it says the same.
  if (stored) return again(stored);
  const named = partToChange(at, press);
  const fault = faultOfReason(reason, "Say why, so that it can be read later what was decided.");
  if (fault) return form(at, named, press, { reason, fault, nonce });
  const row: MonitoringChange = { ...entryBase(ports, at, basis, { via, nonce }), part, ref, kind: how, reason: reason.trim() };
  const outcome = await ports.plans.append(at.plan.id, "monitoring", row, monitoringWith(before, row));
  if (outcome.kind === "behind")
    throw new UserError(`Somebody changed that at the same moment. Type “history” and a measure of ${partInWords(part, ref)} to see how it stands.`);
  ports.log.info("monitoring changed", { plan: at.plan.id, part, ref, kind: how });
  return outcome.kind === "repeated" ? again(outcome.earlier) : receipt(at, row);

  function again(change: MonitoringChange): Message {
    refuseOtherWords(change.reason, reason);
    return receipt(at, change);
  }
}

function monitoringOf(plan: Plan, { part, ref }: Pick<Named, "part" | "ref">): Monitoring | undefined {
  return plan.matters.monitoring[monitoredPart({ part, ref })];
}

function refuseUnlessOverseer({ plan, person }: AtPlan): void {
  if (!mayOversee(plan, person)) throw new RefusedError(`${signOffRefusal(plan)} They, and the programme manager, say what is monitored.`);
}

/** @returns its words */
function partToChange(at: AtPlan, { part, ref, how }: Named): string {
  refuseUnlessOverseer(at);
  const { plan } = at;
  const found = plan[`${part}s`].find((one) => one.ref === ref);
  if (!found) throw new UserError(`${partInWords(part, ref)} is not in ${plan.title} any more.`);
  const released = releasedNow(monitoringOf(plan, { part, ref }));
  if (how === "release" && released) throw new UserError(`${releaseInWords(released)}. Nothing changed.`);
  if (how === "takeBack" && !released) throw new UserError(notReleased(plan, part, ref));
  return "words" in found ? found.words : found.title;
}

function notReleased(plan: Plan, part: Named["part"], ref: string): string {
  const wider = plan.measures.filter((measure) => measuresUnder(part, ref, measure)).find(({ released }) => released)?.released;
  const hint = wider ? ` ${releaseInWords(wider)}: take that back.` : "";
  return `${partInWords(part, ref)} is not released itself, so there is nothing to take back.${hint}`;
}

function measuresUnder(part: Named["part"], ref: string, measure: Measure): boolean {
  return (part === "measure" ? measure.ref : measure[part]) === ref;
}

/** `Section 2.1 was released from monitoring by Cath Chair on 3 October 2022: “done for two terms”` */
function releaseInWords({ part, ref, by, on, reason }: MonitoringChange): string {
  return `${monitoringInWords({ part, ref, kind: "release" })} by ${by.name} on ${inWords(on)}: “${reason}”`;
}

function form(
  { plan }: AtPlan,
  words: string,
  { part, ref, how }: Named,
  { nonce = randomUUID(), ...state }: { readonly reason?: string; readonly fault?: string; readonly nonce?: string },
): Message {
  const named = partInWords(part, ref);
  const count = plan.measures.filter((measure) => measuresUnder(part, ref, measure)).length;
  const heading = how === "release" ? `${named}: release from monitoring` : `${named}: take back into monitoring`;
  const means =
    how === "release"
      ? "It is still shown, with its ratings; nobody is asked about it and it is never overdue, until it is taken back."
      : "Its leads are asked about it again, and it can be overdue.";
  const card = reasonCard({
    ...state,
    planTitle: plan.title,
    heading,
    words,
    facts: [`${count} ${count === 1 ? "measure" : "measures"}. ${means}`],
    label: how === "release" ? "Why is it released?" : "Why is it taken back?",
    placeholder: how === "release" ? "For example: embedded for two terms" : "For example: the waiting time has gone up again",
    store: cardButton(how === "release" ? "Release" : "Take back", {
      verb: "setMonitoring",
      plan: plan.id,
      part,
      ref,
      how,
      nonce,
      basis: monitoringOf(plan, { part, ref })?.last,
    }),
    buttons: [],
  });
  return { card, alert: heading };
}

function receipt({ plan }: AtPlan, { part, ref, kind, reason }: MonitoringChange): Message {
  const named = partInWords(part, ref);
  const released = kind === "release";
  const heading = released ? `${named} is released from monitoring` : `${named} is monitored again`;
  const means = released ? "Still shown and counted; nobody is asked about it, and it is never overdue." : "Its leads are asked about it again.";
  const back = cardButton(released ? "Take it back" : "Release it", {
    verb: "openMonitoring",
    plan: plan.id,
    part,
    ref,
    how: released ? "takeBack" : "release",
  });
  return { card: dateNewsCard({ planTitle: plan.title, heading, entries: [{ title: `“${reason}”`, lines: [means] }], buttons: [back] }), alert: heading };
}
