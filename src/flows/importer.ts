import { may } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, PendingImport, Ports } from "../ports.ts";
import { standpointNow } from "./atPlan.ts";

/** Somebody who may bring in files: a programme manager of these plans, or of all there are. */
export interface Importer {
  readonly asker: Asker;
  readonly plans: readonly Plan[];
  /** May make a new plan. */
  readonly isAdmin: boolean;
}

/** Where a file is to go. */
export interface ImportTarget {
  readonly id: PlanId;
  readonly title: string;
  /** Absent for a plan that is to be made. */
  readonly before?: Plan;
}

const sentAgain = "Send the file to me again.";

/**
 * A file that waits for its sender.
 *
 * @throws UserError when it is not theirs, was forgotten, or is settled otherwise; one sentence for the first two, so that
 *   nobody learns what others sent
 */
export async function findWaiting(ports: Pick<Ports, "pendingImports" | "clock">, asker: Asker, id: string): Promise<PendingImport> {
  const pending = await ports.pendingImports.find(id);
  if (!pending || pending.by !== asker.objectId || pending.expiresAt <= ports.clock.now())
    throw new UserError(`I do not have that file any more: a file waits seven days for its sender. ${sentAgain}`);
  if (pending.state === "cancelled") throw new UserError(`You cancelled this one, and nothing of it was stored. ${sentAgain}`);
  return pending;
}

/** What waits, as it was sent. @throws UserError when somebody settled it meanwhile */
export async function filesOf(ports: Pick<Ports, "pendingImports">, pending: PendingImport): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files = await ports.pendingImports.files(pending.id);
  if (!files) throw new UserError(`That file was settled a moment ago. ${sentAgain}`);
  return files.map((bytes, n) => ({ bytes, name: pending.fileNames[n] ?? "" }));
}

/** The plan a press names, or one to be made. @throws UserError when it is not theirs to change, or its name can't be one */
export async function targetOf(
  ports: Pick<Ports, "plans" | "clock" | "calendar">,
  asker: Asker,
  admins: readonly ObjectId[],
  { id, title }: { readonly id: PlanId; readonly title?: string },
): Promise<ImportTarget> {
  const before = await ports.plans.read(id);
  const allowed = before ? may(standpointNow(ports, before, asker.objectId, admins), "manage") : admins.includes(asker.objectId);
  if (!allowed) throw new UserError("Only a plan's programme manager can bring a file into it.");
  if (before) return { id, title: before.title, before };
  if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(id)) throw new UserError(`“${id}” can't name a plan. Use small letters, digits and hyphens, such as warwickshire.`);
  return { id, title: title?.trim() || titleFrom(id) };
}

/** What a new plan may be called, after its file: `SEND Plan v2.xlsx` makes `send-plan-v2`. */
export function proposalFrom(fileName: string): { id: PlanId; title: string } {
  const title = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .replace(/[_\s]+/g, " ")
    .trim()
    .slice(0, 150);
  const id = title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 50)
    .replace(/-+$/, "");
  return { id, title };
}

function titleFrom(id: PlanId): string {
  return id.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());
}
