import { z } from "zod";
import { mostEvidence, readLink } from "../domain/evidence.ts";
import { reportKinds } from "../domain/report/report.ts";

/** So many refs travel with each of a list's actions without the card growing too large. */
export const askedAtOnce = 60;

const plan = z.string().min(1).max(60);
const ref = z.string().min(1).max(40);
const label = z.string().max(100).optional();
const words = z.string().max(20_000).optional();
const address = z.string().refine((sent) => readLink(sent) !== undefined);
/** What was sent beside an answer, on its way to be stored with it. */
const files = z
  .array(z.strictObject({ kind: z.enum(["link", "file"]), name: z.string().max(100), address }))
  .max(mostEvidence)
  .readonly();
/** One of the plan's people, or somebody else as typed. */
const person = { who: z.string().max(200).optional(), whoElse: z.string().max(2_000).optional() };
const objectId = z.string().min(1).max(100);
const day = z.string().max(40).optional();
const typed = {
  rating: label,
  impact: label,
  figure: z.string().max(2_000).optional(),
  help: words,
  risk: words,
  mitigation: words,
  why: words,
  link: words,
  files: files.optional(),
};

/** What somebody said in a message of measures that still have a question, for the forms of those. */
const saidOf = z.strictObject({
  ref,
  rating: label,
  narrative: z.string().max(2_000),
  figure: z.string().max(200).optional(),
  help: z.string().max(300).optional(),
  impact: label,
  risk: z.string().max(300).optional(),
  mitigation: z.string().max(300).optional(),
});

/** Which list a card shows, carried by its actions so that the list can be shown again after an answer. */
export const ListToken = z.strictObject({
  kind: z.enum(["reminder", "mine"]),
  /** Absent of a list too long for that: then it is worked out anew, of what its reader leads. */
  refs: z.array(z.string().max(40)).max(askedAtOnce).optional(),
  /** Of a long list: measures due after it are left out unless a date of theirs has gone by. */
  until: z.iso.date().optional(),
  /** The instant the list was first shown; lines updated since are ticked. */
  since: z.iso.datetime(),
  page: z.number().int().min(1).max(1_000),
  said: z.array(saidOf).max(10).optional(),
});
export type ListToken = z.infer<typeof ListToken>;

const nonce = z.string().min(8).max(64);
const updateId = z.string().regex(/^\d{6}$/);
const riskNumber = z.string().regex(/^R\d{1,5}$/);
const list = ListToken.optional();
/** A file that waits for its sender's yes; being unguessable it is the press's nonce too. */
const pending = z.uuid();
const asked = z.string().max(200).optional();
const page = z.number().int().min(1).max(10_000);
const reason = z.string().max(20_000).optional();
const part = z.enum(["area", "section", "action", "measure"]);
/** Areas are named by their titles where a plan gives them no numbers. */
const partRef = z.string().min(1).max(300);
const monitoring = z.enum(["release", "takeBack"]);
/** No page of what is proposed complete has more. */
const completionsAtOnce = 20;
/** A longer one is no heading, and is not offered for correction. */
export const longestHeading = 300;
const heading = z.string().max(longestHeading);

/** So many columns can be corrected on one card. */
export const columnsAtOnce = 8;
/** What stands for a column that is to keep its own heading and mean nothing to Drumbeat. */
export const keptAsItIs = "keep";

/**
 * Everything a card of ours can say back, declared once: cards pack it as an action's data (inputs join it under the
 * ids the verbs name, such as `narrative`), `commands/pressCard` unpacks it. Card data never says who presses (law 5).
 */
export const CardAction = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("showList"), plan, list: ListToken }),
  z.object({ verb: z.literal("openForm"), plan, ref, list, amends: updateId.optional() }),
  z.object({
    verb: z.literal("saveUpdate"),
    plan,
    ref,
    nonce,
    /** The measure's last update when the form was shown; absent when it had none. */
    basis: updateId.optional(),
    amends: updateId.optional(),
    list,
    ...typed,
    narrative: words,
  }),
  /** Files that came without words: asks whose evidence they are. */
  z.object({ verb: z.literal("addEvidence"), plan, nonce, among: z.array(ref).max(askedAtOnce), ref: z.string().max(40).optional(), files }),
  /** What was said in a message and could be taken for several measures: asks which. */
  z.object({ verb: z.literal("openDraft"), plan, among: z.array(ref).max(askedAtOnce), ...typed, narrative: z.string().max(20_000) }),
  z.object({
    verb: z.literal("saveDraft"),
    plan,
    nonce,
    among: z.array(ref).max(askedAtOnce),
    /** Of each that has one, the last update when the card was shown. */
    bases: z.record(ref, updateId),
    /** Chosen; several with commas between. */
    ref: z.string().max(4_000).optional(),
    ...typed,
    narrative: words,
  }),
  /** As `askForDate`, where the measure is chosen first. */
  z.object({
    verb: z.literal("chooseForDate"),
    plan,
    among: z.array(ref).max(askedAtOnce),
    ref: z.string().max(40).optional(),
    date: z.string().max(2_000).optional(),
    reason: z.string().max(20_000).optional(),
  }),
  z.object({ verb: z.literal("undoUpdate"), plan, ref, nonce, update: updateId, list }),
  z.object({ verb: z.literal("showHistory"), plan, ref, list, page: z.number().int().min(1).max(10_000).optional() }),
  /** What was said and decided of several measures: `words` as after `history`. */
  z.object({ verb: z.literal("findHistory"), plan, words: z.string().min(1).max(200), page: z.number().int().min(1).max(10_000) }),
  /** A new date for a measure: `which` of its dates, `date` and `reason` are typed. */
  z.object({ verb: z.literal("openDate"), plan, ref, list }),
  z.object({
    verb: z.literal("askForDate"),
    plan,
    ref,
    nonce,
    /** The last row of the measure's date changes when the form was shown; absent when it had none. */
    basis: updateId.optional(),
    list,
    which: z.string().max(20).optional(),
    date: z.string().max(2_000).optional(),
    reason: z.string().max(20_000).optional(),
  }),
  /** Somebody who cannot answer now: about what a list shows, or one measure. */
  z.object({ verb: z.literal("openLater"), plan, list, ref: ref.optional() }),
  /** `date` is typed. */
  z.object({
    verb: z.literal("askLater"),
    plan,
    nonce,
    how: z.enum(["tomorrow", "monday", "day", "seen"]),
    list,
    ref: ref.optional(),
    date: z.string().max(2_000).optional(),
  }),
  /** Asks everybody with open measures (of an area) who has not answered for so many days. */
  z.object({ verb: z.literal("startRound"), plan, nonce, area: ref.optional(), days: z.number().int().min(0).max(366) }),
  /** Words to copy into a message to somebody who could not be reached: of a person, or of a lead nobody is linked to. */
  z.object({ verb: z.literal("showForward"), plan, to: z.string().max(60).optional(), lead: z.string().max(2_000).optional() }),
  z.object({ verb: z.literal("withdrawDate"), plan, ref, nonce, request: updateId }),
  z.object({ verb: z.literal("openDateDecision"), plan, ref, request: updateId }),
  /** `otherDate` and `comment` are typed. */
  z.object({
    verb: z.literal("decideDate"),
    plan,
    ref,
    nonce,
    request: updateId,
    how: z.enum(["accept", "acceptOther", "refuse"]),
    otherDate: z.string().max(2_000).optional(),
    comment: z.string().max(20_000).optional(),
  }),
  /** Somebody says that measures are not theirs: whose, and why, is typed. */
  z.object({ verb: z.literal("openNotMine"), plan, among: z.array(ref).max(askedAtOnce), ...person, words: words }),
  z.object({
    verb: z.literal("sayNotMine"),
    plan,
    nonce,
    among: z.array(ref).max(askedAtOnce),
    /** Chosen among several, with commas between. */
    refs: words,
    ...person,
    words: words,
  }),
  z.object({ verb: z.literal("takeBackNotMine"), plan, ref, nonce, claim: updateId }),
  z.object({ verb: z.literal("openClaim"), plan, ref, claim: updateId }),
  /** `moves`: the measure alone, or everything its lead leads. */
  z.object({
    verb: z.literal("decideClaim"),
    plan,
    ref,
    nonce,
    claim: updateId,
    how: z.enum(["suggested", "other", "stays"]),
    moves: z.enum(["measure", "lead"]).optional(),
    ...person,
    words: words,
  }),
  /** Leave of somebody, their own where no person is named; days as `2022-12-01`. */
  z.object({ verb: z.literal("openLeave"), plan, person: objectId.optional() }),
  z.object({ verb: z.literal("saveLeave"), plan, nonce, person: objectId.optional(), from: day, to: day, ...person }),
  z.object({ verb: z.literal("undoArrangement"), plan, nonce, person: objectId, row: updateId }),
  /** The leave of theirs that begins on that day. */
  z.object({ verb: z.literal("cancelLeave"), plan, nonce, person: objectId, from: z.string().max(10) }),
  /** What is proposed complete. What is ticked of `lines[n]` comes as `tick<n>`; `reason` is typed. */
  z.object({ verb: z.literal("showSignOff"), plan, page }),
  z.looseObject({ verb: z.literal("signOffTicked"), plan, nonce, page, lines: z.array(z.strictObject({ ref, basis: updateId })).max(completionsAtOnce) }),
  z.object({ verb: z.literal("undoSignOff"), plan, ref, nonce, update: updateId }),
  z.object({ verb: z.literal("openSendBack"), plan, ref, basis: updateId, page }),
  z.object({ verb: z.literal("sendBack"), plan, ref, nonce, basis: updateId, page, reason }),
  /** `rating` is the one to count from then on. */
  z.object({ verb: z.literal("openReopening"), plan, ref }),
  z.object({ verb: z.literal("reopen"), plan, ref, nonce, basis: updateId.optional(), rating: label, reason }),
  /** Asks for a decision one to one: on the new date `request` asks for, else on what is proposed complete. */
  z.object({ verb: z.literal("decideAlone"), plan, ref, request: updateId.optional() }),
  /** A part of the plan that the board monitors no longer, or again; `reason` is typed. */
  z.object({ verb: z.literal("openMonitoring"), plan, part, ref: partRef, how: monitoring }),
  z.object({ verb: z.literal("setMonitoring"), plan, part, ref: partRef, how: monitoring, nonce, basis: updateId.optional(), reason }),
  /** `words` are run again once the plan is chosen. */
  z.object({ verb: z.literal("choosePlan"), plan, words: z.string().max(2_000) }),
  /** What a programme manager says of a delivery that may not have arrived. */
  z.object({ verb: z.literal("settleDelivery"), plan, key: z.string().min(1).max(400), how: z.enum(["sendAgain", "arrived", "leave"]) }),
  /** What a file that was sent would do to a plan; `planId` and `planTitle` are typed where there is none yet. */
  z.object({ verb: z.literal("showImport"), pending, plan: plan.optional(), planId: asked, planTitle: asked }),
  /** Of whom all plans are, where the only one there is was taken to be meant. */
  z.object({ verb: z.literal("choosePlanToImport"), pending }),
  z.object({ verb: z.literal("showImportProblems"), pending, plan, page: z.number().int().min(1).max(10_000) }),
  z.object({ verb: z.literal("showImportChanges"), pending, plan, page: z.number().int().min(1).max(10_000) }),
  z.object({ verb: z.literal("offerImportProblems"), pending, plan }),
  z.object({ verb: z.literal("showImportColumns"), pending, plan, page: z.number().int().min(1).max(100) }),
  /** What is chosen for `headings[n]` comes as `column<n>`. */
  z.looseObject({ verb: z.literal("mapImportColumns"), pending, plan, headings: z.array(heading).max(columnsAtOnce) }),
  z.object({ verb: z.literal("acceptImport"), pending, plan, takeFile: asked }),
  z.object({ verb: z.literal("cancelImport"), pending }),
  /** A measure's baseline and targets: the boxes come as `baseline`, `target` and, for `days[n]`, `step<n>`; `more` and `reason` are typed too. */
  z.object({ verb: z.literal("openFigures"), plan, ref }),
  z.looseObject({ verb: z.literal("saveFigures"), plan, ref, nonce, basis: updateId.optional(), days: z.array(z.iso.date()).max(20) }),
  z.object({ verb: z.literal("decideFigures"), plan, ref, nonce, request: updateId, how: z.enum(["agree", "refuse"]), comment: words }),
  /** A risk of the log by its number, or a new one of a measure, filled with what its file says. */
  z.object({ verb: z.literal("openRisk"), plan, ref, risk: riskNumber.optional() }),
  /** What an update named goes into the log as it stands there. */
  z.object({ verb: z.literal("logRisk"), plan, ref, nonce, update: updateId, list }),
  /** `words`, `owner`, `mitigation` and, to close it or open it again, `reason` are typed. */
  z.object({
    verb: z.literal("saveRisk"),
    plan,
    ref,
    nonce,
    risk: riskNumber.optional(),
    /** The risk's last row when the form was shown. */
    basis: updateId.optional(),
    how: z.enum(["save", "close", "reopen"]),
    words,
    owner: words,
    mitigation: words,
    reason: words,
  }),
  /** Marks a measure confidential, or opens it again; `reason` is typed. */
  z.object({ verb: z.literal("setConfidential"), plan, ref, nonce, basis: updateId.optional(), open: z.boolean(), reason: z.string().max(20_000).optional() }),
  /** Narratives before the public reads them. `seen` tells the words that were shown; `instead` is typed. */
  z.object({ verb: z.literal("showLookOver"), plan, ref }),
  z.object({
    verb: z.literal("lookOver"),
    plan,
    ref,
    nonce,
    basis: updateId.optional(),
    seen: z.string().length(16),
    /** Not all of them were shown. */
    cut: z.boolean().optional(),
    how: z.enum(["mayGoOut", "leaveOut"]),
    instead: words,
  }),
  /** What was typed after `cadence`, once its days were seen. */
  z.object({ verb: z.literal("saveCadence"), plan, words: z.string().max(500), people: z.array(z.string().max(64)).max(20).optional() }),
  /** A report, offered one to one to whoever presses. */
  z.object({ verb: z.literal("sendReport"), plan, report: z.enum(reportKinds), format: z.enum(["docx", "xlsx", "zip"]), asOf: z.iso.date().optional() }),
  /** A button that stands for typed words. */
  z.object({ verb: z.literal("say"), words: z.string().max(500) }),
]);
export type CardAction = z.infer<typeof CardAction>;
