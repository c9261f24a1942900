import { Buffer } from "node:buffer";
import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise } from "yauzl";
import { limits } from "../table.ts";
import { damaged, tooMuchUnpacked } from "../unreadableFile.ts";

/** The parts of a zipped file. Names are in lower case, since the office formats ignore capitals in them. */
export interface Zip {
  readonly names: ReadonlySet<string>;
  /**
   * A part's bytes, inflated as they are asked for; nothing when there is no such part.
   *
   * @throws UnreadableFile once all the parts read come to more than `limits.unpacked`, by what the directory says before
   * a byte is inflated, by count where it says less than is there
   */
  read(name: string): AsyncIterable<Uint8Array> | undefined;
}

/** Opens a zip by its central directory. @throws UnreadableFile if it has none that can be read, or far too many parts */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const entries = new Map<string, Entry>();
  let left: number = limits.unpacked;
  const zip = await orDamaged(fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, autoClose: false }));
  if (zip.entryCount > limits.entries) throw tooMuchUnpacked();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  } catch (error) {
    throw damaged(error);
  }

  async function* inflate(entry: Entry) {
    if (entry.uncompressedSize > left) throw tooMuchUnpacked();
    const stream: Readable = await orDamaged(zip.openReadStreamPromise(entry));
    try {
      for await (const chunk of orDamagedChunks(stream)) {
        left -= chunk.length;
        if (left < 0) throw tooMuchUnpacked();
        yield chunk;
      }
    } finally {
      stream.destroy();
    }
  }

  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      return entry && inflate(entry);
    },
  };
}

async function* orDamagedChunks(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw damaged(error);
  }
}

async function orDamaged<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw damaged(error);
  }
}
