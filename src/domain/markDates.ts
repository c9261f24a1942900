import { lastDayOfMonth, localDateOf } from "./localDate.ts";

/** A phrase whose dates all stand in one form: `⟨2022-07⟩` for a month, `⟨2022-07-29⟩` for a day; or why it has none that can be relied on. */
export type Marked = { readonly kind: "marked"; readonly text: string } | { readonly kind: "unreadable"; readonly problem: string };

const months = [
  ["January", "Jan"],
  ["February", "Feb"],
  ["March", "Mar"],
  ["April", "Apr"],
  ["May"],
  ["June", "Jun"],
  ["July", "Jul"],
  ["August", "Aug"],
  ["September", "Sept", "Sep"],
  ["October", "Oct"],
  ["November", "Nov"],
  ["December", "Dec"],
] as const;

/** In characters. The longest phrase of a real plan has 150. */
const longest = 1_000;

const anyMonth = `(?:${months.flat().join("|")})\\b\\.?`;
// Dates are never cut out of a longer run, so that `mid-December 2022` and `December 2022/23` are left unread.
const start = "(?<![\\w/.\\-–⟨])";
const end = "(?![\\w/\\-–⟩])";

type Rewrite = (parts: Readonly<Record<string, string>>) => string | Impossible;
interface Impossible {
  readonly because: string;
}

/** Each way of writing one date, turned into its mark. Another way (a term, a quarter) is another line. */
const waysToWriteADate: readonly (readonly [pattern: string, rewrite: Rewrite])[] = [
  ["(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})", markDay],
  ["(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})", markDay],
  [`(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>${anyMonth}) (?<year>\\d{4})`, markDay],
  [`(?<month>${anyMonth}) (?<year>\\d{4})`, markMonth],
];

/**
 * Finds the dates in a phrase and marks them, collapsing white space on the way.
 *
 * A month without a year takes that of the later month it is joined to (`July and December 2022`); before an earlier
 * month (`October and March 2023`) the year would be a guess, and none is made. Figures are read day first.
 *
 * @returns `unreadable` when any words look like a date and are not a whole one that the calendar has
 */
export function markDates(phrase: string): Marked {
  if (phrase.length > longest) return { kind: "unreadable", problem: "This is too long to be a date, so no date was read." };
  if (/[⟨⟩]/.test(phrase)) return { kind: "unreadable", problem: "The marks ⟨ and ⟩ were not understood, so no date was read." };
  let problem: string | undefined;
  let text = collapseSpace(phrase);

  for (const [pattern, rewrite] of waysToWriteADate) {
    text = text.replace(new RegExp(start + pattern + end, "gi"), (written: string, ...rest: unknown[]) => {
      const mark = rewrite(rest.at(-1) as Record<string, string>);
      if (typeof mark === "string") return mark;
      problem ??= `There is no day “${written}” (${mark.because}), so no date was read.`;
      return written;
    });
  }
  if (problem) return { kind: "unreadable", problem };

  text = carryYearsBack(text);
  const unread = looksLikeADate.exec(text)?.[0];
  if (unread) return { kind: "unreadable", problem: `“${unread}” cannot be read as a date, so no date was read.` };
  return { kind: "marked", text };
}

const looksLikeADate = new RegExp(`[^\\s⟨⟩]*\\b${anyMonth}[^\\s⟨⟩]*(?: \\d{4}\\S*)?|(?<!⟨[\\d-]*)\\d+(?:[/.-]+\\d+){2,}[^\\s⟨⟩]*`, "i");

/** Line breaks stay: they part one step from the next. */
function collapseSpace(phrase: string): string {
  return phrase
    .replace(/\s*\n\s*/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

function carryYearsBack(text: string): string {
  const joined = new RegExp(`${start}(?<month>${anyMonth})(?=(?:, ?| and | ?& ?)⟨(?<year>\\d{4})-(?<next>\\d{2})⟩)`, "gi");
  const carried = text.replace(joined, (written: string, ...rest: unknown[]) => {
    const { month = "", year, next } = rest.at(-1) as Record<string, string>;
    return monthNumber(month) < Number(next) ? `⟨${year}-${twoFigures(monthNumber(month))}⟩` : written;
  });
  return carried === text ? text : carryYearsBack(carried);
}

function markDay({ year, month = "", day }: Readonly<Record<string, string>>): string | Impossible {
  const number = monthNumber(month);
  const names = months[number - 1];
  if (!names) return { because: `there is no month ${month}` };
  if (!localDateOf(Number(year), number, 1)) return { because: `the year ${year} is too far off` };
  const date = localDateOf(Number(year), number, Number(day));
  const name = number === 2 ? `February ${year}` : names[0];
  return date ? `⟨${date}⟩` : { because: `${name} has ${lastDayOfMonth(Number(year), number).slice(8)} days` };
}

function markMonth({ year, month = "" }: Readonly<Record<string, string>>): string | Impossible {
  const first = localDateOf(Number(year), monthNumber(month), 1);
  return first ? `⟨${first.slice(0, 7)}⟩` : { because: `the year ${year} is too far off` };
}

/** @param written - in figures, or a name in any of its lengths */
function monthNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  return months.findIndex((names) => names.some((name) => name.toLowerCase() === written.toLowerCase().replace(".", ""))) + 1;
}

function twoFigures(number: number): string {
  return String(number).padStart(2, "0");
}
