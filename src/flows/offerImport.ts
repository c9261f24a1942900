import { randomUUID } from "node:crypto";
import { importWhichCard } from "../cards/importWhichCard.ts";
import { instantOf, type LocalDate } from "../domain/localDate.ts";
import type { ObjectId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, PendingImport, Ports, SentFile } from "../ports.ts";
import { composeImport } from "./composeImport.ts";
import { type Importer, type ImportTarget, proposalFrom, targetOf } from "./importer.ts";
import { peopleIn, takePeople } from "./takePeople.ts";

/** Plan time for which a file waits. */
const daysKept = 7;
/** Of all files of one message together; each alone is bounded while it is read. */
const mostBytes = 20 * 1024 * 1024;
const mostFiles = 6;

/**
 * Takes files somebody sent, keeps them, and shows what they would do to the plan they are of. Nothing of a plan is stored.
 * A list of people is no plan: its links and roles are stored at once.
 *
 * @param said - by the words beside the files: the plan they are of, and the day their ratings speak of
 * @throws UserError when a file can't be fetched, or there are too many
 */
export async function offerImport(
  ports: Ports,
  importer: Importer,
  sent: readonly SentFile[],
  { plan: named, asOf }: { readonly plan?: string; readonly asOf?: LocalDate },
  admins: readonly ObjectId[],
): Promise<Message> {
  if (sent.length > mostFiles) throw new UserError(`${sent.length} files are more than one plan has: send at most ${mostFiles} together.`);
  const target = named === undefined ? undefined : await targetNamed(ports, importer, named, admins);
  const files: Uint8Array[] = [];
  for (const file of sent) {
    const bytes = await file.read();
    if (bytes.length === 0) throw new UserError(`“${file.name}” is empty. Save it again and send it to me.`);
    files.push(bytes);
    if (files.reduce((sum, { length }) => sum + length, 0) > mostBytes)
      throw new UserError("These files are larger than 20 MB together, more than a plan needs.");
  }
  const meant = target ?? onlyPlan(importer);
  const [first, ...more] = files;
  const people = first && more.length === 0 ? await peopleIn(first, sent[0]?.name ?? "") : undefined;
  if (people) {
    if (meant?.before) return takePeople(ports, meant.before, people, admins);
    throw new UserError("This is a list of people. Say of which plan: send it again with “import for PLAN” beside it.");
  }
  const now = ports.clock.now();
  const pending: PendingImport = {
    id: randomUUID(),
    by: importer.asker.objectId,
    fileNames: sent.map(({ name }) => name.slice(0, 200)),
    expiresAt: instantOf(Date.parse(now) + daysKept * 86_400_000),
    ...(asOf && { asOf }),
    state: "waiting",
  };
  await ports.pendingImports.keep(pending, files);
  ports.log.info("file taken", { files: files.length, bytes: files.reduce((sum, { length }) => sum + length, 0) });
  return meant ? composeImport(ports, pending, meant, { mayBeOther: mayBeOther(importer) }) : askWhich(importer, pending);
}

/** @param fault - what was wrong with what was typed for a new plan */
export function askWhich({ plans, isAdmin }: Importer, pending: PendingImport, fault?: string, typed?: { id: string; title: string }): Message {
  const create = isAdmin ? (typed ?? proposalFrom(pending.fileNames[0] ?? "")) : undefined;
  return { card: importWhichCard({ pending: pending.id, fileNames: pending.fileNames, plans, create, fault }), alert: "Which plan is this?" };
}

export function mayBeOther({ plans, isAdmin }: Importer): boolean {
  return isAdmin || plans.length > 1;
}

/** Of several plans one is never guessed: what a file lacks would be withdrawn from the wrong one. */
function onlyPlan({ plans }: Importer): ImportTarget | undefined {
  const [only, ...others] = plans;
  return only && others.length === 0 ? { id: only.id, title: only.title, before: only } : undefined;
}

async function targetNamed(ports: Ports, { asker, plans, isAdmin }: Importer, named: string, admins: readonly ObjectId[]): Promise<ImportTarget> {
  const words = named.toLowerCase();
  const exact = plans.filter(({ id, title }) => id === words || title.toLowerCase() === words);
  const [found, ...others] = exact.length > 0 ? exact : plans.filter(({ id, title }) => id.startsWith(words) || title.toLowerCase().startsWith(words));
  if (found && others.length === 0) return { id: found.id, title: found.title, before: found };
  if (!found && isAdmin) return targetOf(ports, asker, admins, { id: words });
  const theirs = plans.map(({ id }) => `“import for ${id}”`).join(" or ");
  throw new UserError(`“${named}” is ${found ? "more than one" : "none"} of your plans. Send the file again with ${theirs}.`);
}
