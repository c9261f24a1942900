import { FileWanted } from "../cards/fileWanted.ts";
import type { ObjectId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import { problemsSheet } from "../flows/importProblems.ts";
import { makeExport } from "../flows/offerExport.ts";
import { makeReport } from "../flows/offerReport.ts";
import type { Asker, MadeFile, Ports } from "../ports.ts";

/** Makes a file that was offered, for whoever says yes to it now (law 5). @throws UserError when it is not theirs or can't be made any more */
export async function makeFile(ports: Ports, asker: Asker, wanted: unknown, admins: readonly ObjectId[]): Promise<MadeFile> {
  const file = FileWanted.safeParse(wanted).data;
  if (!file) throw new UserError("I can't tell which file this was. Ask me for it again.");
  switch (file.kind) {
    case "importProblems":
      return problemsSheet(ports, asker, file, admins);
    case "export":
      return makeExport(ports, asker, file, admins);
    case "report":
      return makeReport(ports, asker, file, admins);
  }
}
