import { keptAsItIs, longestHeading } from "../cards/actions/importActions.ts";
import type { CardAction } from "../cards/cardAction.ts";
import { importColumnsCard } from "../cards/importColumnsCard.ts";
import type { ObjectId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import { readColumnMap } from "../intake/columnMap.ts";
import { fieldNames, planFields } from "../intake/planFields.ts";
import type { Asker, Message, Ports } from "../ports.ts";
import { composeImport, refusal } from "./composeImport.ts";
import type { Importer } from "./importer.ts";
import type { ImportReport } from "./importReport.ts";
import { mayBeOther } from "./offerImport.ts";
import { tryWaiting, type WaitingFor, withColumns } from "./tryWaiting.ts";

const fields = planFields.map((field) => ({ field, name: fieldNames[field] }));

/** What each column of waiting files is read as, to be corrected. @throws UserError when they are no longer there or the plan not theirs */
export async function showColumns(
  ports: Ports,
  asker: Asker,
  { pending: id, plan, page }: WaitingFor & { readonly page: number },
  admins: readonly ObjectId[],
): Promise<Message> {
  const { pending, target, tried } = await tryWaiting(ports, asker, admins, { pending: id, plan });
  if (tried.kind === "refused") return refusal(pending.fileNames, tried.problems);
  return {
    card: importColumnsCard({ pending: id, plan, planTitle: target.title, columns: columnsOf(tried.report), fields, page }),
    alert: "What each column means",
  };
}

/** Reads waiting files again with what somebody says their columns mean. @throws as `showColumns` */
export async function mapColumns(
  ports: Ports,
  importer: Importer,
  action: Extract<CardAction, { verb: "mapImportColumns" }>,
  admins: readonly ObjectId[],
): Promise<Message> {
  const chosen = action.headings.flatMap((heading, n) => {
    const field = action[`column${n}`];
    return typeof field === "string" && (field === keptAsItIs || fields.some((known) => known.field === field)) ? [[heading, field] as const] : [];
  });
  return reread(ports, importer, action, Object.fromEntries(chosen), admins);
}

/** As typed: `When=due`. Applies to the file sent last. @throws UserError when nothing waits, or the words are no mapping */
export async function mapColumnTyped(ports: Ports, importer: Importer, words: string, admins: readonly ObjectId[]): Promise<Message> {
  const { map, problems } = readColumnMap([words]);
  if (problems.length > 0)
    throw new UserError(`Write the heading, = and what it means, such as map When=due. It can mean ${Object.values(fieldNames).join(", ")}, or keep.`);
  const now = ports.clock.now();
  const last = (await ports.pendingImports.of(importer.asker.objectId))
    .filter(({ state, plan, expiresAt }) => state === "waiting" && plan && expiresAt > now)
    .at(-1);
  if (!last?.plan) throw new UserError("No file of yours waits. Send it to me first, then say what its columns mean.");
  return reread(ports, importer, { pending: last.id, plan: last.plan }, map, admins);
}

async function reread(
  ports: Ports,
  importer: Importer,
  waiting: WaitingFor,
  columns: Readonly<Record<string, string>>,
  admins: readonly ObjectId[],
): Promise<Message> {
  const { pending, target, tried } = await tryWaiting(ports, importer.asker, admins, waiting, columns);
  const shown = { mayBeOther: mayBeOther(importer) };
  // A correction that makes the file unreadable is not kept.
  if (tried.kind === "refused")
    return composeImport(ports, pending, target, {
      ...shown,
      news: `I left the columns as they were: ${tried.problems[0]?.problem ?? "they can't be read like that."}`,
    });
  const changed = withColumns(pending, columns);
  await ports.pendingImports.change(pending.id, (stored) => ({ ...stored, columns: changed.columns }));
  return composeImport(ports, changed, target, shown);
}

/** Each heading once, as corrections go by headings; what stands in a table first wins. */
function columnsOf({ tables }: ImportReport): { heading: string; field: string }[] {
  const byHeading = new Map(tables.flatMap(({ columns }) => columns.map(({ heading, field }) => [heading, { heading, field }] as const)).toReversed());
  return [...byHeading.values()].toReversed().filter(({ heading }) => heading.length <= longestHeading);
}
