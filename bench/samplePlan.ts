import { readFile } from "node:fs/promises";
import { calendar } from "../src/clock/calendar.ts";
import { systemClock } from "../src/clock/systemClock.ts";
import { day } from "../src/domain/localDate.ts";
import { isSettled } from "../src/domain/standing.ts";
import { importPlan } from "../src/flows/importPlan.ts";
import { leadsOf, linkLead } from "../src/flows/knowPeople.ts";
import { openLog } from "../src/log.ts";
import { openStore, type Store } from "../src/storage/openStore.ts";
import { memberIdOf, personalConversationOf } from "../tests/support/standInConnector.ts";
import { botId, tenantId } from "../tests/support/teamsPerson.ts";

/** A lead of the sample plan who is linked to it. */
export interface Lead {
  readonly objectId: string;
  readonly name: string;
  readonly conversationId: string;
  /** Open measures they lead. */
  readonly refs: readonly string[];
}

export const planId = "warwickshire";
export const quietLog = openLog("silent");

export async function openBenchStore(connectionString: string, prefix: string): Promise<Store> {
  const store = await openStore({ connectionString }, { prefix });
  await store.ready();
  return store;
}

/** Puts the sample plan in a store, each of its leads linked to a person of their own. */
export async function storeSamplePlan(store: Store): Promise<readonly Lead[]> {
  const bytes = await readFile(new URL("../samples/warwickshire-wsoa-2022-11.csv", import.meta.url));
  await importPlan({ ...store, clock: systemClock, calendar, log: quietLog }, { files: [{ name: "plan.csv", bytes }], plan: planId, asOf: day("2022-11-21") });
  const plan = await store.plans.read(planId);
  if (!plan) throw new Error("the sample plan was not stored");

  const leads: Lead[] = [];
  for (const [n, { lead, refs }] of leadsOf(plan).entries()) {
    const open = plan.measures.filter((measure) => refs.includes(measure.ref) && !isSettled(measure, plan.scheme));
    const person = personNumber(n);
    await linkLead(store, plan, { lead, objectId: person.objectId }, { name: person.name });
    leads.push({ ...person, refs: open.map(({ ref }) => ref) });
  }
  return leads;
}

export function personNumber(n: number): Omit<Lead, "refs"> {
  const objectId = `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
  return { objectId, name: `Person ${n}`, conversationId: personalConversationOf(objectId) };
}

let activities = 0;

/** What Teams posts when somebody writes one to one or, with more given, presses a card. */
export function activityOf({ objectId, name, conversationId }: Omit<Lead, "refs">, serviceUrl: string, more: object): object {
  return {
    type: "message",
    id: `activity-${activities++}`,
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl,
    from: { id: memberIdOf(objectId), aadObjectId: objectId, name },
    recipient: { id: botId, name: "Drumbeat" },
    conversation: { id: conversationId, conversationType: "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    ...more,
  };
}
