import { readFile } from "node:fs/promises";

/** The five plans of `samples/`, by the name tests give them. */
const samplePlans = {
  warwickshire: ["warwickshire-wsoa-2022-11.csv"],
  delivery: ["warwickshire-delivery-plan-2019.csv", "warwickshire-key-measures.csv"],
  worcestershire: ["worcestershire-app-2022.csv", "worcestershire-measures.csv"],
  leicestershire: ["leicestershire-wsoa-2020.csv", "leicestershire-review-sessions.csv"],
  walsall: ["walsall-engagement-plan.csv", "walsall-workstreams.csv"],
} as const;
export type SamplePlan = keyof typeof samplePlans;
export const samplePlanIds = Object.keys(samplePlans) as SamplePlan[];

export async function samplePlanFiles(id: SamplePlan): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(samplePlans[id].map(async (name) => ({ name, bytes: await readFile(new URL(`../../samples/${name}`, import.meta.url)) })));
}
