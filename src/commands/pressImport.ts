import type { z } from "zod";
import { importActions } from "../cards/actions/importActions.ts";
import { type CardAction, verbsOf } from "../cards/cardAction.ts";
import { UserError } from "../domain/userError.ts";
import { acceptImport } from "../flows/acceptImport.ts";
import { showChanges } from "../flows/importChanges.ts";
import { mapColumns, showColumns } from "../flows/importColumns.ts";
import { offerProblems, showProblems } from "../flows/importProblems.ts";
import { cancelImport, chooseAgain, reshowImport } from "../flows/reshowImport.ts";
import type { Message } from "../ports.ts";
import type { Call } from "./command.ts";
import { importerOf } from "./importerOf.ts";

export type ImportAction = z.infer<(typeof importActions)[number]>;

const verbs = verbsOf(importActions);

export function isImportAction(action: CardAction): action is ImportAction {
  return verbs.has(action.verb);
}

/** Answers a press on a card about a file that waits. @throws UserError for somebody who manages no plan */
export async function pressImport({ ports, asker, admins }: Pick<Call, "ports" | "asker" | "admins">, action: ImportAction): Promise<Message> {
  const importer = await importerOf({ ports, asker, admins });
  if (!importer) throw new UserError("Only a plan's programme manager can bring in a file.");
  switch (action.verb) {
    case "showImport":
      return reshowImport(ports, importer, action, admins);
    case "choosePlanToImport":
      return chooseAgain(ports, importer, action.pending);
    case "showImportProblems":
      return showProblems(ports, asker, action, admins);
    case "showImportChanges":
      return showChanges(ports, asker, action, admins);
    case "offerImportProblems":
      return offerProblems(ports, asker, action, admins);
    case "showImportColumns":
      return showColumns(ports, asker, action, admins);
    case "mapImportColumns":
      return mapColumns(ports, importer, action, admins);
    case "acceptImport":
      return acceptImport(ports, importer, { ...action, takeFile: action.takeFile === "true" }, admins);
    case "cancelImport":
      return cancelImport(ports, importer, action.pending);
  }
}
