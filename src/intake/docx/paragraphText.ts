import { isOn } from "./isOn.ts";
import type { ListNumbers } from "./listNumbers.ts";
import { plainStyle, type WordStyle } from "./wordStyles.ts";

/** A paragraph as a person sees it. */
export interface Paragraph {
  /** With its number in a list, where that is a number; a bullet is left off, so that a list reads as the same lines in any file. */
  readonly words: string;
  readonly headingLevel?: number;
  readonly standsOut: boolean;
  /** Its end was deleted with changes tracked: the next paragraph goes on in its last line. */
  readonly runsOn: boolean;
}

export interface ParagraphReader {
  /** @param parents - names of the elements around it, innermost last */
  open(name: string, attributes: Readonly<Record<string, string>>, parents: readonly string[]): void;
  text(words: string, parents: readonly string[]): void;
  /** @returns the paragraph, where it ends here */
  close(name: string): Paragraph | undefined;
}

/** Reads runs and paragraphs; footnote marks, field codes, hidden and deleted words are no part of them. */
export function readParagraphs(styles: ReadonlyMap<string, WordStyle>, numbers: ListNumbers): ParagraphReader {
  let words = "";
  let style = plainStyle;
  let outline: number | undefined;
  let list: string | undefined;
  let listLevel: number | undefined;
  let run = { bold: undefined as boolean | undefined, hidden: false };
  let plainWords = false;
  let runsOn = false;

  function add(more: string): void {
    if (run.hidden) return;
    words += more;
    if (more.trim() !== "" && !(run.bold ?? style.bold)) plainWords = true;
  }

  return {
    open(name, attributes, parents) {
      const { val = "" } = attributes;
      const parent = parents.at(-1);
      if (name === "p") {
        words = "";
        style = plainStyle;
        outline = list = listLevel = undefined;
        plainWords = runsOn = false;
      } else if (name === "r") run = { bold: undefined, hidden: false };
      else if (parent === "r") add(signs[name] ?? "");
      else if (parent === "pPr") {
        if (name === "pStyle") style = styles.get(val) ?? plainStyle;
        else if (name === "outlineLvl") outline = Number(val);
      } else if (parent === "numPr") {
        if (name === "numId") list = val;
        else if (name === "ilvl") listLevel = Number(val);
      } else if (parent === "rPr" && parents.at(-2) === "r") {
        if (name === "b") run.bold = isOn(attributes);
        else if (name === "rStyle") run.bold ??= styles.get(val)?.bold || undefined;
        else if (name === "vanish") run.hidden = isOn(attributes);
      } else if (parent === "rPr" && parents.at(-2) === "pPr" && (name === "del" || name === "moveFrom")) runsOn = true;
    },
    text(more, parents) {
      if (parents.at(-1) === "t") add(more);
    },
    close(name) {
      if (name !== "p") return undefined;
      const inList = list ?? style.list?.list;
      const number = inList ? numbers.next({ list: inList, level: listLevel ?? style.list?.level ?? 0 }) : "";
      const level = outline === undefined ? style.headingLevel : outline < 9 ? outline + 1 : undefined;
      return {
        words: [number, words.trim() === "" ? "" : words].filter(Boolean).join(" "),
        ...(level !== undefined && words.trim() !== "" && { headingLevel: level }),
        standsOut: style.isCaption || !plainWords,
        runsOn,
      };
    },
  };
}

const signs: Readonly<Record<string, string>> = { tab: " ", br: "\n", cr: "\n", noBreakHyphen: "-" };
