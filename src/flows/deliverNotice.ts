import type { Delivery, DeliveryState } from "../domain/delivery.ts";
import { instantOf } from "../domain/localDate.ts";
import type { Address } from "../domain/person.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Ports, SendOutcome, Ticket } from "../ports.ts";
import { composeNotice } from "./composeNotice.ts";
import { reachPerson } from "./reachPerson.ts";
import { settleStale } from "./settleStale.ts";

/** How often a send that asked to be tried again is begun at all. */
const mostAttempts = 8;

/**
 * Sends one delivery: composes it from the plan as it is now, claims it, sends once, records what became of it
 * (law 3). Whatever goes wrong before the claim leaves it owed; whatever goes wrong after is recorded, not repeated.
 */
export async function deliverNotice(ports: Ports, ticket: Ticket, admins: readonly ObjectId[]): Promise<void> {
  const delivery = await ports.notices.find(ticket.plan, ticket.key);
  if (delivery?.state.kind !== "owed") {
    if (delivery?.state.kind === "attempting") {
      await settleStale(ports, [delivery]);
      return ports.notices.putBack(ticket, 60);
    }
    return ports.notices.finish(ticket);
  }
  const wait = secondsUntil(ports, delivery.state.notBefore);
  if (wait > 0) return ports.notices.putBack(ticket, wait);

  const plan = await ports.plans.read(delivery.plan);
  const address = plan && (await addressOf(ports, plan, delivery));
  const message = plan && composeNotice(ports, plan, delivery, admins);
  if (!plan || !message) {
    await ports.notices.move(delivery, { kind: "overtaken", at: ports.clock.realNow() });
    return ports.notices.finish(ticket);
  }
  if (!address) {
    await waitForPerson(ports, delivery);
    return ports.notices.finish(ticket);
  }

  const claim = await ports.notices.claim(delivery.plan, delivery.key, ports.clock.realNow());
  if (!claim) return ports.notices.finish(ticket);
  const outcome = await ports.messenger.send(address, message);
  const state = stateAfter(ports, claim.delivery, outcome, address);
  await ports.notices.record(claim, state);
  ports.log.info("delivery attempted", { plan: plan.id, delivery: delivery.key, outcome: outcome.kind, state: state.kind, attempt: claim.delivery.attempts });
  if (state.kind === "owed") return ports.notices.putBack(ticket, secondsUntil(ports, state.notBefore));
  return ports.notices.finish(ticket);
}

/** Goes out when the person is first heard of; if that happened this very moment, at once. */
async function waitForPerson(ports: Ports, delivery: Delivery): Promise<void> {
  const { notice } = delivery;
  if (notice.kind === "digest" || !(await ports.notices.move(delivery, { kind: "waiting" }))) return;
  await ports.people.save({ objectId: notice.to, awaited: true });
  ports.log.info("delivery waits for its person", { plan: delivery.plan, delivery: delivery.key });
  const heardMeanwhile = (await ports.people.find(notice.to))?.address !== undefined;
  const waiting: Delivery = { ...delivery, state: { kind: "waiting" } };
  if (heardMeanwhile && (await ports.notices.move(waiting, { kind: "owed" }))) await ports.notices.queue(waiting);
}

/** The serviceUrl moves; a team's is refreshed whenever it is heard of, the channel's was kept when it was bound. */
async function addressOf(ports: Ports, plan: Plan, { notice }: Delivery): Promise<Address | undefined> {
  if (notice.kind !== "digest") return reachPerson(ports, notice.to);
  const { channel } = plan;
  if (!channel) return undefined;
  const { conversationId, tenantId, botId, teamId } = channel;
  const team = (await ports.people.teams()).find((one) => one.teamId === teamId);
  return { serviceUrl: team?.serviceUrl ?? channel.serviceUrl, conversationId, tenantId, botId };
}

function stateAfter(ports: Ports, delivery: Delivery, outcome: SendOutcome, address: Address): DeliveryState {
  const at = ports.clock.realNow();
  if (outcome.kind === "sent") return { kind: "sent", at, activityId: outcome.activityId, conversationId: address.conversationId };
  if (outcome.kind === "unknown") return { kind: "unknown", at, why: outcome.why };
  if (outcome.retryAfterSeconds === undefined || delivery.attempts >= mostAttempts) return { kind: "refused", at, why: outcome.why };
  return { kind: "owed", notBefore: instantOf(Date.parse(at) + outcome.retryAfterSeconds * 1000) };
}

function secondsUntil(ports: Ports, notBefore: string | undefined): number {
  return notBefore ? Math.max(0, Math.ceil((Date.parse(notBefore) - Date.parse(ports.clock.realNow())) / 1000)) : 0;
}
