import type { PendingImport, Ports } from "../ports.ts";
import { filesOf, type ImportTarget } from "./importer.ts";
import { type ImportOutcome, importPlan } from "./importPlan.ts";

/**
 * Reads waiting files into a plan: on trial, which stores nothing, or in earnest.
 *
 * @throws ConflictError when another import of the plan came between; UserError when the files were settled meanwhile
 */
export async function tryImport(
  ports: Pick<Ports, "plans" | "clock" | "calendar" | "log" | "pendingImports">,
  pending: PendingImport,
  { id, title, before }: ImportTarget,
  { store, takeFile = false }: { readonly store: boolean; readonly takeFile?: boolean },
): Promise<ImportOutcome> {
  const files = await filesOf(ports, pending);
  return importPlan(ports, { files, plan: id, ...(!before && { title }), map: pending.columns, asOf: pending.asOf, takeFile, dryRun: !store });
}
