import { importChangesCard } from "../cards/importListCard.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Asker, Message, Ports } from "../ports.ts";
import { allChanges } from "./changesInWords.ts";
import { refusal } from "./composeImport.ts";
import { tryWaiting, type WaitingFor } from "./tryWaiting.ts";

/** A page of everything waiting files change, field by field. @throws UserError when they are no longer there or the plan not theirs */
export async function showChanges(
  ports: Ports,
  asker: Asker,
  { pending: id, plan, page }: WaitingFor & { readonly page: number },
  admins: readonly ObjectId[],
): Promise<Message> {
  const { pending, target, tried } = await tryWaiting(ports, asker, admins, { pending: id, plan });
  if (tried.kind === "refused") return refusal(pending.fileNames, tried.problems);
  const changes = allChanges(tried.report.changes);
  return {
    card: importChangesCard({ pending: id, plan, planTitle: target.title, fileNames: pending.fileNames, changes, page }),
    alert: "What the file changes",
  };
}
