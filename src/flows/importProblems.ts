import type { FileWanted } from "../cards/fileWanted.ts";
import { importProblemsCard } from "../cards/importListCard.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import { placeInWords } from "../domain/problemGroups.ts";
import type { Asker, MadeFile, Message, Ports } from "../ports.ts";
import { writeCsv } from "../reports/writeCsv.ts";
import type { ImportTarget } from "./importer.ts";
import { tryWaiting, type WaitingFor } from "./tryWaiting.ts";

/** A page of everything doubtful in waiting files. @throws UserError when they are no longer there or the plan not theirs */
export async function showProblems(
  ports: Ports,
  asker: Asker,
  { pending, plan, page }: WaitingFor & { page: number },
  admins: readonly ObjectId[],
): Promise<Message> {
  const { problems, fileNames, target } = await problemsOf(ports, asker, { pending, plan }, admins);
  const shown = problems.map((one) => ({ ...one, place: placeOf(one) }));
  return { card: importProblemsCard({ pending, plan, planTitle: target.title, fileNames, problems: shown, page }), alert: "What to look at" };
}

/** Offers the same as a sheet, to be taken into the person's OneDrive. @throws as `showProblems` */
export async function offerProblems(ports: Ports, asker: Asker, asked: WaitingFor, admins: readonly ObjectId[]): Promise<Message> {
  const sheet = await problemsSheet(ports, asker, asked, admins);
  const wanted: FileWanted = { kind: "importProblems", pending: asked.pending, plan: asked.plan };
  return {
    text: "The sheet comes below: press Allow to have it in your OneDrive.",
    alert: "A sheet of all problems",
    file: { kind: "offered", name: sheet.name, description: "Everything to look at in the file, a row each", bytes: sheet.bytes.length, wanted },
  };
}

/** Every problem of waiting files as a sheet any spreadsheet opens. @throws as `showProblems` */
export async function problemsSheet(ports: Ports, asker: Asker, asked: WaitingFor, admins: readonly ObjectId[]): Promise<MadeFile> {
  const { problems, fileNames } = await problemsOf(ports, asker, asked, admins);
  const rows = problems.map(({ sheet, row, column, asWritten, problem }) => [sheet ?? "", String(row ?? ""), column ?? "", asWritten, problem]);
  const name = `Problems in ${(fileNames[0] ?? "the file").replace(/\.[a-z0-9]{2,5}$/i, "").replace(/[^\p{L}\p{N} ._-]/gu, " ")}.csv`;
  return { name, bytes: writeCsv({ rows: [["Sheet", "Row", "Column", "As written", "What is wrong"], ...rows] }) };
}

async function problemsOf(
  ports: Ports,
  asker: Asker,
  waiting: WaitingFor,
  admins: readonly ObjectId[],
): Promise<{ problems: readonly Problem[]; fileNames: readonly string[]; target: ImportTarget }> {
  const { pending, target, tried } = await tryWaiting(ports, asker, admins, waiting);
  const { problems } = tried.kind === "refused" ? tried : tried.report;
  return { problems, fileNames: pending.fileNames, target };
}

function placeOf({ sheet, row, column }: Problem): string {
  return placeInWords({ sheet, column, rows: row === null ? [] : [row] }).replace(/^./, (first) => first.toUpperCase());
}
