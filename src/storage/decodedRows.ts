import type { Shapes } from "./rowShapes.ts";
import { decodeRow, type StoredRow } from "./rows.ts";
import type { RowType } from "./rowTypes.ts";

/** Of JSON, in all; what it is decoded to takes about three bytes for each. */
const mostCharacters = 30_000_000;

/** What a plan is put together from, at every question; the rest is read once or seldom. */
const kept: ReadonlySet<string> = new Set<RowType>(["plan", "link", "role", "area", "section", "action", "measure", "standing", "matter"]);

/**
 * Decodes rows and keeps what they held for as long as their ETags stay: a plan is read again and again, and little of it
 * changes between. A row that is as it was is the very same object, so that whoever made something of it can tell.
 *
 * @param most - characters kept, about: when half of them are new, what was not asked for since goes
 */
export function openDecoder(shapes: Shapes, most = mostCharacters): (entity: Readonly<Record<string, unknown>>) => StoredRow {
  let lately = new Map<string, StoredRow>();
  let before = new Map<string, StoredRow>();
  let characters = 0;

  return (entity) => {
    if (!kept.has(String(entity.type))) return decodeRow(entity, shapes);
    const at = `${entity.partitionKey} ${entity.rowKey}`;
    const last = lately.get(at);
    if (last && last.etag === entity.etag) return last;
    const older = before.get(at);
    const row = older && older.etag === entity.etag ? older : decodeRow(entity, shapes);
    keep(at, row, charactersOf(entity));
    return row;
  };

  function keep(at: string, row: StoredRow, its: number): void {
    if (characters + its > most / 2) {
      before = lately;
      lately = new Map();
      characters = 0;
    }
    lately.set(at, row);
    characters += its;
  }
}

function charactersOf(entity: Readonly<Record<string, unknown>>): number {
  return Object.values(entity).reduce((sum: number, value) => sum + (typeof value === "string" ? value.length : 0), 0);
}
