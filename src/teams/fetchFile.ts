import { lookup as resolveName } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { UserError } from "../domain/userError.ts";
import { addressRefusal, type FilePlaces, isPublicAddress } from "./fileAddress.ts";

export interface FileTransfer {
  readonly places: FilePlaces;
  /** Of one file, as sent and unpacked. */
  readonly mostBytes: number;
  /** Real time for one file, from the first byte asked for to the last one read. */
  readonly timeLimitMs: number;
  /** How names become addresses. */
  readonly resolve?: typeof resolveName;
}

interface Asked {
  readonly name: string;
  readonly method: "GET" | "PUT";
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Uint8Array;
}

const mostRedirects = 3;

/**
 * Reads a file somebody sent. Teams' address of it is good for minutes and carries a token, so nothing of it is said or logged.
 *
 * @param name - as the person knows the file
 * @throws UserError when it is not to be opened, is too large, too slow, or does not arrive whole
 */
export function fetchFile(address: string, name: string, transfer: FileTransfer): Promise<Uint8Array> {
  return within(name, transfer, (signal) => get(address, { name, method: "GET", headers: { "accept-encoding": "identity" } }, transfer, signal));
}

/** Puts a file where a person agreed to have it, in one piece. @throws UserError when that place is not theirs or does not take it */
export function putFile(address: string, name: string, bytes: Uint8Array, transfer: FileTransfer): Promise<void> {
  const headers = {
    "content-type": "application/octet-stream",
    "content-length": bytes.length,
    "content-range": `bytes 0-${bytes.length - 1}/${bytes.length}`,
  };
  return within(name, transfer, async (signal) => {
    const response = await ask(address, { name, method: "PUT", headers, body: bytes }, transfer, signal);
    response.resume();
    const { statusCode = 0 } = response;
    if (statusCode < 200 || statusCode > 299)
      throw new UserError(`“${name}” could not be put into your OneDrive, which answered ${statusCode}. Ask for it again.`);
  });
}

async function within<T>(name: string, { timeLimitMs }: FileTransfer, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(timeLimitMs);
  try {
    return await work(signal);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (signal.aborted) throw new UserError(`“${name}” took longer than ${Math.ceil(timeLimitMs / 1000)} seconds to arrive. Please try again.`);
    throw new UserError(`“${name}” did not arrive whole. Please try again.`, { cause: error });
  }
}

async function get(address: string, asked: Asked, transfer: FileTransfer, signal: AbortSignal): Promise<Uint8Array> {
  let from = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await ask(from, asked, transfer, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return await readAll(response, asked.name, transfer.mostBytes, signal);
    response.destroy();
    if (statusCode < 300 || statusCode > 399 || !headers.location) throw new UserError(notGiven(asked.name, statusCode));
    from = URL.parse(headers.location, from)?.href ?? "";
  }
  throw new UserError(`“${asked.name}” was not found: its address only leads to other addresses. Send it again.`);
}

/** Every address is checked before it is asked, those of redirects too; the name's IP address is checked as it is connected to. */
function ask(address: string, { name, method, headers, body }: Asked, transfer: FileTransfer, signal: AbortSignal): Promise<IncomingMessage> {
  const refusal = addressRefusal(address, transfer.places);
  if (refusal) throw new UserError(`I did not open “${name}”: ${refusal}.`);
  const url = new URL(address);
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const lookup = transfer.places.kind === "sharePoint" ? lookupPublic(name, transfer.resolve ?? resolveName) : undefined;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { ...headers }, signal, lookup, agent: false }, resolve);
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function lookupPublic(name: string, resolve: typeof resolveName): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new UserError(`I did not open “${name}”: its address leads into a private network.`), []);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

async function readAll(response: IncomingMessage, name: string, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const tooLarge = new UserError(
    `“${name}” is larger than ${mostBytes / 1024 / 1024} MB, more than a plan needs. Take out pictures or old sheets and send it again.`,
  );
  if (Number(response.headers["content-length"]) > mostBytes) {
    response.destroy();
    throw tooLarge;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge;
      chunks.push(chunk);
    }
  };
  const unpack = unpacker(response.headers["content-encoding"], name);
  if (unpack) await pipeline(response, unpack, collect, { signal });
  else await pipeline(response, collect, { signal });
  return Buffer.concat(chunks);
}

/** We ask for the file as it is; a place that packs it all the same is understood. */
function unpacker(encoding: string | undefined, name: string) {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case "":
    case "identity":
      return undefined;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new UserError(`“${name}” came packed in a way I do not know. Please send it again.`);
  }
}

function notGiven(name: string, status: number): string {
  return [401, 403, 404, 410].includes(status)
    ? `The link to “${name}” does not work any more; Teams' links last a few minutes. Send the file again.`
    : `“${name}” could not be fetched: the place it is kept answered ${status}. Send it again in a minute.`;
}
