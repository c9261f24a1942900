import { noticeCard } from "../cards/noticeCard.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { ObjectId, PlanId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, PendingImport, Ports } from "../ports.ts";
import { imported } from "./acceptImport.ts";
import { composeImport } from "./composeImport.ts";
import { findWaiting, type Importer, proposalFrom, targetOf } from "./importer.ts";
import { askWhich, mayBeOther } from "./offerImport.ts";

interface Choice {
  readonly pending: string;
  /** Absent where a new plan was typed. */
  readonly plan?: PlanId;
  readonly planId?: string;
  readonly planTitle?: string;
}

/** Shows waiting files for the plan that was chosen or named. @throws UserError when the file is no longer there or the plan not theirs */
export async function reshowImport(
  ports: Ports,
  importer: Importer,
  { pending: id, plan, planId, planTitle }: Choice,
  admins: readonly ObjectId[],
): Promise<Message> {
  const pending = await findWaiting(ports, importer.asker, id);
  if (pending.state === "imported") return imported(pending);
  if (plan !== undefined) return shown(ports, importer, pending, await targetOf(ports, importer.asker, admins, { id: plan, title: pending.title }));

  const title = planTitle?.trim() ?? "";
  const typed = { id: planId?.trim().toLowerCase() || proposalFrom(title).id, title };
  if (title === "") return askWhich(importer, pending, "Give the plan a title.", typed);
  try {
    return await shown(ports, importer, pending, await targetOf(ports, importer.asker, admins, typed));
  } catch (error) {
    if (error instanceof UserError) return askWhich(importer, pending, error.message, typed);
    throw error;
  }
}

/**
 * The file somebody sent last, where it still waits; else how to send one.
 *
 * @param asOf - the day its ratings speak of, where that was said just now
 */
export async function latestWaiting(ports: Ports, importer: Importer, admins: readonly ObjectId[], asOf?: LocalDate): Promise<Message> {
  const now = ports.clock.now();
  const last = (await ports.pendingImports.of(importer.asker.objectId)).filter(({ state, expiresAt }) => state === "waiting" && expiresAt > now).at(-1);
  if (!last) {
    return {
      text: "Send me the plan's file here, with the paper clip below the message: .xlsx, .docx or .csv. I show what I read in it, and store nothing before you press Import. Where its ratings speak of an earlier day, write “as of 21 November 2022” beside it.",
      alert: "Send me the file",
    };
  }
  if (asOf) await ports.pendingImports.change(last.id, (stored) => (stored.state === "waiting" ? { ...stored, asOf } : stored));
  return last.plan ? reshowImport(ports, importer, { pending: last.id, plan: last.plan }, admins) : askWhich(importer, last);
}

/** Asks again which plan a file is of. @throws UserError when the file is no longer there */
export async function chooseAgain(ports: Ports, importer: Importer, id: string): Promise<Message> {
  const pending = await findWaiting(ports, importer.asker, id);
  return pending.state === "imported" ? imported(pending) : askWhich(importer, pending);
}

/** Forgets a file. @throws UserError when it is no longer there */
export async function cancelImport(ports: Ports, importer: Importer, id: string): Promise<Message> {
  const pending = await findWaiting(ports, importer.asker, id);
  const settled = await ports.pendingImports.change(pending.id, (stored) => (stored.state === "waiting" ? { ...stored, state: "cancelled" } : stored));
  if (settled?.state === "imported") return imported(settled);
  await ports.pendingImports.dropFiles(pending.id);
  const body = `Nothing of ${pending.fileNames.join(" and ")} was stored, and the file is forgotten. Send it again whenever you like.`;
  return { card: noticeCard({ heading: "Cancelled", body }), alert: "Cancelled" };
}

function shown(ports: Ports, importer: Importer, pending: PendingImport, target: Parameters<typeof composeImport>[2]): Promise<Message> {
  return composeImport(ports, pending, target, { mayBeOther: mayBeOther(importer) });
}
