import { importChangesCard } from "../cards/importListCard.ts";
import type { ObjectId, PlanId } from "../domain/plan.ts";
import type { Asker, Message, Ports } from "../ports.ts";
import { allChanges } from "./changesInWords.ts";
import { refusal } from "./composeImport.ts";
import { findWaiting, targetOf } from "./importer.ts";
import { tryImport } from "./tryImport.ts";

/** A page of everything waiting files change, field by field. @throws UserError when they are no longer there or the plan not theirs */
export async function showChanges(
  ports: Ports,
  asker: Asker,
  { pending: id, plan, page }: { readonly pending: string; readonly plan: PlanId; readonly page: number },
  admins: readonly ObjectId[],
): Promise<Message> {
  const pending = await findWaiting(ports, asker, id);
  const target = await targetOf(ports, asker, admins, { id: plan, title: pending.title });
  const tried = await tryImport(ports, pending, target, { store: false });
  if (tried.kind === "refused") return refusal(pending.fileNames, tried.problems);
  const changes = allChanges(tried.report.changes);
  return {
    card: importChangesCard({ pending: id, plan, planTitle: target.title, fileNames: pending.fileNames, changes, page }),
    alert: "What the file changes",
  };
}
