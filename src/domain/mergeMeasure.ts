import { withoutFigures } from "./figureChange.ts";
import { impactOf } from "./impact.ts";
import type { Instant, LocalDate } from "./localDate.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import { mergeFigures } from "./mergeFigures.ts";
import { findRating, type RatingScheme } from "./ratingScheme.ts";
import { sameWords } from "./sameWords.ts";
import { decidedLast, fileSpeaksOf, isComplete, narrativeOf, ratingOf } from "./standing.ts";
import type { Update } from "./update.ts";

/** What decides between a file and what was said since. */
export interface MergeRules {
  /** The plan's local day of the import. */
  readonly on: LocalDate;
  /** The day the file speaks of, where somebody said so. */
  readonly asOf?: LocalDate;
  /** The import before this one, and the day its ratings spoke of. */
  readonly lastImport: Instant;
  readonly lastAsOf: LocalDate;
  /** Somebody said that the file is right wherever it differs from chat. */
  readonly takeFile?: boolean;
  readonly scheme: RatingScheme;
}

/** Where the file says one thing and chat said another later. */
export interface KeptFromChat {
  readonly ref: string;
  readonly field: "rating" | "impact" | "narrative" | "due" | "figures";
  readonly chat: string;
  readonly file: string;
}

/** The reason of a date move that a file brought. */
export const importReason = "import";

/**
 * What to store of a measure that was there before.
 *
 * Rating and narrative are one report, and so is impact where chat rated it: what the file newly says takes the place of what
 * stands, unless chat is newer or the board is asked or has decided there. An impact left blank takes nothing away. A changed due phrase is a date move; one decided in chat outranks the file,
 * and so do figures agreed there.
 */
export function mergeMeasure(
  before: Measure,
  incoming: MeasureAsImported,
  rules: MergeRules,
): { measure: MeasureAsImported; keptFromChat: readonly KeptFromChat[] } {
  const due = mergeDue(withoutFigures(before), incoming, rules);
  const figures = mergeFigures(before, incoming, rules);
  const report = mergeReport(before, incoming, rules);
  const { datesTaken } = before;
  const reportedAsOf = isReportOfBefore(before, report.stored, rules) ? fileSpeaksOf(before, { importedAsOf: rules.lastAsOf }) : undefined;
  const kept = { ...(datesTaken !== undefined && { datesTaken }), ...(reportedAsOf && { reportedAsOf }) };
  const measure = { ...incoming, ...due.stored, ...figures.stored, ...report.stored, ...kept };
  return { measure, keptFromChat: [...report.keptFromChat, ...due.keptFromChat, ...figures.keptFromChat] };
}

/** Where nobody said of which day the file speaks, what it repeats is no newer for that: a date that went by since is still asked about. */
function isReportOfBefore(before: Measure, after: Pick<MeasureAsImported, ReportKeys>, { asOf }: MergeRules): boolean {
  return asOf === undefined && after.ratingAsImported === before.ratingAsImported && after.narrativeAsImported === before.narrativeAsImported;
}

export type Merged<K extends keyof MeasureAsImported> = { readonly stored: Pick<MeasureAsImported, K>; readonly keptFromChat: readonly KeptFromChat[] };

function mergeDue(before: Measure, incoming: MeasureAsImported, { on, takeFile }: MergeRules): Merged<"due" | "dateMoves"> {
  // A file may tell of earlier dates itself; those we know came first.
  const moves = before.dateMoves ?? (sameWords(before.due.asWritten, incoming.due.asWritten) ? (incoming.dateMoves ?? []) : []);
  // The same words may be read better than they were; that is no move.
  if (sameWords(before.due.asWritten, incoming.due.asWritten)) return { stored: withMoves(incoming.due, moves), keptFromChat: [] };
  if (decidedInChat(before) && !takeFile) {
    const kept = { ref: before.ref, field: "due", chat: before.due.asWritten, file: incoming.due.asWritten } as const;
    return { stored: withMoves(before.due, moves), keptFromChat: [kept] };
  }
  return { stored: withMoves(incoming.due, [...moves, { from: before.due, on, reason: importReason }]), keptFromChat: [] };
}

function withMoves(due: MeasureAsImported["due"], moves: NonNullable<MeasureAsImported["dateMoves"]>) {
  return { due, ...(moves.length > 0 && { dateMoves: moves }) };
}

/** The date in force is not a file's, or is one that chat has decided as well. */
export function decidedInChat({ due, dateMoves, dates }: Measure): boolean {
  const last = dateMoves?.at(-1);
  const accepted = dates?.decided.findLast(({ decision }) => decision.kind === "acceptance")?.decision.due;
  return (last !== undefined && last.reason !== importReason) || (accepted !== undefined && sameWords(accepted.asWritten, due.asWritten));
}

type Report = { readonly rating?: string; readonly impact?: string; readonly narrative: string };
type ReportField = keyof Report;
type ReportKeys = "ratingAsImported" | "impactAsImported" | "narrativeAsImported" | "overrules" | "setAside";

function mergeReport(before: Measure, incoming: MeasureAsImported, rules: MergeRules): Merged<ReportKeys> {
  const file: Report = { rating: incoming.ratingAsImported, impact: incoming.impactAsImported, narrative: incoming.narrativeAsImported };
  const inChat = before.standing?.impact !== undefined;
  const impactBefore = inChat ? before.impactAsImported : (file.impact ?? before.impactAsImported);
  const saidBefore: Report = { rating: before.ratingAsImported, impact: impactBefore, narrative: before.narrativeAsImported };
  const inForce: Report = { rating: ratingOf(before, rules.scheme)?.label, impact: impactOf(before, rules.scheme)?.label, narrative: narrativeOf(before) };
  const asBefore = stored(saidBefore, before.overrules, before.setAside);
  const fields: readonly ReportField[] = inChat && file.impact !== undefined ? ["rating", "impact", "narrative"] : ["rating", "narrative"];

  const differs = differing(file, inForce, fields);
  if (differs.length === 0) return { stored: asBefore, keptFromChat: [] };
  const taken = { stored: stored({ ...file, impact: file.impact ?? inForce.impact }, before.standing?.lastUpdate ?? before.overrules), keptFromChat: [] };
  if (!lastWord(before) || rules.takeFile) return taken;

  const known = [saidBefore, ...(before.setAside ? [before.setAside] : [])];
  const hasNews = differs.some((field) => known.every((one) => differing(one, file, fields).includes(field)));
  if (hasNews && !chatStays(before, file, rules, knowsChat(file, before.standing?.latest?.narrative ?? "", known))) return taken;
  const keptFromChat = differs.map((field) => ({ ref: before.ref, field, chat: inForce[field] ?? "", file: file[field] ?? "" }));
  return { stored: hasNews ? stored(saidBefore, before.overrules, file) : asBefore, keptFromChat };
}

/**
 * Completion is proposed or signed off, or was sent back or reopened last and the file says complete again; or chat spoke on or
 * after the file's day, or since the last import where no day was given. A file that repeats what chat said was written after it.
 */
function chatStays(measure: Measure, file: Report, { asOf, lastImport, scheme }: MergeRules, fileKnows: boolean): boolean {
  const said = lastWord(measure);
  if (!said) return false;
  if (measure.standing?.proposedComplete === true || isComplete(measure, scheme)) return true;
  if (decidedLast(measure) && findRating(scheme, file.rating)?.kind === "complete") return true;
  return asOf === undefined ? said.at > lastImport && !fileKnows : said.on >= asOf;
}

/** A report, or what was decided on completion since. */
function lastWord(measure: Measure): Update | undefined {
  return decidedLast(measure) ?? measure.standing?.latest;
}

function knowsChat(file: Report, saidInChat: string, known: readonly Report[]): boolean {
  return saidInChat !== "" && sameWords(file.narrative, saidInChat) && known.every(({ narrative }) => !sameWords(narrative, saidInChat));
}

function differing(a: Report, b: Report, fields: readonly ReportField[]): ReportField[] {
  return fields.filter((field) => !sameWords(a[field] ?? "", b[field] ?? ""));
}

function stored({ rating, impact, narrative }: Report, overrules?: string, setAside?: Report): Pick<MeasureAsImported, ReportKeys> {
  return {
    ratingAsImported: rating,
    impactAsImported: impact,
    narrativeAsImported: narrative,
    ...(overrules !== undefined && { overrules }),
    ...(setAside && { setAside }),
  };
}
