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
 * On an empty store, brings in the sample plan and makes one person its lead, chair and programme manager.
 *
 * @returns whether this was the first run
 */
export async function prepareTrial(ports: Omit<Ports, "messenger">, person: ObjectId): Promise<boolean> {
  if ((await ports.plans.list()).length > 0) return false;
  const { plan: id, title, asOf } = sample;
  const outcome = await importPlan(ports, { bytes: await readFile(sample.file), plan: id, title, asOf });
  const plan = await ports.plans.read(id);
  if (outcome.kind === "refused" || !plan) throw new Error("The sample plan could not be read.");
  await setRole(ports, plan, person, "chair");
  await setRole(ports, plan, person, "manager");
  await linkLead(ports, plan, { lead: sample.lead, objectId: person });
  return true;
}
