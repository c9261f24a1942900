import { calendar } from "../../src/clock/calendar.ts";
import type { Delivery, DigestRecord, Mark } from "../../src/domain/delivery.ts";
import type { LocalDate } from "../../src/domain/localDate.ts";
import { leadsOn, standpointOf } from "../../src/domain/permission.ts";
import type { ObjectId, Plan } from "../../src/domain/plan.ts";
import { findRating } from "../../src/domain/ratingScheme.ts";
import { isSettled } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import type { Store } from "../../src/storage/openStore.ts";
import { planPartition, valuesOf } from "../../src/storage/planRows.ts";
import type { Table } from "../../src/storage/table.ts";
import type { StandInConnector } from "../support/standInConnector.ts";
import { checkDates } from "./checkDates.ts";
import { faultsOfImports } from "./checkImports.ts";
import { checkUpdates } from "./checkUpdates.ts";
import { conversationOf, messagesWithoutDelivery, toldBy } from "./ledger.ts";
import { faultsOfMarks, type Noticed } from "./marks.ts";
import { conversationsOf, type Round } from "./round.ts";
import type { Tally } from "./tally.ts";

/** What a round is checked against. */
export interface Evidence {
  readonly store: Store;
  readonly table: Table;
  readonly connector: StandInConnector;
  /** Days on which some replica's clock had reached the hour at which plans speak. */
  readonly daysSpoken: ReadonlySet<LocalDate>;
}

/** Once all is healed and quiet: was every update thanked for kept, and every notice owed told once? */
export async function checkRound(round: Round, evidence: Evidence): Promise<Tally> {
  const plan = await evidence.store.plans.read(round.plan);
  if (!plan) throw new Error(`the plan ${round.plan} is gone`);
  const noticed = await readNoticed(evidence.table, round.plan);
  const updates = await checkUpdates(round, plan, evidence);
  const dates = await checkDates(round, plan, noticed.deliveries, evidence);
  const people = await evidence.store.people.all();
  const known = new Set(people.filter(({ address }) => address).map(({ objectId }) => objectId));

  const missing = [...round.expected].filter((mark) => !noticed.marks.has(mark)).map((mark) => `lost: ${mark} was owed and never noticed`);
  const faults = [
    ...updates.faults,
    ...dates.faults,
    ...missing,
    ...(await faultsOfImports(round, plan, evidence.table)),
    ...faultsOfDecisions(round, noticed),
    ...faultsOfMarks(plan, noticed),
    ...faultsOfDeliveries(round, unproposed(plan, await evidence.store.plans.wholeHistory(round.plan)), noticed, known, evidence),
    ...faultsOfLedger(round, noticed.deliveries, evidence.connector),
  ];
  const inState = (...kinds: readonly Delivery["state"]["kind"][]) => noticed.deliveries.filter(({ state }) => kinds.includes(state.kind)).length;
  const counted = (word: string) => faults.filter((fault) => fault.startsWith(word)).length;
  return {
    rounds: 1,
    ...{ pressed: updates.pressed, thanked: updates.thanked, found: updates.found },
    ...{ datesPressed: dates.pressed, datesThanked: dates.thanked, datesFound: dates.found },
    owed: noticed.deliveries.length,
    delivered: inState("sent"),
    listed: inState("unknown", "refused", "waiting"),
    overtaken: inState("overtaken"),
    thresholds: round.expected.size,
    lost: counted("lost"),
    doubled: counted("doubled"),
    orphans: counted("orphan"),
    played: {},
    faults: faults.map((fault) => `${round.plan}: ${fault}`),
  };
}

export async function readNoticed(table: Table, plan: string): Promise<Noticed> {
  const rows = await table.range(planPartition(plan), { from: "4", to: "8" });
  return {
    deliveries: [...new Map(valuesOf<Delivery>(rows, "delivery").map((delivery) => [delivery.key, delivery])).values()],
    marks: new Set(valuesOf<Mark>(rows, "mark").map(({ key }) => key)),
    digests: valuesOf<DigestRecord>(rows, "digest"),
  };
}

/** Nothing is left on its way, and what is said to be over is over. */
function faultsOfDeliveries(round: Round, plan: Plan, { deliveries }: Noticed, known: ReadonlySet<ObjectId>, { connector, daysSpoken }: Evidence): string[] {
  const keys = new Set(deliveries.map(({ key }) => key));
  return deliveries.flatMap((delivery) => {
    const { key, notice, state, owedOn, attempts } = delivery;
    const faults: string[] = [];
    if (state.kind === "owed" || state.kind === "attempting") faults.push(`orphan: ${key} is still ${state.kind}`);
    if (state.kind === "waiting" && notice.kind !== "digest" && known.has(notice.to)) faults.push(`orphan: ${key} waits for somebody who is known`);
    if (state.kind === "overtaken" && state.by && !keys.has(state.by)) faults.push(`lost: ${key} was overtaken by a delivery there is not`);
    if (state.kind === "overtaken" && !state.by && attempts === 0 && !round.linksChanged && stillToSay(plan, delivery))
      faults.push(`lost: ${key} was given up with something left to say`);
    if (state.kind === "sent" && state.activityId) {
      const arrived = connector.shown(conversationOf(delivery, round.channel)).some(({ id }) => id === state.activityId);
      if (!arrived) faults.push(`lost: ${key} is said to be sent as ${state.activityId}, which never arrived`);
    }
    if (!daysSpoken.has(owedOn) || !calendar.isWorkingDay(owedOn, plan.settings.holidays)) faults.push(`doubled: ${key} was owed before its time`);
    return faults;
  });
}

/** What the programme manager was shown to be decided was done: said to have arrived, or begun once more. */
function faultsOfDecisions({ decided }: Round, { deliveries }: Noticed): string[] {
  return decided.flatMap(({ key, how, before, answered }) => {
    const delivery = deliveries.find((one) => one.key === key);
    if (!answered || !delivery) return delivery ? [] : [`lost: ${key} is gone`];
    const isOver = delivery.state.kind === "overtaken" || delivery.attempts > before.attempts;
    // Of two decisions at the same moment one is done, and the other finds it done.
    const otherwise = decided.some((other) => other.key === key && other.how === "arrived") && delivery.state.kind === "sent";
    const isDone = how === "arrived" ? delivery.state.kind === "sent" || isOver : isOver || otherwise;
    return isDone ? [] : [`lost: ${key} was decided (${how}) and is ${delivery.state.kind}`];
  });
}

/** What was sent again by a person's decision may stand there once more. */
function allowedAgain({ decided }: Round): Delivery[] {
  return decided.filter(({ how, before }) => how === "sendAgain" && before.state.kind === "unknown").map(({ before }) => before);
}

/** Without the measures that were once proposed complete: while they were, there was nothing to say, and a proposal may be taken back. */
function unproposed(plan: Plan, history: readonly Update[]): Plan {
  const proposed = new Set(history.filter(({ rating }) => findRating(plan.scheme, rating)?.kind === "complete").map(({ ref }) => ref));
  return { ...plan, measures: plan.measures.filter(({ ref }) => !proposed.has(ref)) };
}

/** Of what can only grow less: an open measure is settled, a decision stays made. */
function stillToSay(plan: Plan, { notice }: Delivery): boolean {
  if (notice.kind === "digest" || notice.kind === "dateDecision") return true;
  if (notice.kind !== "reminder") return false;
  const person = standpointOf(plan, notice.to, [], plan.importedAsOf);
  return plan.measures.some((measure) => notice.refs.includes(measure.ref) && !isSettled(measure, plan.scheme) && leadsOn(person, measure));
}

/** What conversations really hold, against what the rows say was sent to them. */
function faultsOfLedger(round: Round, deliveries: readonly Delivery[], connector: StandInConnector): string[] {
  return conversationsOf(round).flatMap((conversation) => {
    const its = deliveries.filter((delivery) => conversationOf(delivery, round.channel) === conversation);
    const again = allowedAgain(round).filter((delivery) => conversationOf(delivery, round.channel) === conversation);
    const messages = connector.shown(conversation).filter(({ activity }) => toldBy(activity));
    const doubled = messagesWithoutDelivery(messages, [...its, ...again]).map(({ id, activity }) => `doubled: ${activity.summary} in ${conversation} as ${id}`);
    // Where a row does not say which message it became, there must be as many messages as rows.
    const vague = its.filter(({ state }) => state.kind === "sent" && !state.activityId);
    const named = new Set(its.flatMap(({ state }) => (state.kind === "sent" && state.activityId ? [state.activityId] : [])));
    const free = messages.filter(({ id }) => !named.has(id));
    const lost = vague.length > free.length ? [`lost: ${vague.length - free.length} said to be sent to ${conversation} never arrived`] : [];
    return [...doubled, ...lost];
  });
}
