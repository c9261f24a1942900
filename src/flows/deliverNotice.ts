import { checkCard } from "../cards/checkCard.ts";
import type { Delivery, DeliveryState } from "../domain/delivery.ts";
import { isKnownNotice } from "../domain/isKnownNotice.ts";
import { isQuiet } from "../domain/isQuiet.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import type { Message, Ports, SendOutcome, StoredDelivery, Ticket } from "../ports.ts";
import { composeNotice } from "./composeNotice.ts";
import { keyInLog } from "./keyInLog.ts";
import { overtakeFailed } from "./overtakeFailed.ts";
import { reachPerson, type Way } from "./reachPerson.ts";
import { releaseWaiting } from "./releaseWaiting.ts";
import { settleStale } from "./settleStale.ts";
import { stateAfter } from "./stateAfter.ts";

const giveUpAskingMs = 3_600_000;
/** Real time after which somebody may look again at a notice that only another release can word. */
const forAnotherReleaseSeconds = 30;

type ReadPlan = (id: PlanId) => Promise<Plan | undefined>;

/** What becomes of a ticket: nothing more, it comes up again, or the delivery is not as it was seen. */
type Step = "done" | "changed" | Again;

interface Again {
  readonly afterSeconds: number;
  /** What it was found to be and still is. */
  readonly seen?: StoredDelivery;
}

/**
 * Sends one delivery: composes it from the plan as it is now, claims it, sends once, records what became of it
 * (law 3). Whatever goes wrong before the claim leaves it owed; whatever goes wrong after is recorded, not repeated.
 *
 * @param readPlan - may have read it for another delivery, after the ticket was taken
 */
export async function deliverNotice(ports: Ports, ticket: Ticket, admins: readonly ObjectId[], readPlan: ReadPlan): Promise<void> {
  const first = await step(ports, ticket, admins, readPlan);
  // It changed since it was queued: what it is now decides.
  const last = first === "changed" && ticket.seen ? await step(ports, { ...ticket, seen: undefined }, admins, readPlan) : first;
  if (typeof last === "string") return ports.notices.finish(ticket);
  return ports.notices.putBack({ ...ticket, seen: ticket.seen && last.seen }, last.afterSeconds);
}

async function step(ports: Ports, ticket: Ticket, admins: readonly ObjectId[], readPlan: ReadPlan): Promise<Step> {
  const found = ticket.seen ?? (await ports.notices.find(ticket.plan, ticket.key));
  const delivery = found?.delivery;
  if (delivery && !isKnownNotice(delivery.notice)) return { afterSeconds: forAnotherReleaseSeconds };
  if (delivery?.state.kind === "attempting") {
    await settleStale(ports, [delivery]);
    return { afterSeconds: 60 };
  }
  if (!found) ports.log.warn("the queue names a delivery there is not", { plan: ticket.plan });
  if (!found || delivery?.state.kind !== "owed") return "done";
  const wait = secondsUntil(ports, delivery.state.notBefore);
  if (wait > 0) return { afterSeconds: wait, seen: found };

  const plan = await readPlan(delivery.plan);
  // Left as it is: the first run after the quiet hours queues it again.
  if (plan && isQuiet(plan.settings, ports.calendar.localTime(ports.clock.now(), plan.settings.timeZone).time)) return "done";
  const message = plan && (await composeNotice(ports, plan, delivery, admins));
  if (!message) return (await ports.notices.move(delivery, { kind: "overtaken", at: ports.clock.realNow() })) ? "done" : "changed";
  const fault = faultOf(message);
  if (fault) return refuse(ports, delivery, fault);
  const way = await wayTo(ports, plan, delivery);
  // Left as it is: the run of the next minute queues it again, and asks Teams once more.
  if (way === "notSaid" && !isOld(ports, delivery)) return "done";
  if (!way || way === "notSaid" || way.isNew) return (await waitForPerson(ports, delivery)) ? "done" : "changed";
  const turn = await ports.messenger.turn(way.address);
  if (turn > 0) return { afterSeconds: turn, seen: found };
  const claim = await ports.notices.claim(found, ports.clock.realNow());
  if (!claim) return "changed";
  const state = await sendClaimed(ports, plan, claim, way, message);
  return state.kind === "owed" ? { afterSeconds: secondsUntil(ports, state.notBefore) } : "done";
}

async function refuse(ports: Ports, delivery: Delivery, why: string): Promise<Step> {
  if (!(await ports.notices.move(delivery, { kind: "refused", at: ports.clock.realNow(), why }))) return "changed";
  if (delivery.notice.kind !== "digest") await ports.people.save({ objectId: delivery.notice.to, missed: true });
  return "done";
}

async function sendClaimed(ports: Ports, plan: Plan, claim: StoredDelivery, way: Way, message: Message): Promise<DeliveryState> {
  const { delivery } = claim;
  const outcome = await ports.messenger.send(way.address, message, true);
  const { day } = ports.calendar.localTime(ports.clock.now(), plan.settings.timeZone);
  const state = stateAfter(delivery, outcome, way.address, ports.clock.realNow(), day);
  const stood = await ports.notices.record(claim, state);
  ports.log.info("delivery attempted", { plan: plan.id, delivery: keyInLog(delivery.key), state: state.kind, attempt: delivery.attempts, stood });
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
  ports.log.info("delivery waits for its person", { plan: delivery.plan, delivery: keyInLog(delivery.key) });
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
