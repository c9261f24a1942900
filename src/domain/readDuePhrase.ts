import type { DuePhrase, DueReading, Milestone } from "./duePhrase.ts";
import { day, type LocalDate, lastDayOfMonth } from "./localDate.ts";
import { markDates } from "./markDates.ts";

/**
 * Reads a completion date as a council writes it. Pure: it knows no today and takes no year from it.
 *
 * A month means its last day, except after `From`, where it means its first. Only what is wholly understood is read:
 * anything else is `invalid` with a sentence that says why, and nothing is ever corrected (law 10). Never throws.
 *
 * @returns steps in date order, whatever their order in the phrase; labels and targets are the plan's own words
 */
export function readDuePhrase(asWritten: string): DuePhrase {
  return { ...read(asWritten), asWritten };
}

type Read = DueReading & Pick<DuePhrase, "doubts">;

function read(asWritten: string): Read {
  const marked = markDates(asWritten);
  if (marked.kind === "unreadable") return { kind: "invalid", problem: marked.problem };

  for (const readAs of ways) {
    const reading = readAs(marked.text);
    if (reading) return reading;
  }
  return { kind: "invalid", problem: whyNot(marked.text) };
}

/** The known ways of writing a due phrase, each over the marked text; a new way is a new line here. */
const ways: readonly ((text: string) => Read | undefined)[] = [
  readUndated,
  readToBeAgreed,
  readStartOnly,
  readRecurring,
  readTargets,
  readSteps,
  readStepsBeforeLostWords,
];

const oneDate = "⟨[\\d-]+⟩";
const datesJoined = `${oneDate}(?:(?: and | ?& ?)${oneDate})*`;
const datesListed = `${oneDate}(?:(?:, ?| and |, and | ?& ?)${oneDate})*`;
const byTheEndOf = "(?:by )?(?:the )?(?:end of )?";

function readUndated(text: string): Read | undefined {
  return /^(?:|on-?going|tbc|tba|to be (?:agreed|confirmed))\.?$/i.test(text) ? { kind: "undated" } : undefined;
}

// Whoever is to agree: `CCG/LPT`, and not `CCG for delivery` or `CCG and then done`, after which the day is another.
const somebody = "(?:(?!\\b(?:and|then|but|not|for|to|in|after|before|from|with)\\b)[^⟨,;:.\\n])+";

/** `To be agreed by CCG/LPT by 31/12/2020`: the day by which a date is to be agreed, not the date. */
function readToBeAgreed(text: string): Read | undefined {
  const by = readWhole(`to be (?:agreed|confirmed)(?: (?:by|with) ${somebody})? by (?:the )?(?:end of )?(?<date>${oneDate})`, text)?.date;
  return by ? { kind: "toBeAgreed", by: lastDay(by) } : undefined;
}

function readStartOnly(text: string): Read | undefined {
  const from = readWhole(`from (?<date>${oneDate})`, text)?.date;
  return from ? { kind: "startOnly", from: firstDay(from) } : undefined;
}

/** `Phased approach by June 2023 (with interim quarterly milestones)`; `Quarterly`. */
function readRecurring(text: string): Read | undefined {
  const every = "(?<every>weekly|fortnightly|monthly|quarterly|termly|six-monthly|annually|yearly)(?: (?:milestones|reviews|updates|reports))?";
  const found = readWhole(every, text) ?? readWhole(`(?:phased approach )?${byTheEndOf}(?<until>${oneDate}) \\((?:with )?(?:interim )?${every}\\)`, text);
  if (!found?.every) return undefined;
  return { kind: "recurring", every: found.every, ...(found.until && { until: lastDay(found.until) }) };
}

/** `Sept 2022: 177 weeks; June 2023: 125 weeks`. A target holds a figure: `Sept 2022: cancelled` has none and is not read. */
function readTargets(text: string): Read | undefined {
  const steps: Milestone[] = [];
  for (const part of text.replace(/;$/, "").split(/ ?[;\n] ?/)) {
    const found = readWhole(`(?<date>${oneDate}) ?: ?(?<target>[^⟨]*\\d[^⟨]*)`, part);
    if (!found?.date || !found.target) return undefined;
    steps.push({ on: lastDay(found.date), target: found.target });
  }
  const [only] = steps;
  return only && steps.length === 1 ? { kind: "day", ...only } : inDateOrder(steps);
}

// The words a plan uses for what happens on a date. A closed list: `(was July 2022)` must not become a step.
const label = "(?<label>(?:interim |final |follow[ -]up )?(?:milestones?|baselines?|reviews?|launch|surveys?|engagement)(?: to review)?)";
const labelBefore = `(?:with |plus )?${label}(?: in| by)?`;

/** One date or dates joined by `and`, with their label before or after, or a bracket full of them; parted from what stands before. */
const step = new RegExp(
  [`\\(${labelBefore} (?<dates>${datesListed})\\)`, `${labelBefore} (?<dates>${datesJoined})(?! ?⟨)`, `(?<dates>${datesJoined})(?! ?⟨)(?: ?\\(${label}\\))?`]
    .map((way) => `(?:^${byTheEndOf}|(?: ?[,;.\\n])? ?(?:and |& ?)?)${way}`)
    .join("|"),
  "iy",
);

/** `December 2022 (interim milestone in July 2022)`, `May 2022, December 2022`, `October 2021 (launch)`, `31/10/2020`. */
function readSteps(text: string): Read | undefined {
  const whole = text.replace(/[.;]$/, "");
  const steps: Milestone[] = [];
  for (let at = 0; at < whole.length; at = step.lastIndex) {
    step.lastIndex = at;
    const { dates, label: words } = step.exec(whole)?.groups ?? {};
    if (!dates) return undefined;
    for (const [date] of dates.matchAll(/⟨[\d-]+⟩/g)) steps.push({ on: lastDay(date), ...(words && { label: words }) });
  }
  const [only] = steps;
  return only && steps.length === 1 ? { kind: "day", ...only } : inDateOrder(steps);
}

/** `October 2022⏎Evaluation by [text lost in extract]`: editors put square brackets where words are lost. */
function readStepsBeforeLostWords(text: string): Read | undefined {
  const found = readWhole("(?<before>.+)[\\n;,.] ?(?<what>[^⟨\\n]+) by \\[[^\\]]*\\]", text);
  const reading = found?.before ? readSteps(found.before) : undefined;
  return reading && { ...reading, doubts: [`The date of “${found?.what}” is lost, so only what stands before it was read.`] };
}

function whyNot(text: string): string {
  if (/\[[^\]]*\]/.test(text)) return "Words of this date are lost, so no date was read.";
  if (text.includes("⟨")) return "Not everything written here was understood, so no date was read.";
  return "No date could be found in these words.";
}

function inDateOrder(steps: readonly Milestone[]): Read | undefined {
  return steps.length < 2 ? undefined : { kind: "milestones", steps: steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}

/** @returns the named groups when the pattern takes in the whole text, whatever its capitals */
function readWhole(pattern: string, text: string): Readonly<Record<string, string | undefined>> | undefined {
  const found = new RegExp(`^(?:${pattern})$`, "is").exec(text);
  return found ? (found.groups ?? {}) : undefined;
}

/** @param mark - `⟨2022-07⟩` or `⟨2022-07-29⟩` */
function lastDay(mark: string): LocalDate {
  const written = mark.slice(1, -1);
  const [year = 0, month = 0] = written.split("-").map(Number);
  return written.length > 7 ? day(written) : lastDayOfMonth(year, month);
}

function firstDay(mark: string): LocalDate {
  const written = mark.slice(1, -1);
  return day(written.length > 7 ? written : `${written}-01`);
}
