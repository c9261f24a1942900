import type { Doubts } from "../doubts.ts";
import type { XmlListener } from "../office/readXml.ts";

/** Hears a document's elements with the names of those around them, innermost last. */
export interface DocumentListener {
  open(name: string, attributes: Readonly<Record<string, string>>, parents: readonly string[]): void;
  text(words: string, parents: readonly string[]): void;
  close(name: string, parents: readonly string[]): void;
}

/** Lets through what a person sees in the text: nothing deleted or moved away, no earlier formats, no hints of empty fields, no text boxes. */
export function visibleOnly(listener: DocumentListener, doubts: Doubts): XmlListener {
  const parents: string[] = [];
  let skipping = 0;
  let onlyHint = false;

  function isUnseen(name: string): boolean {
    if (name === "txbxContent") doubts.add("Text boxes were not read; move words that belong to the plan out of them.");
    if (name === "altChunk") doubts.add("A part of the document is embedded from another file and was not read.");
    if (changes.has(name)) doubts.add("The document has tracked changes; it was read as if all of them were accepted.");
    // Within properties these only mark what they stand in: a row, or the end of a paragraph.
    if (name === "del" || name === "moveFrom") return parents.at(-1) !== "trPr" && parents.at(-1) !== "rPr";
    if (name === "sdtContent") return onlyHint;
    return name === "txbxContent" || name === "Fallback" || name.endsWith("Change");
  }

  return {
    open(name, attributes) {
      if (name === "sdtPr") onlyHint = false;
      if (name === "showingPlcHdr") onlyHint = true;
      if (skipping > 0 || isUnseen(name)) {
        skipping += 1;
        return;
      }
      if (name === "sdtContent") onlyHint = false;
      listener.open(name, attributes, parents);
      parents.push(name);
    },
    text(words) {
      if (skipping === 0) listener.text(words, parents);
    },
    close(name) {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      parents.pop();
      listener.close(name, parents);
    },
  };
}

const changes: ReadonlySet<string> = new Set(["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"]);
