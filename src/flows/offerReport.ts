import { cardButton } from "../cards/cardButton.ts";
import { escapeMarkdown } from "../cards/escape.ts";
import type { FileWanted } from "../cards/fileWanted.ts";
import { replyCard } from "../cards/replyCard.ts";
import { isConfidential, maySeeAllConfidential } from "../domain/confidential.ts";
import { inWords, type LocalDate, parseLocalDate } from "../domain/localDate.ts";
import { may, type Standpoint } from "../domain/permission.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { type ReportFormat, type ReportKind, reportFormats, reportKinds, reportTitles } from "../domain/report/report.ts";
import { RefusedError, UserError } from "../domain/userError.ts";
import type { Asker, MadeFile, Message, Ports, Where } from "../ports.ts";
import { type AtPlan, standpointNow } from "./atPlan.ts";
import { reachPerson } from "./reachPerson.ts";

/** A report somebody asked for; without `asOf` as the plan stands when it is made. */
export interface AskedReport {
  readonly report: ReportKind;
  readonly format: ReportFormat;
  readonly asOf?: LocalDate;
  /** With confidential items; `requireConfidential` first. */
  readonly confidential?: boolean;
}

type WantedReport = Extract<FileWanted, { kind: "report" }>;

/** In a sentence: a report is written `for Word`. */
export const inFiles: Readonly<Record<ReportFormat, string>> = { docx: "for Word", xlsx: "for Excel", zip: "as one zip" };

/** Offers a report as a file. It is made once the person says yes, so its size is a guess by that of the plan. */
export function offerReport(plan: Plan, { report, format, asOf, confidential }: AskedReport): Message {
  const wanted: WantedReport = { kind: "report", plan: plan.id, report, format, ...(asOf && { asOf }), ...(confidential && { confidential }) };
  const name = `${plan.id}-${report}${confidential ? "-confidential" : ""}${asOf ? `-${asOf}` : ""}.${format}`;
  const description = `${reportTitles[report]} ${inFiles[format]}, as ${asOf ? `of ${inWords(asOf)}` : "the plan stands now"}${confidential ? ". Confidential: not to be passed on" : ""}`;
  return {
    alert: `${reportTitles[report]} of ${plan.title}`,
    file: { kind: "offered", name, description, bytes: 40_000 + 600 * plan.measures.length, wanted },
  };
}

/** Which reports there are, or in which files one comes: in a channel each is a button that sends it to whoever presses. */
export function chooseReport(plan: Plan, where: Where, { report, asOf, confidential }: Partial<AskedReport> = {}): Message {
  const choices = (report ? [report] : reportKinds).flatMap((kind) =>
    (report ? reportFormats(kind) : reportFormats(kind).slice(0, 1)).map((format) => ({ kind, format })),
  );
  const inChannel = where.kind === "channel";
  const buttons = choices.map(({ kind, format }) =>
    cardButton(
      report ? `Send it to me ${inFiles[format]}` : reportTitles[kind],
      inChannel
        ? { verb: "sendReport", plan: plan.id, report: kind, format, ...(asOf && { asOf }) }
        : { verb: "say", words: `report ${kind}${confidential ? " confidential" : ""}${asOf ? ` as of ${asOf}` : ""}` },
    ),
  );
  const lines = inChannel
    ? ["A report comes to you one to one: press, and I offer it to you there."]
    : [
        "Exception: what the board must look at. Full: everything. Scrutiny: in plain words, and of what leads wrote only what was looked over. KPI challenge: figures against their targets. On a page: every measure in one table. Stocktake: evidence of change and of impact.",
      ];
  const heading = report ? `${reportTitles[report]}${asOf ? `, as of ${inWords(asOf)}` : ""}` : "Which report?";
  return { card: replyCard({ planTitle: plan.title, heading, lines, buttons }), alert: heading };
}

/** Offers it one to one to whoever pressed. @throws UserError when they may not have it, or cannot be written to */
export async function sendReport(
  ports: Ports,
  asker: Asker,
  { plan, person }: AtPlan,
  { report, format, asOf }: { report: ReportKind; format: ReportFormat; asOf?: string },
): Promise<Message> {
  if (!may(person, "read")) throw new RefusedError(notTheirs);
  const day = asOf === undefined ? undefined : parseLocalDate(asOf);
  const offer = offerReport(plan, { report, format, ...(day && { asOf: day }) });
  if (asker.where.kind === "personal") return offer;
  const way = await reachPerson(ports, asker.objectId);
  const outcome = way && way !== "notSaid" ? await ports.messenger.send(way.address, offer) : undefined;
  if (outcome?.kind === "sent") return { text: escapeMarkdown(`${asker.name}, I have offered it to you one to one.`), alert: offer.alert };
  throw new UserError(`I could not write to you one to one. Open a chat with me there and type “report ${report}”.`);
}

/** @throws UserError where nothing is confidential, or not all of it is theirs to see */
export function requireConfidential(plan: Plan, person: Standpoint): void {
  if (!plan.measures.some((measure) => isConfidential(plan, measure) || measure.hidden))
    throw new UserError("Nothing of the plan is confidential: the report without that word holds everything.");
  if (!maySeeAllConfidential(person, plan))
    throw new UserError("A report with confidential items goes to those entitled to all of them: the programme manager and the board. Leave the word out.");
}

/** Makes it when the person says yes. @throws UserError when it is not theirs (any more) */
export async function makeReport(ports: Ports, asker: Asker, wanted: WantedReport, admins: readonly ObjectId[]): Promise<MadeFile> {
  const { plan: id, report, format, asOf, confidential = false } = wanted;
  const plan = await ports.plans.read(id);
  const person = plan && standpointNow(ports, plan, asker.objectId, admins);
  if (!plan || !person || !may(person, "read")) throw new RefusedError(notTheirs);
  if (confidential) requireConfidential(plan, person);
  if (!reportFormats(report).includes(format)) throw new UserError("I can't tell which file this was. Ask me for it again.");
  const today = ports.calendar.localTime(ports.clock.now(), plan.settings.timeZone).day;
  const { writeReport } = await import("./writeReport.ts");
  return writeReport(ports, plan, { kind: report, format, asOf: parseLocalDate(asOf ?? "") ?? today, confidential });
}

const notTheirs = "Reports go to people who have a part in the plan. Ask its programme manager to give you one, such as reader.";
