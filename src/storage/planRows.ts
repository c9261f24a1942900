import { withDates } from "../domain/dateChange.ts";
import type { Delivery, DigestRecord, Mark, NoticedSoFar } from "../domain/delivery.ts";
import { withFigures } from "../domain/figureChange.ts";
import type { LastAsked } from "../domain/lastAsked.ts";
import { allMatters, type EntryOf, type Matter, type MattersHistory, type MattersStanding, matters, type StandingOf } from "../domain/matters.ts";
import type { MeasureAsImported, Standing } from "../domain/measure.ts";
import { withRelease } from "../domain/monitoring.ts";
import type { Action, Area, Link, Plan, PlanContent, PlanId, RoleHeld, Section } from "../domain/plan.ts";
import { inRefOrder } from "../domain/ref.ts";
import { standingInForce } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { withoutWithdrawn } from "../domain/withdrawn.ts";
import { cutKeyOf, type KeyRange, keyOf, partsOf, type Row, rangeUnder } from "./rows.ts";
import type { RowType } from "./rowTypes.ts";

/*
 * The rows of one plan, in one partition. What is read together stands together, so the digit comes first:
 *
 *   0plan  1link  1role  2<generation>  3matter  3standing   the plan without its history
 *   4digest  5mark  6open                                    what has been noticed of it
 *   7done  8asked  8matter  8update  8nonce  9file  9journal           read one by one
 */
export const readRange: KeyRange = { from: "0", to: "4" };
export const readWithNoticedRange: KeyRange = { from: "0", to: "7" };
/** What imports brought, of every generation. */
export const contentRange: KeyRange = { from: "2", to: "3" };

/** The plan's own row. It names the one generation of content that readers see. */
export interface PlanHead extends Pick<Plan, "title" | "settings" | "scheme" | "importedAsOf" | "importedAt" | "channel" | "columnMap" | "meetings"> {
  readonly generation: number;
  /** How many rows that generation has, so that a reader knows when it has seen them all. */
  readonly contentRows: number;
}

/** Says which import is, or last was, being written. */
export interface Journal {
  readonly generation: number;
  /** Real time. */
  readonly startedAt: string;
  /** Made up for one run of one import. Absent in journals of older releases. */
  readonly run?: string;
  /** How many transactions it has written: while it lives, this goes up. */
  readonly beat?: number;
  readonly done: boolean;
}

export const planPartition = (plan: PlanId): string => keyOf("plan", plan);

export const headKey = keyOf("0plan");
export const markKey = (mark: string): string => cutKeyOf("5mark", mark);
export const openKey = (delivery: string): string => cutKeyOf("6open", delivery);
export const doneKey = (delivery: string): string => cutKeyOf("7done", delivery);
export const updateKey = (ref: string, id: string): string => keyOf("8update", ref, id);
export const nonceKey = (nonce: string): string => keyOf("8nonce", nonce);
export const journalKey = keyOf("9journal");

const rowOf =
  <T>(type: RowType, key: (value: T) => string) =>
  (plan: PlanId, value: T): Row<T> => ({ partition: planPartition(plan), key: key(value), type, value });

export const headRow = rowOf<PlanHead>("plan", () => headKey);
export const linkRow = rowOf<Link>("link", ({ lead, objectId }) => keyOf("1link", lead, objectId));
export const roleRow = rowOf<RoleHeld>("role", ({ objectId, role, area, standsFor }) => keyOf("1role", objectId, role, area ?? standsFor ?? ""));
export const standingRow = rowOf<StoredStanding>("standing", ({ ref }) => keyOf("3standing", ref));
export const matterRow = rowOf<StoredMatter>("matter", ({ matter, subject }) => keyOf("3matter", matter, subject));
export const digestRow = rowOf<DigestRecord>("digest", ({ digest, on }) => keyOf("4digest", digest, on));
export const markRow = rowOf<Mark>("mark", ({ key }) => markKey(key));
export const openRow = rowOf<Delivery>("delivery", ({ key }) => openKey(key));
export const doneRow = rowOf<Delivery>("delivery", ({ key }) => doneKey(key));
export const updateRow = rowOf<Update>("update", ({ ref, id }) => updateKey(ref, id));
export const entryRow = rowOf<StoredEntry>("matterEntry", ({ matter, entry }) => keyOf("8matter", matter, subjectOf(matter, entry), entry.id));
export const nonceRow = rowOf<UsedNonce>("nonce", ({ nonce }) => nonceKey(nonce));
export const askedRow = rowOf<LastAsked>("asked", ({ to, by }) => keyOf("8asked", to, by));
export const journalRow = rowOf<Journal>("journal", () => journalKey);

/** Where a measure stands, with the ref it belongs to. */
export interface StoredStanding {
  readonly ref: string;
  readonly standing: Standing;
}

/** What stands of one subject of a matter. */
export interface StoredMatter<M extends Matter = Matter> {
  readonly matter: M;
  readonly subject: string;
  readonly standing: StandingOf<M>;
}

/** One row of a matter's history. */
export interface StoredEntry<M extends Matter = Matter> {
  readonly matter: M;
  readonly entry: EntryOf<M>;
}

export function subjectOf<M extends Matter>(matter: M, entry: EntryOf<M>): string {
  return matters[matter].subjectOf(entry);
}

/** The update a nonce was used for. */
export interface UsedNonce extends Pick<Update, "nonce" | "ref" | "id"> {}

export const linkKeys: KeyRange = rangeUnder("1link");
export const roleKeys: KeyRange = rangeUnder("1role");
export const mattersRange: KeyRange = rangeUnder("3matter");
export const standingsRange: KeyRange = rangeUnder("3standing");
export const askedKeysOf = (objectId: string): KeyRange => rangeUnder("8asked", objectId);
export const noncesRange: KeyRange = rangeUnder("8nonce");
export const roleKeysOf = (objectId: string): KeyRange => rangeUnder("1role", objectId);
export const openRange: KeyRange = rangeUnder("6open");
export const historyKeysOf = (ref: string): KeyRange => rangeUnder("8update", ref);
export const wholeHistoryRange: KeyRange = rangeUnder("8update");
export const entriesOf = (matter: Matter, subject: string): KeyRange => rangeUnder("8matter", matter, subject);
export const allEntriesRange: KeyRange = rangeUnder("8matter");

/** The rows an import brings, under a generation that no reader sees until the plan's row names it. */
export function contentRows(content: PlanContent, generation: number): Row[] {
  const of = (type: RowType, parts: readonly { readonly ref: string }[]) =>
    parts.map((value) => ({ partition: planPartition(content.id), key: keyOf(generationKey(generation), type, value.ref), type, value }));
  return [...of("area", content.areas), ...of("section", content.sections), ...of("action", content.actions), ...of("measure", content.measures)];
}

/** What imports of these generations brought; the last is not among them. */
export function contentOfGenerations(from: number, to: number): KeyRange {
  return { from: generationKey(from), to: generationKey(to) };
}

/** The import that wrote a row of `contentRange`. */
export function generationOf(row: Pick<Row, "key">): number {
  return Number(partsOf(row.key)[0]?.slice(1));
}

/**
 * Puts a plan together from the rows of `readRange`, whatever else is among them.
 *
 * @returns undefined when there is no plan; `torn` when an import took rows away while the pages were read
 */
export function planFrom(id: PlanId, rows: readonly Row[]): Plan | "torn" | undefined {
  const head = valuesOf<PlanHead>(rows, "plan")[0];
  if (!head) return undefined;

  const content = rows.filter((row) => row.key >= contentRange.from && row.key < contentRange.to && generationOf(row) === head.generation);
  if (content.length !== head.contentRows) return "torn";

  const { generation, contentRows: _, ...own } = head;
  const standings = new Map(valuesOf<StoredStanding>(rows, "standing").map(({ ref, standing }) => [ref, standing]));
  const standing = mattersFrom(rows);
  return {
    id,
    ...own,
    ...withoutWithdrawn({
      areas: inRefOrder(valuesOf<Area>(content, "area")),
      sections: inRefOrder(valuesOf<Section>(content, "section")),
      actions: inRefOrder(valuesOf<Action>(content, "action")),
      measures: inRefOrder(valuesOf<MeasureAsImported>(content, "measure")).map((measure) => ({
        ...withRelease(withFigures(withDates(measure, standing.dates[measure.ref]), standing.figures[measure.ref]), standing.monitoring),
        standing: standingInForce(measure, standings.get(measure.ref)),
      })),
    }),
    links: valuesOf<Link>(rows, "link"),
    roles: valuesOf<RoleHeld>(rows, "role"),
    matters: standing,
  };
}

function mattersFrom(rows: readonly Row[]): MattersStanding {
  const found = Map.groupBy(valuesOf<StoredMatter>(rows, "matter"), ({ matter }) => matter);
  const bySubject = allMatters.map((matter) => [matter, Object.fromEntries((found.get(matter) ?? []).map(({ subject, standing }) => [subject, standing]))]);
  return Object.fromEntries(bySubject) as MattersStanding;
}

/** Every row of every matter. */
export function historyFrom(rows: readonly Row[]): MattersHistory {
  const found = Map.groupBy(valuesOf<StoredEntry>(rows, "matterEntry"), ({ matter }) => matter);
  return Object.fromEntries([...found].map(([matter, ones]) => [matter, ones.map(({ entry }) => entry)])) as MattersHistory;
}

export function noticedFrom(rows: readonly Row[]): NoticedSoFar {
  const deliveries = valuesOf<Delivery>(rows, "delivery");
  const marks = valuesOf<Mark>(rows, "mark");
  return {
    marks: new Set(marks.map(({ key }) => key)),
    markedOn: new Map(marks.flatMap(({ key, on }) => (on ? [[key, on] as const] : []))),
    open: deliveries.filter(isOpen),
    finished: deliveries.filter((delivery) => !isOpen(delivery)),
    digests: valuesOf<DigestRecord>(rows, "digest"),
  };
}

/** Neither sent nor overtaken: something is still to be done or decided about it. */
export function isOpen({ state }: Delivery): boolean {
  return state.kind !== "sent" && state.kind !== "overtaken";
}

export function valuesOf<T>(rows: readonly Row[], type: RowType): T[] {
  return rows.filter((row) => row.type === type).map((row) => row.value as T);
}

function generationKey(generation: number): string {
  return `2${String(generation).padStart(8, "0")}`;
}
