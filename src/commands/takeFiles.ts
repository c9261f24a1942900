import type { LocalDate } from "../domain/localDate.ts";
import { leadsAnything } from "../domain/permission.ts";
import { UserError } from "../domain/userError.ts";
import { standpointNow } from "../flows/atPlan.ts";
import { offerImport } from "../flows/offerImport.ts";
import type { Message, SentFile } from "../ports.ts";
import { answerInWords } from "./answerInWords.ts";
import type { Call, Command } from "./command.ts";
import { plansFor } from "./findPlan.ts";
import { importerOf } from "./importerOf.ts";
import { wordsBesideFile } from "./wordsBesideFile.ts";

/**
 * Files somebody sent. Who may not bring in a plan learns so before anything is fetched. A lead's files are evidence: with
 * the words beside them, or alone; of a programme manager who leads measures too, those that can be no plan.
 *
 * @throws UserError in a channel or group, for somebody with no part in it, for a file that can't be fetched, for words that name no day
 */
export async function takeFiles(call: Omit<Call, "rest">, files: readonly SentFile[], commands: readonly Command[]): Promise<Message> {
  const { ports, asker, admins, words } = call;
  if (asker.where.kind !== "personal") throw new UserError("I take files one to one only: send it to me in our own chat. I did not open this one.");
  const importer = await importerOf(call);
  if (importer ? files.every(isNoPlan) && (await leadsSomething(call)) : (await plansFor(call, "answer")).length > 0)
    return answerInWords(call, commands, files);
  if (!importer) throw new UserError("Only a plan's programme manager can bring in a file, so I did not open it. To report on a measure, type “mine”.");
  return offerImport(ports, importer, files, wordsBesideFile(words, todayOf(call)), admins);
}

/** By its name: nothing is fetched of what is only referred to. A name that says nothing may be a plan's. */
function isNoPlan({ name }: SentFile): boolean {
  return /\.\w{1,5}$/.test(name) && !/\.(?:xls\w?|docx?|docm|csv|tsv|txt|ods|odt|zip)$/i.test(name);
}

async function leadsSomething(call: Pick<Call, "ports" | "asker" | "admins">): Promise<boolean> {
  const plans = await plansFor(call, "answer");
  return plans.some((plan) => leadsAnything(plan, standpointNow(call.ports, plan, call.asker.objectId, call.admins)));
}

/** Which plan a file is of may not be known yet, so it is the day in England. */
export function todayOf({ ports: { calendar, clock } }: Pick<Call, "ports">): LocalDate {
  return calendar.localTime(clock.now(), "Europe/London").day;
}
