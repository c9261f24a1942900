import { SaxesParser } from "saxes";
import { limits } from "../table.ts";
import { damaged, tooMuchUnpacked, UnreadableFile } from "../unreadableFile.ts";

/** Names of elements and attributes come without their prefix: `w:tbl` is `tbl`, whatever a program calls the namespace. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Perhaps several times for one text. */
  text?(words: string): void;
  close?(name: string): void;
}

/**
 * Tells a listener what one XML part of an office file holds, never holding more of it than one tag or text.
 *
 * @throws UnreadableFile if the part is no XML in UTF-8, brings a document type (the office formats have none, and its
 * entities are how a small file grows without end), nests too deeply or goes on too long without a tag
 */
export async function readXml(part: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  let depth = 0;
  let passage = 0;
  // Of handlers no more than these six, or the engine keeps the parser in a slow shape and reading takes four times as long.
  // Attributes are gathered here because taking prefixes off the parser's own gathering costs more than all the rest.
  let attributes: Record<string, string> = {};
  parser.on("attribute", ({ name, value }) => {
    attributes[localName(name)] = value;
  });
  parser.on("opentag", ({ name }) => {
    passage = 0;
    depth += 1;
    if (depth > limits.depth) throw damaged();
    listener.open?.(localName(name), attributes);
    attributes = {};
  });
  parser.on("closetag", ({ name }) => {
    passage = 0;
    depth -= 1;
    listener.close?.(localName(name));
  });
  const onText = (words: string) => listener.text?.(words);
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("doctype", () => {
    throw new UnreadableFile("The file carries a document type, which office files never do, so nothing was read; save it again from Word or Excel.");
  });

  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of part) {
    passage += chunk.length;
    if (passage > limits.passage) throw tooMuchUnpacked();
    orDamaged(() => parser.write(decoded(decoder, chunk)));
  }
  orDamaged(() => parser.write(decoded(decoder)).close());
}

/** The parser throws plain errors for what is no XML. A listener refuses a file in words of its own, and its mistakes are no fault of the file. */
function orDamaged(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? damaged(error) : error;
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    throw damaged(error);
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
