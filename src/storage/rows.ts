import { createHash } from "node:crypto";
import type { TableEntity } from "@azure/data-tables";
import { asStored, type Shapes, shapes as shapesOfThisRelease, upgraded } from "./rowShapes.ts";
import type { RowType } from "./rowTypes.ts";

/** One value in one row: what it is, in JSON, and the few columns that are worth seeing in a storage browser. */
export interface Row<T = unknown> {
  readonly partition: string;
  readonly key: string;
  /** What the value is, in the words of the domain: `measure`. */
  readonly type: RowType;
  readonly value: T;
}

/** As it was read or written; the ETag guards a change against other writers. */
export interface StoredRow<T = unknown> extends Row<T> {
  readonly etag: string;
}

// Azure's limits: 64 KiB of UTF-16 a property, 1 MiB an entity. A little is left for keys and columns.
const unitsPerProperty = 32_000;
const unitsPerRow = 500_000;

/** @throws RangeError when the value is larger than one row can hold */
export function encodeRow(row: Row, shapes: Shapes = shapesOfThisRelease): TableEntity {
  const { v, value } = asStored(shapes[row.type], row.value);
  const json = JSON.stringify(value);
  if (json.length > unitsPerRow)
    throw new RangeError(`the ${row.type} in row ${nameInLog(row.type, row.key)} is larger than the 1 MiB a row of Azure Tables holds`);

  const entity: TableEntity<Record<string, unknown>> = { partitionKey: row.partition, rowKey: row.key, type: row.type, v };
  pieces(json).forEach((piece, n) => {
    entity[`json${n}`] = piece;
  });
  return entity;
}

/** Upgrades what older releases wrote. @throws NewerRowError for a row of a newer one */
export function decodeRow<T>(entity: Readonly<Record<string, unknown>>, shapes: Shapes = shapesOfThisRelease): StoredRow<T> {
  let json = "";
  for (let n = 0; typeof entity[`json${n}`] === "string"; n++) json += entity[`json${n}`];
  const [partition, key, type, etag] = [entity.partitionKey, entity.rowKey, entity.type, entity.etag].map(String) as [string, string, RowType, string];
  const value = upgraded(shapes[type], Number(entity.v), JSON.parse(json), `The ${type} in row ${partition} ${nameInLog(type, key)}`) as T;
  return { partition, key, type, value, etag };
}

const namesLeads: ReadonlySet<RowType> = new Set(["link", "mark", "delivery"]);

/** As a fault may name it, which goes to the log: keys of these hold leads as the plan writes them. */
function nameInLog(type: RowType, key: string): string {
  if (!namesLeads.has(type)) return key;
  return createHash("sha256").update(key).digest("hex").slice(0, 12);
}

/** A pair of units that make one character stays together: half of one cannot be sent in UTF-8. */
function pieces(json: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < json.length; ) {
    const last = json.charCodeAt(from + unitsPerProperty - 1);
    const splitsPair = last >= 0xd800 && last <= 0xdbff;
    const to = from + unitsPerProperty - (splitsPair ? 1 : 0);
    found.push(json.slice(from, to));
    from = to;
  }
  return found;
}

const separator = "!";
const unitsPerKey = 512;

/**
 * Joins parts to a row or partition key. Different parts never make the same key, and the key of some parts begins
 * with the key of the first of them; so `rangeUnder` finds exactly those.
 *
 * @throws RangeError when the key would be longer than Azure Tables takes
 */
export function keyOf(...parts: readonly string[]): string {
  const key = parts.map(escapePart).join(separator);
  if (key.length > unitsPerKey) throw new RangeError(`this is too long to keep a record under: ${parts.join(" ").slice(0, 80)}…`);
  return key;
}

/** As `keyOf`, of parts of any length: what a key has no room for is told apart by its hash. Its parts can't be had back. */
export function cutKeyOf(...parts: readonly string[]): string {
  const key = parts.map(escapePart).join(separator);
  return key.length <= unitsPerKey ? key : `${key.slice(0, unitsPerKey - 65)}~${createHash("sha256").update(key).digest("hex")}`;
}

/** The parts a key was made of. */
export function partsOf(key: string): string[] {
  return key.split(separator).map((part) => part.replace(/=([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}

/** Row keys from `from` up to, not including, `to`. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

/** Every row whose key has more parts after these. */
export function rangeUnder(...parts: readonly string[]): KeyRange {
  const prefix = keyOf(...parts) + separator;
  return { from: prefix, to: prefix.slice(0, -1) + String.fromCharCode(separator.charCodeAt(0) + 1) };
}

/** Azure forbids `/ \ # ?` and control characters in keys, and some clients stumble over `%`, `+`, quotes and letters beyond ASCII. */
function escapePart(part: string): string {
  return part.replace(/[^A-Za-z0-9 ._:@-]/g, (unit) => `=${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
