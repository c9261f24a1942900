import { inWords, type LocalDate } from "../domain/localDate.ts";
import { type ReportFormat, type ReportKind, reportFormats, reportKinds, reportTitles } from "../domain/report/report.ts";
import { UserError } from "../domain/userError.ts";
import { chooseReport, inFiles, offerReport, requireConfidential } from "../flows/offerReport.ts";
import { asOfDay } from "./asOfDay.ts";
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

/** Files people ask for, those there are not among them. */
const files = "word|docx|excel|xlsx|workbook|spreadsheet|zip|pdf|csv|html?|powerpoint|pptx?|odt|ods|json|rtf|txt";
const isSaidConfidential = /\bconfidential(?:ly)?\b/i;
/** A kind with its format and day; `report submitted to the board` is a report of its own. */
const form = `(?:the|an?|as|in|for|report|file|document|${files}|confidential(?:ly)?)`;
const takes = new RegExp(
  `^(?:(?:${form} ?)*(?:exceptions?|full|scrutiny|kpis?(?: challenge)?|on[ -]a[ -]page|stock-?take)? ?(?:${form} ?)*(?:as (?:of|at) .+)?|(?!\\w+ed$)\\S+)$`,
  "i",
);
const dayAsked = new RegExp(`\\bas (?:of|at) (.+?)(?=(?: ${form})*$)`, "i");

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
    const [asOfWords = "", day] = dayAsked.exec(rest) ?? [];
    const said = rest.replace(asOfWords, "");
    const asOf = day === undefined ? undefined : readAsOf(day, today);
    const confidential = isSaidConfidential.test(said);
    if (confidential && asker.where.kind !== "personal") throw new UserError("A confidential report is asked for one to one: write to me there.");
    if (confidential) requireConfidential(plan, person);
    const terms = { ...(asOf && { asOf }), ...(confidential && { confidential }) };
    const words = said.replace(isSaidConfidential, "").trim();
    const report = reportKinds.find((kind) => kinds[kind].test(words));
    if (!report && words !== "") throw new UserError(`There is no report “${words}”. There are exception, full, scrutiny, kpi, on a page and stocktake.`);
    if (!report) return chooseReport(plan, asker.where, terms);
    const format = formatAsked(report, words);
    return asker.where.kind === "personal" ? offerReport(plan, { report, format, ...terms }) : chooseReport(plan, asker.where, { report, ...terms });
  },
};

/** @throws UserError naming a file it is not written as, or two of them */
function formatAsked(report: ReportKind, words: string): ReportFormat {
  const offered = reportFormats(report);
  const there = offered.map((one) => inFiles[one]).join(" or ");
  const named = words.match(new RegExp(`\\b(?:${files})\\b`, "gi")) ?? [];
  const none = named.find((one) => !offered.some((format) => formats[format].test(one)));
  if (none) throw new UserError(`The ${reportTitles[report].toLowerCase()} is written ${there}, not as “${none}”.`);
  const [format = offered[0], ...others] = offered.filter((one) => formats[one].test(words));
  if (others.length > 0) throw new UserError(`The ${reportTitles[report].toLowerCase()} is written ${there}: ask for one of them.`);
  return format;
}

/** @throws UserError for words that are no day, or one that has not come yet */
function readAsOf(words: string, today: LocalDate): LocalDate {
  const day = asOfDay(words, today);
  if (!day) throw new UserError(`“${words}” is no day I can read. Write it such as “report full as of ${inWords(today)}”.`);
  if (day > today) throw new UserError(`${inWords(day)} has not come yet, so nothing can be told of it.`);
  return day;
}
