import type { Measure } from "../../src/domain/measure.ts";
import { leadsOn, standpointOf } from "../../src/domain/permission.ts";
import { isSettled } from "../../src/domain/standing.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { teamsPerson } from "../support/teamsPerson.ts";
import { isReceipt, isTakenBack } from "./ledger.ts";
import type { Given, Lead, Round, TakenBack } from "./round.ts";
import { note, oneUp, pressAs, type Stage } from "./stage.ts";

const manners = ["once", "once", "repeated", "at two replicas at once", "other words", "behind", "two answers at once"] as const;

/** A lead answers a form, as Teams and people do: once, again with a new id, at two replicas at once, behind, in a race. */
export async function answer(stage: Stage, round: Round): Promise<void> {
  const chance = stage.chance.fork();
  const lead = chance.oneOf(round.leads);
  const [manner, words, nonce, rival] = [chance.oneOf(manners), `Answer ${chance.hex(10)}`, chance.guid(), chance.guid()];
  const rating = chance.oneOf(["Green", "Amber", "Red", "Blue", "Green", "Amber"]);

  const measures = await measuresToAnswer(stage, round, lead);
  if (measures.length === 0) return;
  note(stage, `answered: ${manner}`);
  const measure = chance.oneOf(measures);
  const basis = manner === "behind" ? undefined : measure.standing?.lastUpdate;
  const form = { verb: "saveUpdate", plan: round.plan, ref: measure.ref, nonce, basis, rating, narrative: words };
  const give = (more: Partial<typeof form> = {}) => press(stage, round, lead, { ...form, ...more });

  if (manner === "at two replicas at once") await Promise.all([give(), give()]);
  else if (manner === "two answers at once") await Promise.all([give(), give({ nonce: rival, narrative: `${words} rival` })]);
  else await give();
  if (manner === "repeated") await give();
  if (manner === "other words") await give({ narrative: `${words} changed` });
}

/** What a lead can report on at this moment. */
export async function measuresToAnswer({ store }: Stage, round: Round, { objectId }: Lead): Promise<readonly Measure[]> {
  const plan = await store.plans.read(round.plan);
  const person = plan && standpointOf(plan, objectId, [], plan.importedAsOf);
  return plan?.measures.filter((measure) => person && leadsOn(person, measure) && !isSettled(measure, plan.scheme)) ?? [];
}

/** Somebody takes back an update of theirs, once, twice or at two replicas at once, or changes it. */
export async function changeMind(stage: Stage, round: Round): Promise<void> {
  const chance = stage.chance.fork();
  const lead = chance.oneOf(round.leads);
  const manner = chance.oneOf(["undone", "undone twice", "undone at two replicas at once", "changed"] as const);
  const [nonce, words] = [chance.guid(), `Change ${chance.hex(10)}`];
  const history = await stage.store.plans.wholeHistory(round.plan);
  const own = history.filter((update) => update.kind === "report" && update.by.objectId === lead.objectId);
  if (own.length === 0) return;
  note(stage, `update ${manner}`);
  const { id, ref } = chance.oneOf(own);
  if (manner === "changed") {
    const basis = history.filter((update) => update.ref === ref).at(-1)?.id;
    return press(stage, round, lead, { verb: "saveUpdate", plan: round.plan, ref, nonce, basis, amends: id, rating: "Amber", narrative: words });
  }
  const undo = () => takeBack(stage, round, lead, { verb: "undoUpdate", plan: round.plan, ref, nonce, update: id });
  if (manner === "undone at two replicas at once") await Promise.all([undo(), undo()]);
  else await undo();
  if (manner === "undone twice") await undo();
}

async function takeBack(stage: Stage, round: Round, lead: Lead, form: Pick<TakenBack, "ref" | "update"> & Record<string, unknown>): Promise<void> {
  const { ref, update } = form;
  const asked: TakenBack = { ref, update, thanked: false };
  round.takenBack.push(asked);
  if (isTakenBack(await pressAs(stage, lead.objectId, form, lead.lead), ref)) asked.thanked = true;
}

/** Notes what was given before it is sent, and whether it was thanked for. */
async function press(stage: Stage, round: Round, lead: Lead, form: Pick<Given, "nonce" | "ref" | "narrative"> & Record<string, unknown>): Promise<void> {
  const { nonce, ref, narrative } = form;
  let given = round.given.find((one) => one.nonce === nonce && one.narrative === narrative);
  if (!given) {
    given = { nonce, ref, narrative, thanked: false };
    round.given.push(given);
  }
  if (isReceipt(await pressAs(stage, lead.objectId, form, lead.lead), ref, narrative)) given.thanked = true;
}

/** Somebody opens the bot for the first time, or speaks again because nobody seemed to hear. */
export async function arrive(stage: Stage, { objectId, lead }: Lead): Promise<void> {
  const botUrl = await oneUp(stage);
  try {
    const person = teamsPerson({ ...stage, botUrl, objectId, name: lead });
    await (stage.unheard.has(objectId) ? person.say("help") : person.install());
    stage.unheard.delete(objectId);
  } catch {
    stage.unheard.add(objectId);
  }
}

/** The programme manager ties a lead to its person, or unties it. */
export async function changeLink({ chance, store }: Stage, round: Round): Promise<void> {
  const { lead, objectId } = chance.oneOf(round.leads);
  const plan = await store.plans.read(round.plan);
  if (!plan) return;
  round.linksChanged = true;
  const held = plan.links.find((link) => link.lead === lead);
  if (held) await store.plans.unlink(round.plan, held);
  else await linkLead(store, plan, { lead, objectId });
}
