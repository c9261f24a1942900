import type { PlanContent } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import { numberOf } from "./areaNames.ts";
import { isBlank } from "./isBlank.ts";
import { foldWords, sharedStems, stems } from "./likeness.ts";
import type { PlanRow } from "./planRows.ts";

/** The plan as it was stored, by whose words rows get the references they had. */
export type KeptRefs = Pick<PlanContent, "areas" | "actions" | "measures">;

export interface ReferredRow extends PlanRow {
  /** `1.1.1-2`; the action's own reference for its lone implied measure; `1.M2` for a measure of an area without an action. */
  readonly measureRef: string;
  /** Drumbeat gave the reference: the file has none. */
  readonly minted: boolean;
}

/**
 * Gives every action and measure its reference: the file's own; the area's number before it where numbers begin again in
 * each area (`3.1`); else the area's number and a running one, in the order of the file. A plan stored before keeps what it was
 * given: rows are matched by their words, first the same, then the likest, and what is new goes on counting.
 */
export function mintRefs(rows: readonly PlanRow[], kept: KeptRefs = { areas: [], actions: [], measures: [] }): { rows: ReferredRow[]; doubts: Problem[] } {
  const ofActions = rows.filter(({ table }) => table.kind === "actions");
  const ofAreas = rows.filter(({ table }) => table.kind === "measures");
  const doubts: Problem[] = [];
  const named = numberAgain(ofActions);
  const minted = mintActions(named, kept);
  const actions = tellApart(minted, doubts);
  return { rows: [...withMeasureRefs(actions), ...mintMeasures(ofAreas, kept)], doubts };
}

type WithAction = PlanRow & { readonly minted: boolean };

/** Numbers that begin again in each area are the area's: `Action no` 1 of concern 3 is 3.1. */
function numberAgain(rows: readonly PlanRow[]): PlanRow[] {
  const areasOf = new Map<string, Set<string>>();
  for (const row of rows) if (row.actionRef !== "") areasOf.set(row.actionRef, (areasOf.get(row.actionRef) ?? new Set()).add(row.areaRef));
  const plain = [...areasOf.keys()].every((ref) => /^[a-z]{0,7}\s?\d*[a-z]?$/i.test(ref));
  if (!plain || ![...areasOf.values()].some((areas) => areas.size > 1)) return [...rows];
  return rows.map((row) => (row.actionRef === "" ? row : { ...row, actionRef: `${numberOf(row.areaRef)}.${row.actionRef}` }));
}

/** Rows without a reference whose tables have none, or which are actions of one row each. */
function mintActions(rows: readonly PlanRow[], kept: KeptRefs): WithAction[] {
  const heads = groupsToMint(rows);
  const refs = assignRefs(
    heads.map((row) => ({ area: row.areaRef, words: wordsOf(row) })),
    kept.actions,
    rows.map(({ actionRef }) => actionRef),
    (area) => `${numberOf(area)}.`,
  );
  const refOf = new Map(heads.map((row, index) => [keyOf(row), refs[index] ?? ""]));
  return rows.map((row) => (mayMint(row) ? { ...row, actionRef: refOf.get(keyOf(row)) ?? "", minted: true } : { ...row, minted: false }));
}

/** In a file of measures a row without its action's reference could be any action's, so it is left to be a fault. */
function mayMint({ table, actionRef, areaRef }: PlanRow): boolean {
  return actionRef === "" && areaRef !== "" && (table.columns.at.actionRef === undefined || table.columns.at.measure === undefined);
}

/** Where measures have rows of their own, rows with the same words are one action's; else each row is an action. */
function keyOf(row: PlanRow): string {
  const { table } = row;
  const shared = table.columns.at.measure !== undefined && !isBlank(row.cells.action);
  return shared ? `${row.areaRef}\n${foldWords(row.cells.action)}` : `${table.sheet.name}\n${table.headerRow}\n${row.row}`;
}

function groupsToMint(rows: readonly PlanRow[]): PlanRow[] {
  const first = new Map<string, PlanRow>();
  for (const row of rows) if (mayMint(row) && !first.has(keyOf(row))) first.set(keyOf(row), row);
  return [...first.values()];
}

/** Two actions under one number, in a file of one action a row: the second is told apart and its owner asked. */
function tellApart(rows: readonly WithAction[], doubts: Problem[]): WithAction[] {
  const first = new Map<string, WithAction>();
  const taken = new Set(rows.map(({ actionRef }) => actionRef));
  return rows.map((row) => {
    const earlier = first.get(row.actionRef);
    if (!earlier) first.set(row.actionRef, row);
    const isSame = earlier && (foldWords(wordsOf(earlier)) === foldWords(wordsOf(row)) || isBlank(row.cells.action));
    if (row.actionRef === "" || !earlier || isSame || row.table.columns.at.measureNo !== undefined || earlier.areaRef !== row.areaRef) return row;
    const letter = "bcdefghijklmnopqrstuvwxyz".split("").find((one) => !taken.has(row.actionRef + one));
    if (!letter) return row;
    const actionRef = row.actionRef + letter;
    taken.add(actionRef);
    const column = row.table.columns.heading.actionRef;
    const problem = `Row ${earlier.row} has the reference ${row.actionRef} already, for another action. This one is called ${actionRef} until the file says which is which.`;
    doubts.push({ sheet: row.table.sheet.name, row: row.row, column, asWritten: row.cells.actionRef, problem });
    return { ...row, actionRef };
  });
}

/** Measures without a number are numbered by their order in the action. */
function withMeasureRefs(rows: readonly WithAction[]): ReferredRow[] {
  const ofAction = Map.groupBy(rows, (row) => row.actionRef);
  const place = new Map([...ofAction.values()].flatMap((siblings) => siblings.map((row, index) => [row, { index, of: siblings.length }])));
  return rows.map((row) => {
    const { index, of } = place.get(row) ?? { index: 0, of: 1 };
    const implied = of === 1 && isBlank(row.cells.measure) && isBlank(row.cells.measureNo);
    const number = row.cells.measureNo.trim() || String(index + 1);
    return { ...row, measureRef: implied ? row.actionRef : `${row.actionRef}-${number}` };
  });
}

function mintMeasures(rows: readonly PlanRow[], kept: KeptRefs): ReferredRow[] {
  const ofAreas = kept.measures.filter(({ action }) => action === undefined);
  const refs = assignRefs(
    rows.map((row) => ({ area: row.areaRef, words: wordsOf(row) })),
    ofAreas,
    [],
    (area) => `${numberOf(area)}.M`,
  );
  return rows.map((row, index) => ({ ...row, actionRef: "", measureRef: row.cells.measureNo.trim() || (refs[index] ?? ""), minted: true }));
}

interface Wanting {
  readonly area: string;
  readonly words: string;
}

/** Below this, two sentences are two actions. */
const likeEnough = 0.5;

function assignRefs(
  wanting: readonly Wanting[],
  kept: readonly (Wanting & { readonly ref: string })[],
  given: readonly string[],
  prefix: (area: string) => string,
): string[] {
  const refs: (string | undefined)[] = wanting.map(() => undefined);
  const free = new Map(kept.map((one) => [one.ref, one]));
  const bySame = Map.groupBy(kept, ({ area, words }) => `${area}\n${foldWords(words)}`);
  for (const [index, one] of wanting.entries()) {
    const same = bySame.get(`${one.area}\n${foldWords(one.words)}`)?.find(({ ref }) => free.has(ref));
    if (same) refs[index] = same.ref;
    if (same) free.delete(same.ref);
  }
  const unmatched = [...wanting.entries()].filter(([index]) => refs[index] === undefined);
  for (const [index, ref] of likest(unmatched, [...free.values()])) refs[index] = ref;

  const taken = new Set([...given, ...kept.map(({ ref }) => ref)]);
  const last = new Map<string, number>();
  return wanting.map(({ area }, index) => {
    const had = refs[index];
    if (had !== undefined) return had;
    let number = (last.get(area) ?? 0) + 1;
    while (taken.has(`${prefix(area)}${number}`)) number++;
    last.set(area, number);
    return `${prefix(area)}${number}`;
  });
}

/** Comparisons; a file that has this much to compare is another plan, whose words are not the old ones edited. */
const mostComparisons = 500_000;

/** Pairs what is wanted with the likest in its area that is free, in the order of the file. */
function likest(wanting: readonly [number, Wanting][], free: readonly (Wanting & { readonly ref: string })[]): Map<number, string> {
  const pairs = new Map<number, string>();
  if (wanting.length * free.length > mostComparisons) return pairs;
  const candidates = new Map(free.map((one) => [one.ref, { ...one, stems: stems(one.words) }]));
  for (const [index, { area, words }] of wanting) {
    const own = stems(words);
    const inArea = [...candidates.values()].filter((one) => one.area === area);
    const [best] = inArea.map(({ ref, stems: its }) => ({ ref, like: sharedStems(own, its) })).sort((a, b) => b.like - a.like);
    if (!best || best.like < likeEnough) continue;
    pairs.set(index, best.ref);
    candidates.delete(best.ref);
  }
  return pairs;
}

/** What the row says is to be done or measured. */
export function wordsOf({ cells, table, wordsFrom }: PlanRow): string {
  if (table.kind === "measures" && !isBlank(cells.measure)) return cells.measure;
  if (!isBlank(cells.action)) return cells.action;
  return isBlank(cells.measure) ? (wordsFrom?.words ?? "") : cells.measure;
}
