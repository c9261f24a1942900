import { checkCard } from "../cards/checkCard.ts";
import type { Delivery, DeliveryState } from "../domain/delivery.ts";
import { isKnownNotice } from "../domain/isKnownNotice.ts";
import { isQuiet } from "../domain/isQuiet.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import type { Message, Ports, SendOutcome, StoredDelivery, Ticket } from "../ports.ts";
import { composeNotice } from "./composeNotice.ts";
import { overtakeFailed } from "./overtakeFailed.ts";
import { reachPerson, type Way } from "./reachPerson.ts";
import { releaseWaiting } from "./releaseWaiting.ts";
import { settleStale } from "./settleStale.ts";
import { stateAfter } from "./stateAfter.ts";

/** Real time after which Teams is asked once more for somebody it could not say about. */
const askAgainSeconds = 60;
const giveUpAskingMs = 3_600_000;
/** Real time after which somebody may look again at a notice that only another release can word. */
const forAnotherReleaseSeconds = 30;

/**
 * Sends one delivery: composes it from the plan as it is now, claims it, sends once, records what became of it
 * (law 3). Whatever goes wrong before the claim leaves it owed; whatever goes wrong after is recorded, not repeated.
 *
 * @param readPlan - may have read it for another delivery, after the ticket was taken
 */
export async function deliverNotice(
  ports: Ports,
  ticket: Ticket,
  admins: readonly ObjectId[],
  readPlan: (id: PlanId) => Promise<Plan | undefined>,
): Promise<void> {
  const found = ticket.seen ?? (await ports.notices.find(ticket.plan, ticket.key));
  const delivery = found?.delivery;
  if (delivery && !isKnownNotice(delivery.notice)) return ports.notices.putBack(ticket, forAnotherReleaseSeconds);
  if (delivery?.state.kind === "attempting") {
    await settleStale(ports, [delivery]);
    return ports.notices.putBack(ticket, 60);
  }
  if (!found) ports.log.warn("the queue names a delivery there is not", { plan: ticket.plan });
  if (!found || delivery?.state.kind !== "owed") return ports.notices.finish(ticket);
  const wait = secondsUntil(ports, delivery.state.notBefore);
  if (wait > 0) return ports.notices.putBack(ticket, wait);

  const plan = await readPlan(delivery.plan);
  // Left as it is: the first run after the quiet hours queues it again.
  if (plan && isQuiet(plan.settings, ports.calendar.localTime(ports.clock.now(), plan.settings.timeZone).time)) return ports.notices.finish(ticket);
  const message = plan && (await composeNotice(ports, plan, delivery, admins));
  const fault = message && faultOf(message);
  const way = message && !fault ? await wayTo(ports, plan, delivery) : undefined;
  if (!message || fault) {
    const at = ports.clock.realNow();
    const moved = await ports.notices.move(delivery, fault ? { kind: "refused", at, why: fault } : { kind: "overtaken", at });
    if (!moved && ticket.seen) return deliverNotice(ports, { ...ticket, seen: undefined }, admins, readPlan);
    if (fault && delivery.notice.kind !== "digest") await ports.people.save({ objectId: delivery.notice.to, missed: true });
  } else if (way === "notSaid" && !isOld(ports, delivery)) {
    return ports.notices.putBack(ticket, askAgainSeconds);
  } else if (!way || way === "notSaid" || way.isNew) {
    const waits = await waitForPerson(ports, delivery);
    if (!waits && ticket.seen) return deliverNotice(ports, { ...ticket, seen: undefined }, admins, readPlan);
  } else {
    const turn = await ports.messenger.turn(way.address);
    if (turn > 0) return ports.notices.putBack(ticket, turn);
    const claim = await ports.notices.claim(found, ports.clock.realNow());
    // It changed since it was queued: what it is now decides.
    if (!claim && ticket.seen) return deliverNotice(ports, { ...ticket, seen: undefined }, admins, readPlan);
    const state = claim && (await sendClaimed(ports, plan, claim, way, message));
    if (state?.kind === "owed") return ports.notices.putBack(ticket, secondsUntil(ports, state.notBefore));
  }
  return ports.notices.finish(ticket);
}

async function sendClaimed(ports: Ports, plan: Plan, claim: StoredDelivery, way: Way, message: Message): Promise<DeliveryState> {
  const { delivery } = claim;
  const outcome = await ports.messenger.send(way.address, message, true);
  const { day } = ports.calendar.localTime(ports.clock.now(), plan.settings.timeZone);
  const state = stateAfter(delivery, outcome, way.address, ports.clock.realNow(), day);
  const stood = await ports.notices.record(claim, state);
  ports.log.info("delivery attempted", { plan: plan.id, delivery: delivery.key, state: state.kind, attempt: delivery.attempts, stood });
  await rememberOutcome(ports, delivery, outcome, way);
  return state;
}

/** What failed is made good by the next that arrives; a flag on the person spares everybody else the look. */
async function rememberOutcome(ports: Ports, delivery: Delivery, outcome: SendOutcome, { person }: Way): Promise<void> {
  if (delivery.notice.kind === "digest") return;
  if (outcome.kind !== "sent") await ports.people.save({ objectId: delivery.notice.to, missed: true });
  else if (person?.missed) await overtakeFailed(ports, delivery);
}

/**
 * Goes out when the person is first heard of; if that has happened by now, at once and with all that waited.
 *
 * @returns false when it is not owed any more
 */
async function waitForPerson(ports: Ports, delivery: Delivery): Promise<boolean> {
  const { notice } = delivery;
  if (notice.kind === "digest") return true;
  if (!(await ports.notices.move(delivery, { kind: "waiting" }))) return false;
  await ports.people.save({ objectId: notice.to, awaited: true });
  ports.log.info("delivery waits for its person", { plan: delivery.plan, delivery: delivery.key });
  if ((await ports.people.find(notice.to))?.address) await releaseWaiting(ports, notice.to);
  return true;
}

/** The serviceUrl moves; a team's is refreshed whenever it is heard of, the channel's was kept when it was bound. */
async function wayTo(ports: Ports, plan: Plan, { notice }: Delivery): Promise<Way | "notSaid" | undefined> {
  if (notice.kind !== "digest") return reachPerson(ports, notice.to);
  const channel = notice.channel ?? plan.channel;
  if (!channel) return undefined;
  const { conversationId, tenantId, botId, teamId } = channel;
  const team = (await ports.people.teams()).find((one) => one.teamId === teamId);
  return { address: { serviceUrl: team?.serviceUrl ?? channel.serviceUrl, conversationId, tenantId, botId }, isNew: false };
}

/** A roster that says nothing for so long says nothing to wait for: then it waits for the person, or the next team. */
function isOld(ports: Ports, { postedAt }: Delivery): boolean {
  return postedAt === undefined || Date.parse(ports.clock.realNow()) - Date.parse(postedAt) > giveUpAskingMs;
}

/** A card that no Teams would take is found before it is claimed. */
function faultOf({ card }: Message): string | undefined {
  try {
    if (card) checkCard(card);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return undefined;
}

function secondsUntil(ports: Ports, notBefore: string | undefined): number {
  return notBefore ? Math.max(0, Math.ceil((Date.parse(notBefore) - Date.parse(ports.clock.realNow())) / 1000)) : 0;
}
