import { readPart } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import type { ListPlace } from "./wordStyles.ts";

interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2` stands for the numbers of the first two levels. */
  text: string;
}

interface WordList {
  definition: string;
  readonly restartAt: Map<number, number>;
}

/** Counts a document's numbered paragraphs, whose numbers a person sees but the text does not hold. */
export interface ListNumbers {
  /** The number of the next paragraph at a place, such as `1.2`; nothing for a bullet. To be asked once a paragraph, in their order. */
  next(place: ListPlace): string;
}

export async function readListNumbers(zip: Zip, part: string): Promise<ListNumbers> {
  const definitions = new Map<string, Map<number, ListLevel>>();
  const lists = new Map<string, WordList>();
  let definition: Map<number, ListLevel> | undefined;
  let list: WordList | undefined;
  let level: ListLevel = { start: 1, format: "decimal", text: "" };
  let overridden = 0;
  await readPart(zip, part, {
    open(element, { abstractNumId = "", numId = "", ilvl = "0", val = "" }) {
      if (element === "abstractNum") {
        definition = new Map();
        definitions.set(abstractNumId, definition);
      } else if (element === "num") {
        definition = undefined;
        list = { definition: "", restartAt: new Map() };
        lists.set(numId, list);
      } else if (element === "abstractNumId" && list) list.definition = val;
      else if (element === "lvlOverride") overridden = Number(ilvl);
      else if (element === "startOverride") list?.restartAt.set(overridden, Number(val));
      else if (element === "lvl") {
        level = { start: 1, format: "decimal", text: "" };
        definition?.set(Number(ilvl), level);
      } else if (element === "start") level.start = Number(val);
      else if (element === "numFmt") level.format = val;
      else if (element === "lvlText") level.text = val;
    },
  });
  return countLists(definitions, lists);
}

function countLists(definitions: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>, lists: ReadonlyMap<string, WordList>): ListNumbers {
  // Lists of one definition count on together, until one is told to restart.
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next(place) {
      const list = lists.get(place.list);
      const levels = definitions.get(list?.definition ?? "");
      const own = levels?.get(place.level);
      if (!list || !levels || !own) return "";
      const counts = counters.get(list.definition) ?? new Map<number, number>();
      counters.set(list.definition, counts);
      if (!begun.has(place.list)) for (const [level, start] of list.restartAt) counts.set(level, start - 1);
      begun.add(place.list);

      counts.set(place.level, (counts.get(place.level) ?? own.start - 1) + 1);
      for (const deeper of counts.keys()) if (deeper > place.level) counts.delete(deeper);
      if (own.format === "bullet" || own.format === "none") return "";
      return own.text.replace(/%([1-9])/g, (_, digit) => {
        const level = Number(digit) - 1;
        const { start = 1, format = "decimal" } = levels.get(level) ?? {};
        return numberInFormat(counts.get(level) ?? start, format);
      });
    },
  };
}

function numberInFormat(number: number, format: string): string {
  if (format === "lowerLetter") return letters(number);
  if (format === "upperLetter") return letters(number).toUpperCase();
  if (format === "lowerRoman") return roman(number);
  if (format === "upperRoman") return roman(number).toUpperCase();
  if (format === "decimalZero") return String(number).padStart(2, "0");
  return String(number);
}

/** After z comes aa, then bb, as Word has it. */
function letters(number: number): string {
  return number < 1 ? "" : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 10));
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let words = "";
  let rest = number;
  for (const [value, letter] of romanLetters) {
    words += letter.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return words;
}

const romanLetters: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
