import { gunzipSync, gzipSync } from "node:zlib";
import type { PlanId } from "../domain/plan.ts";
import type { PlanFile } from "../domain/planFile.ts";
import { planPartition } from "./planRows.ts";
import { type KeyRange, keyOf, type Row, rangeUnder } from "./rows.ts";
import type { Table } from "./table.ts";

/*
 * The file an import read stands beside its content, under the same generation, but outside the range every reader of
 * the plan fetches: only an export asks for it.
 */
const prefix = "9file";
const charactersPerRow = 400_000;

/** Rows of at most 1 MiB, compressed. */
export function fileRows(plan: PlanId, file: PlanFile | undefined, generation: number): Row[] {
  if (!file) return [];
  const packed = gzipSync(JSON.stringify(file)).toString("base64");
  const pieces = Array.from({ length: Math.ceil(packed.length / charactersPerRow) }, (_, n) => packed.slice(n * charactersPerRow, (n + 1) * charactersPerRow));
  return pieces.map((value, n) => ({ partition: planPartition(plan), key: keyOf(prefix, padded(generation), padded(n)), type: "file", value }));
}

/** The files of these generations; the last is not among them. */
export function filesOfGenerations(from: number, to: number): KeyRange {
  return { from: keyOf(prefix, padded(from)), to: keyOf(prefix, padded(to)) };
}

/** @returns undefined when that import kept none */
export async function readFileRows(table: Table, plan: PlanId, generation: number): Promise<PlanFile | undefined> {
  const rows = await table.range(planPartition(plan), rangeUnder(prefix, padded(generation)));
  if (rows.length === 0) return undefined;
  return JSON.parse(gunzipSync(Buffer.from(rows.map(({ value }) => value).join(""), "base64")).toString());
}

function padded(n: number): string {
  return String(n).padStart(8, "0");
}
