import { readPart } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import { limits } from "../table.ts";
import { tooMuchUnpacked } from "../unreadableFile.ts";

/** Gathers the words of one string of a workbook: its runs joined, the reading aids of East Asian scripts left out. */
export interface RichText {
  open(name: string): void;
  text(words: string): void;
  close(name: string): void;
  /** What was gathered since the last call, lines parted by `\n`. */
  take(): string;
}

export function gatherRichText(): RichText {
  let words = "";
  let inText = false;
  let inReadingAid = false;
  return {
    open(name) {
      if (name === "rPh") inReadingAid = true;
      else if (name === "t") inText = !inReadingAid;
    },
    text(more) {
      if (inText) words += more;
    },
    close(name) {
      if (name === "rPh") inReadingAid = false;
      else if (name === "t") inText = false;
    },
    take() {
      const taken = asLines(unescaped(words));
      words = "";
      return taken;
    },
  };
}

/** The strings a workbook's cells share, by their number. @throws UnreadableFile if they are far more than its cells could hold */
export async function readSharedStrings(zip: Zip, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const richText = gatherRichText();
  let characters = 0;
  await readPart(zip, part, {
    open: richText.open,
    text: richText.text,
    close(name) {
      richText.close(name);
      if (name !== "si") return;
      const words = richText.take();
      characters += words.length;
      strings.push(words);
      if (characters > limits.allCharacters || strings.length > limits.rows * limits.columns) throw tooMuchUnpacked();
    },
  });
  return strings;
}

/** What XML cannot hold Excel writes as `_x000D_`, and an underscore that only looks like it as `_x005F_` (ISO/IEC 29500-1, 22.9.2.19). */
export function unescaped(words: string): string {
  return words.includes("_x") ? words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) : words;
}

export function asLines(words: string): string {
  return words.includes("\r") ? words.replace(/\r\n?/g, "\n") : words;
}
