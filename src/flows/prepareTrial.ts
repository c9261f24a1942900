import { readFile } from "node:fs/promises";
import { day } from "../domain/localDate.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";
import { importPlan } from "./importPlan.ts";
import { linkLead, setRole } from "./knowPeople.ts";

const sample = {
  file: new URL("../../samples/warwickshire-wsoa-2022-11.csv", import.meta.url),
  plan: "warwickshire",
  title: "Warwickshire Written Statement of Action",
  asOf: day("2022-11-21"),
  /** Much is due by the end of December 2022 and some is overdue: all kinds of reminder are seen within a month. */
  lead: "Voice Influence and Change Development Officer",
} as const;

/**
 * On an empty store, brings in the sample plan and makes one person its lead, chair and programme manager. Each step is
 * done only where it is not done yet, so a start that was cut short is made good by the next.
 *
 * @returns whether this was the first run
 */
export async function prepareTrial(ports: Omit<Ports, "messenger">, person: ObjectId): Promise<boolean> {
  const { plan: id, title, asOf } = sample;
  const plans = await ports.plans.list();
  if (plans.length === 0) {
    const outcome = await importPlan(ports, { files: [{ name: "the sample plan", bytes: await readFile(sample.file) }], plan: id, title, asOf });
    if (outcome.kind === "refused") throw new Error("The sample plan could not be read.");
  }
  const plan = await ports.plans.read(id);
  const isPrepared = plan?.roles.some((held) => held.objectId === person && held.role === "manager");
  if (!plan || isPrepared) return false;
  await linkLead(ports, plan, { lead: sample.lead, objectId: person });
  await setRole(ports, plan, person, "chair");
  await setRole(ports, plan, person, "manager");
  return true;
}
