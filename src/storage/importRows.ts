import { randomUUID } from "node:crypto";
import { type Instant, instantOf } from "../domain/localDate.ts";
import type { Plan, PlanContent, PlanId } from "../domain/plan.ts";
import type { PlanSettings } from "../domain/planSettings.ts";
import { ConflictError } from "../ports.ts";
import { fileRows, filesOfGenerations } from "./fileRows.ts";
import { contentOfGenerations, contentRows, headKey, headRow, type Journal, journalKey, journalRow, type PlanHead, planPartition } from "./planRows.ts";
import { removeRows } from "./removeRows.ts";
import { encodeRow, type KeyRange, type Row, type StoredRow } from "./rows.ts";
import { type Change, rowsPerTransaction, type Table, writeOver } from "./table.ts";

/*
 * An import is larger than a transaction. So its rows are written under a new generation, which no reader looks at;
 * one transaction on the plan's own row then turns every reader to them, and the old generation is removed.
 * A journal row keeps imports apart. Every transaction of an import writes it too, by its ETag: so one that lost it
 * writes nothing more, and others see by it that the import lives.
 */

const crashedAfterMs = 10 * 60_000;
/** Three tries of a transaction take 14 s, and the SDK makes no more: nobody alive is silent for so long. */
const silentAfterMs = 60_000;
/** One is the journal's. */
const contentPerTransaction = rowsPerTransaction - 1;
/** Azure takes 4 MiB; the wrapping of each row in the request is not counted here. */
const bytesPerTransaction = 3 * 1024 * 1024;

/** @throws ConflictError when another import landed since `before` was read, or is under way */
export async function writeImport(table: Table, content: PlanContent, settings: PlanSettings, before: Plan | undefined, now: Instant): Promise<void> {
  refuseUnlessBasedOn(before, await findHead(table, content.id));
  let journal = await openJournal(table, content.id, now);
  try {
    const rows = contentRows(content, journal.value.generation);
    const file = fileRows(content.id, content.file, journal.value.generation);
    for (const batch of batches([...file, ...rows])) journal = await stage(table, content.id, journal, batch);
    await turnReaders(table, journal, content, settings, before, rows.length);
  } catch (error) {
    await tidyAfter(table, content.id, journal.value.generation).catch((later: unknown) => {
      throw new AggregateError([error, later], "The import failed and could not tidy up; that is done within minutes, or at the next start.");
    });
    throw error;
  }
  await tidyAfter(table, content.id, journal.value.generation);
}

/** Finishes imports whose process died. */
export interface ImportRecovery {
  /**
   * Tidies up after an import that wrote nothing for a minute by this process's own clock: rows no reader sees are
   * removed and the journal is closed. One that may still run is watched: look again later.
   */
  lookAt(plan: PlanId): Promise<void>;
  /** To be looked at, whatever was seen of it: an import begins here that may fail and leave something behind. */
  watch(plan: PlanId): void;
  watched(): readonly PlanId[];
}

/**
 * The instant in a journal is of another machine's clock and says little, so its age is never judged by it: whether the
 * journal changes while it is watched tells the living from the dead.
 *
 * @param realNow - this machine's real time
 */
export function openRecovery(table: Table, realNow: () => Instant): ImportRecovery {
  const seen = new Map<PlanId, { etag: string; sinceMs: number }>();
  return {
    watched: () => [...seen.keys()],
    watch: (plan) => void seen.set(plan, { etag: "", sinceMs: 0 }),
    async lookAt(plan) {
      const journal = await findJournal(table, plan);
      if (!journal || journal.value.done) return void seen.delete(plan);

      const nowMs = Date.parse(realNow());
      const last = seen.get(plan);
      if (last?.etag !== journal.etag) return void seen.set(plan, { etag: journal.etag, sinceMs: nowMs });
      if (nowMs - last.sinceMs < silentAfterMs) return;
      // Taken first: an import that is running after all writes nothing more, above all no reader is turned to rows removed here.
      const taken = await writeJournal(table, plan, journal, journal.value);
      if (taken) await tidyAfter(table, plan, journal.value.generation);
      seen.delete(plan);
    },
  };
}

/** @returns real time at which the import began that has not ended, under way or crashed; undefined when there is none */
export async function unfinishedImport(table: Table, plan: PlanId): Promise<Instant | undefined> {
  const journal = await findJournal(table, plan);
  return journal && !journal.value.done ? instantOf(journal.value.startedAt) : undefined;
}

async function openJournal(table: Table, plan: PlanId, now: Instant): Promise<StoredRow<Journal>> {
  const last = await findJournal(table, plan);
  const running = last && !last.value.done && Date.parse(now) - Date.parse(last.value.startedAt) < crashedAfterMs;
  const generation = (last?.value.generation ?? 0) + 1;
  if (running) throw underWay(plan);
  const journal: Journal = { generation, startedAt: now, run: randomUUID(), beat: 0, done: false };
  return (await writeJournal(table, plan, last, journal)) ?? (await writtenUnheard(table, plan, journal));
}

/** Writes rows that no reader sees yet. @throws ConflictError when another process took this import for crashed */
async function stage(table: Table, plan: PlanId, journal: StoredRow<Journal>, rows: readonly Row[]): Promise<StoredRow<Journal>> {
  const row = journalRow(plan, { ...journal.value, beat: (journal.value.beat ?? 0) + 1 });
  const etags = await table.write([writeOver(journal, row), ...rows.map((one): Change => ({ kind: "put", row: one }))]);
  if (etags?.[0]) return { ...row, etag: etags[0] };
  return writtenUnheard(table, plan, row.value);
}

/** A journal may have been written, but the answer was lost on the way and the SDK's second try refused. @throws ConflictError where it was not */
async function writtenUnheard(table: Table, plan: PlanId, { run, beat }: Journal): Promise<StoredRow<Journal>> {
  const found = await findJournal(table, plan);
  if (found && found.value.run === run && found.value.beat === beat && !found.value.done) return found;
  throw underWay(plan);
}

/** The one moment at which the plan changes. Settings and channel may be written meanwhile, hence the further tries. */
async function turnReaders(
  table: Table,
  journal: StoredRow<Journal>,
  content: PlanContent,
  settings: PlanSettings,
  before: Plan | undefined,
  rows: number,
): Promise<void> {
  const { generation } = journal.value;
  const { title, scheme, importedAsOf, importedAt, columnMap, meetings } = content;
  for (let tries = 0; tries < 5; tries++) {
    const head = await findHead(table, content.id);
    // Readers were turned, but the answer was lost on the way and the SDK's second try refused.
    if (head?.value.generation === generation) return;
    refuseUnlessBasedOn(before, head);

    const row = headRow(content.id, { settings, ...head?.value, title, scheme, importedAsOf, importedAt, columnMap, meetings, generation, contentRows: rows });
    if (await table.write([writeOver(head, row), writeOver(journal, journal)])) return;
  }
  throw underWay(content.id);
}

/**
 * Removes what no reader sees, of this generation and those before. A later one is left alone: it belongs to an import
 * that took this one for crashed.
 */
async function tidyAfter(table: Table, plan: PlanId, generation: number): Promise<void> {
  const seen = (await findHead(table, plan))?.value.generation;
  await removeRows(table, planPartition(plan), unseenRanges(generation, seen));
  const journal = await findJournal(table, plan);
  if (journal?.value.generation === generation) await writeJournal(table, plan, journal, { ...journal.value, done: true });
}

/** Of the generations up to this one without that which readers see, so that nothing is fetched that stays. */
function unseenRanges(generation: number, seen: number | undefined): KeyRange[] {
  const end = generation + 1;
  const spans = seen === undefined || seen > generation ? [[0, end] as const] : [[0, seen] as const, [seen + 1, end] as const];
  return spans.filter(([from, to]) => from < to).flatMap(([from, to]) => [contentOfGenerations(from, to), filesOfGenerations(from, to)]);
}

function findJournal(table: Table, plan: PlanId): Promise<StoredRow<Journal> | undefined> {
  return table.find<Journal>(planPartition(plan), journalKey);
}

/** @returns undefined when somebody else wrote it since it was read */
async function writeJournal(table: Table, plan: PlanId, last: StoredRow | undefined, value: Journal): Promise<StoredRow<Journal> | undefined> {
  const row = journalRow(plan, value);
  const [etag] = (await table.write([writeOver(last, row)])) ?? [];
  return etag === undefined ? undefined : { ...row, etag };
}

function findHead(table: Table, plan: PlanId): Promise<StoredRow<PlanHead> | undefined> {
  return table.find<PlanHead>(planPartition(plan), headKey);
}

function refuseUnlessBasedOn(before: Plan | undefined, head: StoredRow<PlanHead> | undefined): void {
  if (before?.importedAt !== head?.value.importedAt) throw new ConflictError("Another import of this plan came first. Read it again, then import.");
}

function underWay(plan: PlanId): ConflictError {
  return new ConflictError(`Another import of ${plan} is under way. Try again when it is done.`);
}

/** Within what Azure takes in one transaction; the next is made when it is asked for, since a large plan need not be in memory twice. */
export function* batches(rows: readonly Row[]): Generator<readonly Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(encodeRow(row)));
    if (batch.length === contentPerTransaction || (batch.length > 0 && bytes + size > bytesPerTransaction)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
