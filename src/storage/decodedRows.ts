import type { Shapes } from "./rowShapes.ts";
import { decodeRow, type StoredRow } from "./rows.ts";

/** A row of a plan takes about 3 KB. */
const mostRows = 20_000;

/**
 * Decodes rows and keeps what they held for as long as their ETags stay: a plan is read again and again, and little of it
 * changes between. A row that is as it was is the very same object, so that whoever made something of it can tell.
 */
export function openDecoder(shapes: Shapes): (entity: Readonly<Record<string, unknown>>) => StoredRow {
  let kept = new Map<string, StoredRow>();
  return (entity) => {
    const at = `${entity.partitionKey} ${entity.rowKey}`;
    const known = kept.get(at);
    if (known && known.etag === entity.etag) return known;
    const row = decodeRow(entity, shapes);
    if (kept.size >= mostRows) kept = new Map();
    kept.set(at, row);
    return row;
  };
}
