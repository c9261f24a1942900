import type { KeptFromChat } from "../domain/mergeMeasure.ts";
import type { Plan } from "../domain/plan.ts";
import type { FieldChange, NamedPart, PlanChanges } from "../domain/planChanges.ts";

interface Group {
  readonly title: string;
  readonly lines: readonly string[];
}

/** So many of each kind of change stand on the first card. */
const mostEach = 5;
const mostWords = 60;

/** What a file changes of the plan there is, what leaves it first; nothing for a first import. */
export function changeGroups(
  { changes, keptFromChat }: { readonly changes: PlanChanges; readonly keptFromChat: readonly KeptFromChat[] },
  before: Plan | undefined,
): Group[] {
  if (!before) return [];
  const lines = kindsOf(changes).flatMap(({ word, parts }) =>
    listed(measuresFirst(parts), (part) => [`${capital(word)}: ${nameOf(part)}`, fieldsOf(part)].filter(Boolean).join(": ")),
  );
  const sense = "What is gone is marked withdrawn and kept with its history. If it stands in another file of the plan, send both files in one message.";
  const counts = changeCounts(changes);
  return [
    counts === ""
      ? { title: "It changes nothing", lines: ["The plan already says all that this file says."] }
      : { title: `What it changes: ${counts}`, lines: [...lines, ...(changes.gone.length > 0 ? [sense] : [])] },
    {
      title: "Said in chat since, and kept",
      lines: listed(keptFromChat, ({ ref, field, chat, file }) => `${ref} ${field}: chat says “${short(chat)}”, the file “${short(file)}”`),
    },
  ];
}

/** What is said first of a file that has so little of the plan that it may be another plan's; undefined for any other. */
export function missingMost({ gone }: { readonly gone: readonly string[] }, before: Plan | undefined): string | undefined {
  const all = before?.measures.length ?? 0;
  if (!before || all === 0 || gone.length * 2 <= all) return undefined;
  const missing =
    gone.length === all ? `None of the ${all} measures of ${before.title} is` : `${gone.length} of the ${all} measures of ${before.title} are not`;
  return `${missing} in this file`;
}

/** Every change, the same way round; each changed fact is a line of its own. */
export function allChanges(changes: PlanChanges): { what: string; lines: string[] }[] {
  return kindsOf(changes).flatMap(({ word, means, parts }) =>
    measuresFirst(parts).map((part) => ({
      what: `${capital(word)}: ${nameOf(part)}`,
      lines: "fields" in part && part.fields.length > 0 ? part.fields.map(fieldInWords) : [means],
    })),
  );
}

/** `2 gone, 3 changed, 1 new`; empty where nothing changes. */
export function changeCounts(changes: PlanChanges): string {
  return kindsOf(changes)
    .filter(({ parts }) => parts.length > 0)
    .map(({ word, parts }) => `${parts.length} ${word}`)
    .join(", ");
}

type Changed = NamedPart | PlanChanges["changed"][number];

function kindsOf({ added, changed, gone, back }: PlanChanges): { word: string; means: string; parts: readonly Changed[] }[] {
  return [
    { word: "gone", means: "It is not in the file.", parts: gone },
    { word: "changed", means: "As the file has it.", parts: changed },
    { word: "new", means: "It was not in the plan.", parts: added },
    { word: "back again", means: "It had been withdrawn.", parts: back },
  ];
}

/** Measures are what people work on; what stands above them comes after. */
function measuresFirst(parts: readonly Changed[]): Changed[] {
  return [...parts.filter(({ kind }) => kind === "measure"), ...parts.filter(({ kind }) => kind !== "measure")];
}

function listed<T>(all: readonly T[], say: (one: T) => string): string[] {
  const more = all.length - mostEach;
  return [...all.slice(0, mostEach).map(say), ...(more > 0 ? [`… and ${more} more like it`] : [])];
}

/** An area is known by its title, and its ref often says that it is one. */
function nameOf({ kind, ref, words }: NamedPart): string {
  const isNamed = kind === "measure" || ref.toLowerCase().startsWith(kind);
  return `${isNamed ? "" : `${kind} `}${ref} “${short(words)}”`;
}

function fieldsOf(part: Changed): string {
  return "fields" in part ? part.fields.map(fieldInWords).join("; ") : "";
}

function fieldInWords({ field, from, to }: FieldChange): string {
  return `${field} ${quoted(from, to)} → ${quoted(to, from)}`;
}

/** Long words that begin alike are shown from shortly before where they part. */
function quoted(words: string, other: string): string {
  if (words.trim() === "") return "blank";
  let alike = 0;
  while (alike < words.length && words[alike] === other[alike]) alike++;
  const from = words.length > mostWords && alike > mostWords / 2 ? words.lastIndexOf(" ", alike - 15) + 1 : 0;
  return `“${from > 0 ? "…" : ""}${short(words.slice(from))}”`;
}

function capital(word: string): string {
  return word.replace(/^./, (first) => first.toUpperCase());
}

function short(words: string): string {
  const line = words.trim().replace(/\s+/g, " ");
  return line.length > mostWords ? `${line.slice(0, mostWords).toWellFormed()}…` : line;
}
