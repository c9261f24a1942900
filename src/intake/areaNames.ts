import { anyNumberWord, numberWords } from "../domain/numberWords.ts";
import { foldWords, likeness } from "./likeness.ts";

/** What a cell calls an area. */
export interface AreaName {
  /** Absent where the cell is a title alone. */
  readonly ref?: string;
  readonly title: string;
  /** Its number beside other words, which another kind of area may have too: `Area for improvement 1`. */
  readonly number?: string;
}

const levels = "area|priority|key concern|concern|workstream|work stream|theme|strand|section|objective|part|pillar";
const kinds = "(?:key|main|significant|serious|strategic|priority|improvement|inspection|focus)";
const others = "weakness|finding|recommendation|outcome|goal|aim|ambition|standard|action";

/**
 * Parts an area's cell into its reference and its title: `1: Mainstream schools …`, `Area 1`, `Priority 2 – Timeliness`.
 * A number in words is that number: `PRIORITY ONE` has the reference 1, as its actions' references begin.
 */
export function readAreaName(cell: string): AreaName {
  const said = cell.replace(/\s+/g, " ").trim();
  const labelled = new RegExp(`^((?:${levels})(?: of [a-z]+)? (?:no\\.? ?)?\\d+[a-z]?(?:\\.\\d+)*)(?:\\s*[:.)–—-]+\\s*|\\s+|$)(.*)$`, "i").exec(said);
  if (labelled?.[1]) return { ref: labelled[1], title: labelled[2] ?? "" };
  const inWords = new RegExp(`^(?:${levels}) (${anyNumberWord})\\b\\s*[:.)–—-]*\\s*(.*)$`, "i").exec(said);
  if (inWords?.[1]) return { ref: String(numberWords[inWords[1].toLowerCase()]), title: inWords[2] || said };
  const numbered = /^(\d{1,2}(?:\.\d+)*[a-z]?)(?:\s*[:.)–—-]\s*|\s+(?=\p{Lu}))(\D.*)$/u.exec(said);
  if (numbered?.[1]) return { ref: numbered[1], title: numbered[2] ?? "" };
  const number = new RegExp(`^(?:${kinds} )*(?:${levels}|${others})(?: (?:of|for)(?: [a-z]+){1,3})? (\\d{1,2})(?:\\s*[:.)–—-]|$)`, "i").exec(said)?.[1];
  if (number) return { title: said, number };
  return /^[a-z]{0,3}[ .-]?\d+(?:\.\d+)*[a-z]?$|^[A-Z]$/i.test(said) ? { ref: said, title: "" } : { title: cell.trim() };
}

/** Whether a heading speaks of an area: `Priority 2: Timeliness`, `4. Transitions`; not `Priority action plan`. */
export function namesArea(heading: string): boolean {
  const isLevel = new RegExp(`^(?:${levels})s?\\b`, "i").test(heading.trim()) && !/\bplan\b/i.test(heading);
  return isLevel || (({ ref, number }) => (ref ?? number) !== undefined)(readAreaName(heading));
}

/** `Area 3` and `3` number their actions 3.1, 3.2; an area called `B` has B.1. */
export function numberOf(areaRef: string): string {
  return /\d+(?:\.\d+)*[a-z]?$/i.exec(areaRef)?.[0] ?? areaRef;
}

/** One area as it comes together from all tables. */
export interface BookedArea {
  readonly ref: string;
  title: string;
}

/**
 * The areas of a plan by any of the names their cells give them.
 *
 * @param kept - areas of the plan as stored, so that a title keeps the number it was given
 */
export function areaBook(kept: readonly { readonly ref: string; readonly title: string }[] = []) {
  const areas: BookedArea[] = [];
  const byName = new Map<string, BookedArea>();
  const spoken = new Set<string>();

  /** References the file itself gives are taken before any is minted. */
  function reserve(cell: string): void {
    const { ref } = readAreaName(cell);
    if (ref) spoken.add(foldWords(ref));
  }

  /**
   * @param title - from a column of titles, beside which the cell is the reference whatever it holds
   * @param loosely - a table beside the plan's may spell a title differently; taken for the likest, and told by `asTitle`
   */
  function place(cell: string, title: string | undefined, loosely: boolean): { ref: string; asTitle?: string } {
    const name = title === undefined ? readAreaName(cell) : { ref: cell.trim(), title };
    const known = byName.get(foldWords(name.ref ?? name.title)) ?? (name.ref === undefined ? undefined : byName.get(foldWords(cell)));
    if (known) {
      known.title ||= name.title;
      return { ref: known.ref };
    }
    const like = loosely && name.ref === undefined ? likest(name.title) : undefined;
    if (like) {
      byName.set(foldWords(name.title), like);
      return { ref: like.ref, asTitle: like.title };
    }
    const area = { ref: name.ref ?? mint(name.title, name.number), title: name.title };
    areas.push(area);
    for (const alias of [cell, area.ref, ...(title === undefined ? [area.title] : [])]) if (alias !== "") byName.set(foldWords(alias), area);
    return { ref: area.ref };
  }

  function likest(title: string): BookedArea | undefined {
    const [best, next] = areas.map((area) => ({ area, like: likeness(area.title, title) })).sort((a, b) => b.like - a.like);
    return best && best.like >= 0.5 && best.like > (next?.like ?? 0) ? best.area : undefined;
  }

  function mint(title: string, wanted = "1"): string {
    const before = kept.find((area) => foldWords(area.title) === foldWords(title));
    if (before && !areas.some(({ ref }) => ref === before.ref)) return before.ref;
    const taken = new Set([...spoken, ...areas.map(({ ref }) => foldWords(ref)), ...kept.map(({ ref }) => foldWords(ref))]);
    if (!taken.has(wanted) && !taken.has(`area ${wanted}`)) return wanted;
    let number = 1;
    while (taken.has(String(number)) || taken.has(`area ${number}`)) number++;
    return String(number);
  }

  return { areas, reserve, place };
}
