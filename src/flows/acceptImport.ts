import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { importedCard } from "../cards/importCard.ts";
import type { Instant } from "../domain/localDate.ts";
import type { ObjectId, PlanId } from "../domain/plan.ts";
import { ConflictError, type Message, type PendingImport, type Ports } from "../ports.ts";
import { changeCounts } from "./changesInWords.ts";
import { composeImport, counted, refusal } from "./composeImport.ts";
import { findWaiting, type Importer, type ImportTarget, targetOf } from "./importer.ts";
import type { ImportReport } from "./importReport.ts";
import { mayBeOther } from "./offerImport.ts";
import { tryImport } from "./tryImport.ts";

interface Accepted {
  readonly pending: string;
  readonly plan: PlanId;
  readonly takeFile: boolean;
}

/**
 * Stores what was shown. What is stored is what was shown: when the plan was imported otherwise meanwhile, the card comes
 * again with what the file changes now. Pressed again, it gives the same answer and stores nothing twice.
 *
 * @throws UserError when the file is no longer there, or the plan is not theirs to change
 */
export async function acceptImport(ports: Ports, importer: Importer, accepted: Accepted, admins: readonly ObjectId[]): Promise<Message> {
  const pending = await findWaiting(ports, importer.asker, accepted.pending);
  if (pending.state === "imported") return imported(pending);
  const target = await targetOf(ports, importer.asker, admins, { id: accepted.plan, title: pending.title });
  const again = (news: string) => composeImport(ports, pending, target, { mayBeOther: mayBeOther(importer), news });
  if (pending.plan !== target.id || pending.basis !== target.before?.importedAt)
    return again("This plan changed after the card was shown. This is what the file changes now; press Import if it is right.");

  const token = randomUUID();
  const claimed = await ports.pendingImports.change(pending.id, (stored) => claim(stored, token, ports.clock.realNow()));
  const letGo = () => ports.pendingImports.change(pending.id, (stored) => unclaim(stored, token));
  try {
    if (claimed?.claim?.token !== token) throw new ConflictError("another press stores it");
    const tried = await tryImport(ports, pending, target, { store: true, takeFile: accepted.takeFile });
    if (tried.kind === "refused") {
      await letGo();
      return refusal(pending.fileNames, tried.problems);
    }
    const receipt = await receiptOf(ports, target, tried.report);
    const settled = await ports.pendingImports.change(pending.id, ({ claim: _, ...stored }) => ({ ...stored, state: "imported", receipt }));
    await ports.pendingImports.dropFiles(pending.id);
    await ports.people.save({ objectId: importer.asker.objectId, currentPlan: target.id });
    return imported(settled ?? { ...pending, receipt });
  } catch (error) {
    await letGo();
    if (!(error instanceof ConflictError)) throw error;
    const twin = await settledByTwin(ports, pending);
    return twin ? imported(twin) : again("Somebody else is importing this plan at this moment. Press Import again in a minute.");
  }
}

/** Real time after which a press that has not ended is taken for lost with its process. */
const lostAfterMs = 5 * 60_000;

function claim(stored: PendingImport, token: string, now: Instant): PendingImport {
  const isHeld = stored.claim !== undefined && Date.parse(now) - Date.parse(stored.claim.since) < lostAfterMs;
  return stored.state === "waiting" && !isHeld ? { ...stored, claim: { token, since: now } } : stored;
}

function unclaim({ claim: held, ...stored }: PendingImport, token: string): PendingImport {
  return held && held.token !== token ? { ...stored, claim: held } : stored;
}

/** What Import said, of a file that was imported. */
export function imported({ title, plan, receipt = [] }: PendingImport): Message {
  return { card: importedCard({ planTitle: title ?? plan ?? "", lines: receipt }), alert: "Imported" };
}

async function receiptOf(ports: Ports, { id, title, before }: ImportTarget, report: ImportReport): Promise<string[]> {
  const plan = await ports.plans.read(id);
  const linked = new Set(plan?.links.map(({ lead }) => lead));
  const leads = new Set(plan?.measures.flatMap((measure) => measure.leads));
  const unlinked = [...leads].filter((lead) => !linked.has(lead)).length;
  const counts = `${counted(report.areas, "area")}, ${counted(report.actions, "action")} and ${counted(report.measures, "measure")}`;
  const differences = changeCounts(report.changes);
  const problems = report.problems.length;
  return [
    before ? `${title} now says what the file says: ${differences || "nothing changed"}.` : `${title} is stored: ${counts}.`,
    ...(unlinked > 0
      ? [`${counted(unlinked, "lead")} ${unlinked === 1 ? "is" : "are"} linked to nobody yet, so nobody is asked for them. Type people to see whom.`]
      : []),
    ...(problems > 0
      ? [`${counted(problems, "thing")} ${problems === 1 ? "needs" : "need"} a look and ${problems === 1 ? "is" : "are"} kept in the file's words.`]
      : []),
    ...(plan && !plan.channel ? ["The steering group has no channel yet: in its channel, write @Drumbeat use this channel."] : []),
  ];
}

/** Two presses of one button arrive together: the second waits a moment for what the first says. */
async function settledByTwin(ports: Ports, { id }: PendingImport): Promise<PendingImport | undefined> {
  for (let tries = 0; tries < 12; tries++) {
    const stored = await ports.pendingImports.find(id);
    if (stored?.state === "imported") return stored;
    await wait(250);
  }
  return undefined;
}
