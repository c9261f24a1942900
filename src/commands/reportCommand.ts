import { inWords, type LocalDate, parseLocalDate } from "../domain/localDate.ts";
import { readDuePhrase } from "../domain/readDuePhrase.ts";
import { type ReportFormat, type ReportKind, reportFormats, reportKinds } from "../domain/report/report.ts";
import { UserError } from "../domain/userError.ts";
import { chooseReport, offerReport, requireConfidential } from "../flows/offerReport.ts";
import type { PlanCommand } from "./command.ts";

/** As people call them, with the words around them. */
const kinds: Readonly<Record<ReportKind, RegExp>> = {
  exception: /\bexceptions?\b/i,
  full: /\bfull\b/i,
  scrutiny: /\bscrutiny\b/i,
  kpi: /\bkpis?\b/i,
  "on-a-page": /\bon[ -]a[ -]page\b/i,
  stocktake: /\bstock-?take\b/i,
};
const formats: Readonly<Record<ReportFormat, RegExp>> = { docx: /\b(?:docx|word)\b/i, xlsx: /\b(?:xlsx|excel|workbook|spreadsheet)\b/i, zip: /\bzip\b/i };

const isSaidConfidential = /\bconfidential(?:ly)?\b/i;
/** A kind with its format and day; `report submitted to the board` is a report of its own. */
const form = "(?:(?:the|an?|as|in|report|word|docx|excel|xlsx|workbook|spreadsheet|zip|file|document|confidential(?:ly)?) ?)*";
const takes = new RegExp(
  `^(?:${form}(?:exceptions?|full|scrutiny|kpis?(?: challenge)?|on[ -]a[ -]page|stock-?take)? ?${form}(?:as (?:of|at) .+)?|(?!\\w+ed$)\\S+)$`,
  "i",
);

/** `report full`, `report full confidential`, `report exception as excel`, `report scrutiny as of 21 November 2022`: one to one as a file, in a channel as buttons that send it. */
export const reportCommand: PlanCommand = {
  name: "report",
  usage: "report [KIND]",
  does: "The plan as a document: exception, full, scrutiny, kpi, on a page, stocktake",
  where: ["personal", "channel"],
  deed: "read",
  takes,
  unlisted: true,
  async run({ rest, asker }, { plan, person, today }) {
    const [asOfWords, day] = /\bas (?:of|at) (.+?)$/i.exec(rest) ?? [];
    const said = asOfWords === undefined ? rest : rest.replace(asOfWords, "");
    const confidential = isSaidConfidential.test(said);
    const words = said.replace(isSaidConfidential, "");
    const asOf = day === undefined ? undefined : readAsOf(day, today);
    const report = reportKinds.find((kind) => kinds[kind].test(words));
    if (!report) {
      if (words.trim() !== "") throw new UserError(`There is no report “${words.trim()}”. There are exception, full, scrutiny, kpi, on a page and stocktake.`);
      return chooseReport(plan, asker.where, { ...(asOf && { asOf }) });
    }
    if (confidential && asker.where.kind !== "personal") throw new UserError("A confidential report is asked for one to one: write to me there.");
    if (confidential) requireConfidential(plan, person);
    if (asker.where.kind !== "personal") return chooseReport(plan, asker.where, { report, ...(asOf && { asOf }) });
    const offered = reportFormats(report);
    const format = offered.find((one) => formats[one].test(words)) ?? offered[0];
    return offerReport(plan, { report, format, ...(asOf && { asOf }), ...(confidential && { confidential }) });
  },
};

/** @throws UserError for words that are no day, or one that has not come yet */
function readAsOf(words: string, today: LocalDate): LocalDate {
  const due = readDuePhrase(words);
  const day = parseLocalDate(words) ?? (due.kind === "day" && !due.doubts ? due.on : undefined);
  if (!day) throw new UserError(`“${words}” is no day I can read. Write it such as “report full as of ${inWords(today)}”.`);
  if (day > today) throw new UserError(`${inWords(day)} has not come yet, so nothing can be told of it.`);
  return day;
}
