import type { Delivery } from "../src/domain/delivery.ts";
import { day } from "../src/domain/localDate.ts";
import { sideBySide } from "../src/flows/sideBySide.ts";
import type { Store } from "../src/storage/openStore.ts";
import { botId, tenantId } from "../tests/support/teamsPerson.ts";
import { generatedPlan, storePlan } from "./generatedPlan.ts";
import { personNumber } from "./samplePlan.ts";

const leadsPerPlan = 20;

/** Somebody who is owed a reminder of the measures they lead. */
export interface Recipient {
  readonly plan: string;
  readonly objectId: string;
  readonly conversationId: string;
  readonly refs: readonly string[];
}

/** Plans of 100 measures and 20 leads, each lead a person known to be reached at the connector. */
export async function storeRecipients(store: Store, count: number, serviceUrl: string): Promise<readonly Recipient[]> {
  const recipients: Recipient[] = [];
  for (let from = 0; from < count; from += leadsPerPlan) {
    const plan = `plan-${from}`;
    const people = Array.from({ length: leadsPerPlan }, (_, n) => ({ ...personNumber(from + n), lead: `Lead ${n}` }));
    const content = generatedPlan(
      plan,
      100,
      people.map(({ lead }) => lead),
    );
    await storePlan(store, content);
    await sideBySide(people, 1, ({ lead, objectId }) => store.plans.link(plan, { lead, objectId }));
    await sideBySide(people, 8, ({ objectId, name, conversationId }) =>
      store.people.save({ objectId, name, plans: [plan], address: { serviceUrl, conversationId, tenantId, botId } }),
    );
    for (const { objectId, conversationId, lead } of people) {
      const refs = content.measures.filter(({ leads }) => leads.includes(lead)).map(({ ref }) => ref);
      recipients.push({ plan, objectId, conversationId, refs });
    }
  }
  return recipients.slice(0, count);
}

/** Owes each recipient one more reminder. @param round - makes its key one of its own */
export async function owe(store: Store, recipients: readonly Recipient[], round: number): Promise<void> {
  await sideBySide(recipients, 8, async ({ plan, objectId, refs }) => {
    const notice = { kind: "reminder", to: objectId, refs } as const;
    const key = `2022-11-21|reminder|${objectId}|round ${round}`;
    const delivery: Delivery = { plan, key, notice, owedOn: day("2022-11-21"), state: { kind: "owed" }, attempts: 0 };
    await store.notices.post(delivery, { plan, marks: [{ key }], digests: [] });
  });
}
