import { escapeMarkdown } from "../cards/escape.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { placeInWords } from "../domain/problemGroups.ts";
import { type PeopleList, readPeople } from "../intake/readPeople.ts";
import { readWorkbook } from "../intake/readWorkbook.ts";
import type { Message, Ports } from "../ports.ts";
import { importPeople, type PeopleImported } from "./importPeople.ts";

/** A list of people is small; a larger file is not read twice to see whether it is one. */
const mostBytes = 512 * 1024;
/** So many lines are shown. */
const mostLines = 40;

/** The list of people in a file; undefined for any other file. */
export async function peopleIn(bytes: Uint8Array, name: string): Promise<PeopleList | undefined> {
  if (bytes.length > mostBytes) return undefined;
  const book = await readWorkbook(bytes, name);
  return book.kind === "read" ? readPeople(book) : undefined;
}

/** Stores a list of people that was sent and says what it did, row by row where something is at fault. */
export async function takePeople(ports: Ports, plan: Plan, list: PeopleList, admins: readonly ObjectId[]): Promise<Message> {
  const imported = await importPeople(ports, plan, list, admins);
  ports.log.info("people imported", { plan: plan.id, done: imported.done.length, problems: imported.problems.length });
  return { text: escapeMarkdown(peopleInWords(plan, imported, mostLines).join("\n")), alert: `People of ${plan.title}` };
}

/** @param most - how many lines of each kind */
export function peopleInWords({ title }: Plan, { done, problems }: PeopleImported, most = Number.POSITIVE_INFINITY): string[] {
  const cut = (lines: readonly string[]) => [...lines.slice(0, most), ...(lines.length > most ? [`and ${lines.length - most} more`] : [])];
  const faults = problems.map(({ row, column, asWritten, problem }) => {
    const place = placeInWords({ rows: row === null ? [] : [row], column });
    return `${place}${asWritten ? `, “${asWritten}”` : ""}: ${problem}`;
  });
  return [
    `People of ${title}: ${done.length === 1 ? "1 link or role" : `${done.length} links and roles`} stored.`,
    ...cut(done),
    ...(faults.length > 0 ? [`Left out (${faults.length}). Put these right and send the file again; what was stored stays.`, ...cut(faults)] : []),
  ];
}
