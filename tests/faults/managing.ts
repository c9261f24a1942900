import { personalConversationOf } from "../support/standInConnector.ts";
import { teamsPerson } from "../support/teamsPerson.ts";
import { readNoticed } from "./checkRound.ts";
import { conversationOf, couldBe, toldBy } from "./ledger.ts";
import { conversationsOf, type Decided, type Round } from "./round.ts";
import { note, oneUp, pressAs, type Stage } from "./stage.ts";

/** The programme manager looks at what did not arrive and decides: send again, it arrived, leave it. */
export async function decide(stage: Stage, round: Round): Promise<void> {
  const chance = stage.chance.fork();
  const [first, second] = [chance.oneOf(["sendAgain", "sendAgain", "leave"] as const), chance.happens(0.5)];
  // The ledger before the rows: what arrives in between is on its way in them.
  const ledger = new Map(conversationsOf(round).map((conversation) => [conversation, stage.connector.shown(conversation)]));
  const { deliveries } = await readNoticed(stage.table, round.plan);
  const failed = deliveries.filter(({ state }) => state.kind === "unknown" || state.kind === "refused");
  if (failed.length === 0) return;
  const before = chance.oneOf(failed);
  const how = before.state.kind === "unknown" && second && hasArrived() ? "arrived" : first;

  const decided: Decided = { key: before.key, how, before, answered: false };
  round.decided.push(decided);
  note(stage, `decided: ${how}, of one ${before.state.kind}`);
  const body = await pressAs(stage, round.manager, { verb: "settleDelivery", plan: round.plan, key: before.key, how }, "Manager");
  decided.answered = /message(s)? need(s)? you|Nothing waits for a decision/.test(JSON.stringify(body ?? ""));

  /** As a manager who asks the person would know: a message like it is there, which no other delivery can have been. */
  function hasArrived(): boolean {
    const conversation = conversationOf(before, round.channel);
    const its = deliveries.filter((one) => conversationOf(one, round.channel) === conversation);
    if (its.some(({ state }) => state.kind === "attempting") || round.decided.some(({ key }) => its.some((one) => one.key === key))) return false;
    const rivals = its.filter((one) => one !== before && one.attempts > 0 && !(one.state.kind === "sent" && one.state.activityId));
    const named = new Set(its.flatMap(({ state }) => (state.kind === "sent" && state.activityId ? [state.activityId] : [])));
    const free = (ledger.get(conversation) ?? []).filter(({ id, activity }) => {
      const told = toldBy(activity);
      return !named.has(id) && told !== undefined && couldBe(told, before);
    });
    return rivals.length === 0 && free.length > 0;
  }
}

/** The chair accepts a measure proposed as complete, once, or at two replicas at once. */
export async function signOff(stage: Stage, round: Round): Promise<void> {
  const chance = stage.chance.fork();
  const twice = chance.happens(0.4);
  const plan = await stage.store.plans.read(round.plan);
  const proposed = plan?.measures.filter(({ standing }) => standing?.proposedComplete) ?? [];
  if (proposed.length === 0) return;
  const { ref } = chance.oneOf(proposed);
  note(stage, "sign-off");
  const say = async () => {
    round.signedOff.push(ref);
    const botUrl = await oneUp(stage);
    await teamsPerson({ ...stage, botUrl, objectId: round.chair, name: "Chair" }).say(`sign-off ${ref}`);
  };
  await Promise.allSettled(twice ? [say(), say()] : [say()]);
}

/** How often the chair was told that a measure is signed off. */
export function timesSignedOff({ connector }: Pick<Stage, "connector">, { chair }: Pick<Round, "chair">, ref: string): number {
  return connector.shown(personalConversationOf(chair)).filter(({ activity }) => activity.text?.startsWith(`${ref} is signed off`)).length;
}

/** Somebody brings a new version of the plan's file; one at a time. */
export async function bringFile(stage: Stage, round: Round): Promise<void> {
  if (round.importing) return;
  round.importing = true;
  try {
    const one = { version: round.imports.length + 1, told: false };
    round.imports.push(one);
    const replica = stage.chance.oneOf(stage.replicas);
    await replica.up();
    const answer = await replica.import(round.plan, round.csv(one.version), round.asOf);
    one.told = answer === "imported";
    note(stage, one.told ? "import told" : "import cut short or refused");
  } finally {
    round.importing = false;
  }
}
