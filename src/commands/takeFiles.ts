import type { LocalDate } from "../domain/localDate.ts";
import { UserError } from "../domain/userError.ts";
import { offerImport } from "../flows/offerImport.ts";
import type { Message, SentFile } from "../ports.ts";
import { answerInWords } from "./answerInWords.ts";
import type { Call, Command } from "./command.ts";
import { plansFor } from "./findPlan.ts";
import { importerOf } from "./importerOf.ts";
import { wordsBesideFile } from "./wordsBesideFile.ts";

/**
 * Files somebody sent. Who may not bring in a plan learns so before anything is fetched; a lead's words beside a file are
 * heard, and the file is named in them.
 *
 * @throws UserError in a channel or group, for somebody who manages no plan, for a file that can't be fetched, for words that name no day
 */
export async function takeFiles(call: Omit<Call, "rest">, files: readonly SentFile[], commands: readonly Command[]): Promise<Message> {
  const { ports, asker, admins, words } = call;
  if (asker.where.kind !== "personal") throw new UserError("I take files one to one only: send it to me in our own chat. I did not open this one.");
  const importer = await importerOf(call);
  if (!importer && words.trim() !== "" && (await plansFor(call, "answer")).length > 0) {
    const names = files.map(({ name }) => name);
    return answerInWords(call, commands, names);
  }
  if (!importer) throw new UserError("Only a plan's programme manager can bring in a file, so I did not open it. To report on a measure, type “mine”.");
  return offerImport(ports, importer, files, wordsBesideFile(words, todayOf(call)), admins);
}

/** Which plan a file is of may not be known yet, so it is the day in England. */
export function todayOf({ ports: { calendar, clock } }: Pick<Call, "ports">): LocalDate {
  return calendar.localTime(clock.now(), "Europe/London").day;
}
