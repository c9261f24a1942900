import type { Importer } from "../flows/importer.ts";
import type { Call } from "./command.ts";
import { plansFor } from "./findPlan.ts";

/** What somebody may bring files into; undefined for those who manage no plan. */
export async function importerOf(call: Pick<Call, "ports" | "asker" | "admins">): Promise<Importer | undefined> {
  const plans = await plansFor(call, "manage");
  const isAdmin = call.admins.includes(call.asker.objectId);
  return plans.length > 0 || isAdmin ? { asker: call.asker, plans, isAdmin } : undefined;
}
