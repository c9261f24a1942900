import { completeYears, eachYear, everyYear } from "./completeYears.ts";
import { dateForms } from "./dateForms.ts";
import { markOf, unmarked } from "./mark.ts";
import { applyModifiers } from "./modifiers.ts";
import { anyMonth, nearestMonth } from "./monthNames.ts";
import type { YearSpan } from "./periodForms.ts";

/** A phrase whose dates all stand in one form (`mark.ts`), with what is only probable about them; or why it has none that can be relied on. */
export type Marked =
  | { readonly kind: "marked"; readonly text: string; readonly doubts: readonly string[] }
  | { readonly kind: "unreadable"; readonly problem: string };

/** What a step of the marking says besides the text. */
export interface Notes {
  readonly doubts: string[];
  problem?: string;
}

/** In characters. The longest phrase of a real plan has 150. */
const longest = 1_000;

// Dates are never cut out of a longer run, so that `mid-December 2022` and `December 2022/23` are not read as the month.
const runStart = "(?<![\\w/.\\-–⟨])";
const runEnd = "(?![\\w/\\-–⟩%])";

const forms = dateForms.map(({ pattern, read }) => ({ words: new RegExp(`${runStart}(?:${pattern})${runEnd}`, "gi"), read }));

/**
 * Finds the dates in a phrase and marks them, collapsing white space on the way.
 *
 * @param years - the plan's, for dates that stand without one
 * @returns `unreadable` when any words look like a date and are not a whole one that the calendar has
 */
export function markDates(phrase: string, years?: YearSpan): Marked {
  if (phrase.length > longest) return { kind: "unreadable", problem: "This is too long to be a date, so no date was read." };
  if (/[⟨⟩]/.test(phrase)) return { kind: "unreadable", problem: "The marks ⟨ and ⟩ were not understood, so no date was read." };
  const notes: Notes = { doubts: [] };
  let text = partJoined(collapseSpace(phrase));

  for (const { words, read } of forms) {
    text = text.replace(words, (written: string, ...rest: unknown[]) => {
      const found = read(rest.at(-1) as Record<string, string | undefined>, written, years);
      if (!found) return written;
      if ("because" in found) {
        notes.problem ??= `${found.unclear ? "It is not clear what is meant by" : "There is no day"} “${written}” (${found.because}), so no date was read${found.meant ? `; did you mean ${found.meant}?` : "."}`;
        return written;
      }
      if (found.doubt) notes.doubts.push(found.doubt);
      return markOf(found.first, found.last);
    });
  }
  if (!notes.problem) text = applyModifiers(completeYears(text, notes, years), notes);
  notes.problem ??= leftOver(text);
  return notes.problem ? { kind: "unreadable", problem: notes.problem } : { kind: "marked", text, doubts: [...new Set(notes.doubts)] };
}

// A month before a bracket with its day (`April (26 April 2021)`) is a name for it, and one that comes every year is no date.
const looksLikeADate = new RegExp(
  `${everyYear}[^\\s⟨⟩]*\\b(?!may\\b)${anyMonth}(?! ?\\(⟨)${eachYear}[^\\s⟨⟩]*(?: \\d{4}\\S*)?|(?<![⟨\\d/-])\\d+ ?[/.-]+ ?\\d+(?: ?[/.-]+ ?\\d{2,})+(?![\\d⟩/-])[^\\s⟨⟩]*`,
  "gi",
);

function leftOver(text: string): string | undefined {
  const unread = [...text.matchAll(looksLikeADate)].map(([words]) => words)[0] ?? [...text.matchAll(/\bMay\b(?! ?\(⟨)[^\s⟨⟩]*/g)].map(([words]) => words)[0];
  if (unread !== undefined) {
    const meant = meantBy(unread);
    return `“${unread}” cannot be read as a date, so no date was read${meant ? `; did you mean ${meant}?` : "."}`;
  }
  for (const [written, word = "", year = ""] of text.matchAll(/\b([a-z]{5,11})\.? ((?:19|20)\d{2})\b/gi)) {
    const month = nearestMonth(word);
    if (month) return `“${written}” cannot be read as a date, so no date was read; did you mean ${month} ${year}?`;
  }
  return undefined;
}

/** The date `31/10//2020` was meant to be, where making its marks one of a kind makes it a date. */
function meantBy(unread: string): string | undefined {
  const { day, month, year } = /^(?<day>\d{1,2})[ /.-]+(?<month>\d{1,2})[ /.-]+(?<year>\d{4}|\d{2})$/.exec(unread)?.groups ?? {};
  if (!year || unread === `${day}/${month}/${year}`) return undefined;
  const mended = markDates(`${day}/${month}/${year}`);
  return mended.kind === "marked" && mended.text.startsWith("⟨") ? unmarked(mended.text) : undefined;
}

/** Line breaks stay: they part one step from the next. */
function collapseSpace(phrase: string): string {
  return phrase
    .normalize("NFKC")
    .replace(/[‐‑‒−]/g, "-")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim();
}

const ordinal = "(?:st|nd|rd|th)";
const anyDay = `\\d{1,2} ?${ordinal}?`;
// Bare figures before a comma may number a phase; they are days only where a date may begin.
const days = new RegExp(
  `(?<=^|[\\n(;:]|\\b(?:by|on|from|between|of|and|week|date) )(?<few>${anyDay}(?: ?(?:,|and|&|/|-|–|to) ?${anyDay}){1,9}) ?(?:of )?(?<rest>${anyMonth},? ?(?:\\d{4}|\\d{2}(?!\\d)))`,
  "gi",
);
const daysWithOrdinals = new RegExp(
  `(?<few>\\d{1,2} ?${ordinal}(?: ?(?:,|and|&|/|-|–|to) ?\\d{1,2} ?${ordinal}){1,9}) ?(?:of )?(?<rest>${anyMonth},? ?(?:\\d{4}|\\d{2}(?!\\d)))`,
  "gi",
);

/** Gives each date of `1-5 July 2021`, `July/August 2019` and `01/07/2021-05/07/2021` room of its own. */
function partJoined(text: string): string {
  const eachDay = (_: string, ...rest: unknown[]) => {
    const { few = "", rest: month } = rest.at(-1) as Record<string, string>;
    return few.replace(new RegExp(`(\\d{1,2}) ?${ordinal}?`, "gi"), `$1 ${month}`).replace(/ ?(,|and|&|\/|-|–|to) ?(?=\d{1,2} [a-z])/gi, " $1 ");
  };
  const eachQuarter = (_: string, ...rest: unknown[]) => {
    const { few = "", rest: years } = rest.at(-1) as Record<string, string>;
    return few.replace(/(Q[1-4])/gi, `$1 ${years}`).replace(/ ?(,|and|&|\/|-|–|to) ?(?=Q)/gi, " $1 ");
  };
  return text
    .replace(new RegExp(`\\b(early|mid|late)[–-](?=${anyMonth}|autumn|spring|summer)`, "gi"), "$1 ")
    .replace(/(?<few>\bQ[1-4](?: ?(?:,|and|&|\/|-|–|to) ?Q[1-4]){1,3}),? ?\(?(?<rest>(?:20)?\d{2} ?[/–-] ?(?:20)?\d{2}|20\d{2})\)?/gi, eachQuarter)
    .replace(/ ?\/ ?(?=on-?going)|(?<=on-?going) ?\/ ?/gi, " / ")
    .replace(days, eachDay)
    .replace(daysWithOrdinals, eachDay)
    .replace(new RegExp(`(?<=${anyMonth}|\\d{4}) ?([/–—-]) ?(?=(?:${anyDay} )?(?:of )?${anyMonth})`, "gi"), " $1 ")
    .replace(new RegExp(`(?<=${anyMonth} \\d{4}) ?([–—-]) ?(?=\\d{1,2}[/.])`, "gi"), " $1 ")
    .replace(/(?<=\d[/.]\d{1,2}[/.]\d{2,4}) ?([–—-]) ?(?=\d{1,2}[/.]\d{1,2}[/.])/g, " $1 ")
    .replace(/(?<=(?:autumn|spring|summer)(?: term)?(?: \d{4})?) ?([/–—-]) ?(?=autumn|spring|summer)/gi, " $1 ");
}
