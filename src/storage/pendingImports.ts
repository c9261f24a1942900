import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { PendingImport, PendingImports } from "../ports.ts";
import { keyOf, type Row, rangeUnder } from "./rows.ts";
import { type Table, writeOver } from "./table.ts";

/*
 * All in one partition: a row for each import that waits, and its files, packed and cut into pieces that fit a row.
 *
 *   1import <id>      2bytes <id> <file> <piece>
 *
 * The import's row is written first, so that pieces never stand without a row that says when they go.
 */
const pack = promisify(gzip);
const unpack = promisify(gunzip);

const partition = "pendingImports";
const everyImport = rangeUnder("1import");

interface StoredImport extends PendingImport {
  /** How many pieces each file has; absent while they are written, and once the files are gone. */
  readonly pieces?: readonly number[];
}

interface Piece {
  readonly base64: string;
}

/** A row holds 1 MiB of UTF-16, and base64 makes four letters of three bytes. */
const bytesPerPiece = 360_000;

export function openPendingImports(table: Table): PendingImports {
  return {
    async keep(pending, files) {
      await put(importRow(pending));
      const packed = await Promise.all(files.map(async (bytes) => piecesOf(await pack(bytes))));
      for (const [file, pieces] of packed.entries()) {
        for (const [n, base64] of pieces.entries()) await put(pieceRow(pending.id, file, n, { base64 }));
      }
      await put(importRow({ ...pending, pieces: packed.map(({ length }) => length) }));
    },

    async find(id) {
      return pendingOf((await findRow(id))?.value);
    },

    async of(by) {
      const all = (await table.readable(partition, everyImport)).rows.map(({ value }) => value as StoredImport);
      return all
        .filter((one) => one.by === by)
        .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
        .flatMap((one) => pendingOf(one) ?? []);
    },

    async files(id) {
      const pieces = (await findRow(id))?.value.pieces;
      if (!pieces) return undefined;
      const rows = await table.range(partition, rangeUnder("2bytes", id));
      // Somebody decided meanwhile, and the pieces are going.
      if (rows.length !== pieces.reduce((sum, count) => sum + count, 0)) return undefined;
      const ofFile = (file: number) => rows.filter(({ key }) => key.startsWith(`${pieceKey(id, file)}!`));
      return Promise.all(pieces.map((_, file) => unpack(Buffer.concat(ofFile(file).map(({ value }) => Buffer.from((value as Piece).base64, "base64"))))));
    },

    async change(id, next) {
      for (;;) {
        const stored = await findRow(id);
        if (!stored) return undefined;
        const { pieces, ...pending } = stored.value;
        const changed = { ...next(pending), ...(pieces && { pieces }) };
        if (await table.write([writeOver(stored, importRow(changed))])) return pendingOf(changed);
      }
    },

    async dropFiles(id) {
      const stored = await findRow(id);
      if (!stored) return;
      const { pieces: _, ...pending } = stored.value;
      // When somebody changed the row just now, the files stay until it expires.
      if (await table.write([writeOver(stored, importRow(pending))])) await dropPieces(id);
    },

    async sweep(now) {
      const expired = (await table.readable(partition, everyImport)).rows.filter(({ value }) => (value as StoredImport).expiresAt <= now);
      for (const row of expired) {
        await dropPieces((row.value as StoredImport).id);
        // Gone already where another process sweeps.
        await table.write([{ kind: "delete", row }]);
      }
      return expired.length;
    },
  };

  async function put(row: Row): Promise<void> {
    await table.write([{ kind: "put", row }]);
  }

  function findRow(id: string) {
    return table.find<StoredImport>(partition, keyOf("1import", id));
  }

  async function dropPieces(id: string): Promise<void> {
    for (const row of await table.range(partition, rangeUnder("2bytes", id))) await table.write([{ kind: "delete", row }]);
  }
}

function importRow(value: StoredImport): Row<StoredImport> {
  return { partition, key: keyOf("1import", value.id), type: "pendingImport", value };
}

function pieceRow(id: string, file: number, n: number, value: Piece): Row<Piece> {
  return { partition, key: pieceKey(id, file, n), type: "bytes", value };
}

function pieceKey(id: string, ...numbers: readonly number[]): string {
  return keyOf("2bytes", id, ...numbers.map((number) => String(number).padStart(4, "0")));
}

function piecesOf(bytes: Buffer): string[] {
  return Array.from({ length: Math.ceil(bytes.length / bytesPerPiece) }, (_, n) =>
    bytes.subarray(n * bytesPerPiece, (n + 1) * bytesPerPiece).toString("base64"),
  );
}

function pendingOf(stored: StoredImport | undefined): PendingImport | undefined {
  if (!stored) return undefined;
  const { pieces: _, ...pending } = stored;
  return pending;
}
