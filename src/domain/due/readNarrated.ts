import type { Milestone } from "../duePhrase.ts";
import { lastDay, oneDate, readWhole, unmarked } from "./mark.ts";
import { dueBy, type Read, type Way, withDoubt } from "./way.ts";

/** `• May 2022⏎• October onwards⏎Ongoing` and `Phase 1 May 2022; ongoing`: each line is read by itself. */
export const readLines: Way = (text, again) => {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.replace(/^\s*(?:[•·●▪*-]|\(?(?:\d{1,2}|[a-z])[).])\s+|^\s*•\s*/i, "").trim())
    .filter((line) => line !== "");
  if (lines.length < 2 && lines[0] === text) return undefined;

  const [only] = lines;
  if (only !== undefined && lines.length === 1) return again(only);
  const steps: Milestone[] = [];
  const doubts: string[] = [];
  const others: Read[] = [];
  for (const line of lines) {
    const start = readWhole(`(?<from>(?:starting )?from )?(?<date>${oneDate})(?<onwards> onwards?)?`, line);
    if (start?.date && (start.from || start.onwards)) {
      steps.push({ on: lastDay(start.date), label: (start.onwards ?? start.from ?? "").trim() });
      continue;
    }
    const read = again(line);
    doubts.push(...(read.doubts ?? []));
    if (read.kind === "day") steps.push(stepOf(read));
    else if (read.kind === "milestones") steps.push(...read.steps);
    else if (read.kind === "undated" || read.kind === "recurring") {
      others.push(read);
      if (line.length > 0) doubts.push(`“${unmarked(line)}” has no date, so only the dates beside it were read.`);
    } else return undefined;
  }
  return steps.length > 0 ? dueBy(steps, doubts) : (others.find(({ kind }) => kind === "recurring") ?? { kind: "undated" });
};

// Words after which a date is not when something is due, or is somebody else's.
const otherwise =
  /\b(?:not|no|never|or|if|unless|until|after|before|since|following|subject|depend\w*|pending|was|were|originally|previous\w*|moved|delayed|slipped|cancel\w*|postponed|missed|longer|except|within|prior|failed|deferred|extended|revised|changed|instead|but|then|maybe|perhaps|possibly|awaiting|agreed|confirmed|decided)\b|[?[\]]|\b(?:19|20)\d{2}\b/i;
const dangling = /^(?:and|&|to|by|until|for|\/)$|\b(?:and|&)$/i;
const words = "[^⟨⟩\\n]{1,120}?";
const wordsBefore = `(?<words>${words})(?<by> by| by the| in| on| from| for|:| :| -| –|)(?: ?\\(| )(?<date>${oneDate})\\)?`;
const wordsAfter = `(?:by )?(?<date>${oneDate})(?<by>:| :| -| –|,|) ?(?<words>[^⟨⟩\\n]{1,120})`;

/** `D1 weekly meetings in place from July 2020, D2 to be fully in place from September 2020`, `Phase 1: May 2022; Phase 2: Oct 2022`. */
export function readNarratedSteps(text: string): Read | undefined {
  const whole = text.replace(/[.;,]$/, "");
  return (
    narrated(whole.split(/(?<=⟩\)?)(?:[,;.\n]| and(?= )| &(?= ))\s*(?:and )?(?=[^⟨])/), wordsBefore) ??
    narrated(whole.split(/(?:[,;.\n]| and(?= )| &(?= ))\s*(?:and )?(?=⟨)/), wordsAfter)
  );
}

function narrated(parts: readonly string[], pattern: string): Read | undefined {
  const steps: Milestone[] = [];
  for (const part of parts) {
    const { date, words: said = "" } = readWhole(pattern, part.trim()) ?? {};
    if (!date || otherwise.test(said) || dangling.test(said) || !/[a-z]/i.test(said)) return undefined;
    steps.push({
      on: lastDay(date),
      label: said
        .replace(/ (?:in|on|from|by)$| [-–]$/i, "")
        .replace(/^(?:and |& )|^\(|\)$/gi, "")
        .trim(),
    });
  }
  if (steps.length > 1) return dueBy(steps);
  // `Significant improvement by February 2020` says when it is due; of `Board February 2020` that is only likely.
  const [part = ""] = parts;
  const { by = "" } = readWhole(pattern, part.trim()) ?? {};
  const plain = /\bby\b|:/.test(by) || part.startsWith("by ");
  return dueBy(steps, plain ? [] : [`Words stand beside the date, which was read as the day by which this is due: “${unmarked(part)}”.`]);
}

const unsure =
  "(?:tbc|tba|provisional(?:ly)?|approx(?:imate(?:ly)?)?\\.?|estimated?|est\\.?|indicative|proposed|to be confirmed|circa|around|about|c\\.|anticipated|expected|target|\\?+)";

const conditional =
  "(?:but )?(?:subject to|pending|dependent (?:up)?on|depending on|depends on|conditional (?:up)?on|contingent on|awaiting|provided|if|assuming) [^⟨⟩()\\n]{2,100}";

/** `December 2022 (provisional)`, `December 2022?`, `circa March 2023`, `March 2022 subject to approval`. */
export const readProvisional: Way = (text, again) => {
  const found =
    readWhole(`(?<rest>.*⟩\\)?) ?[-–,(]? ?(?<how>${unsure}|${conditional})\\)?\\.?`, text) ?? readWhole(`(?:by |in )?(?<how>${unsure}):? (?<rest>⟨.*)`, text);
  const read = found?.rest ? again(found.rest) : undefined;
  if (!read || (read.kind !== "day" && read.kind !== "milestones")) return undefined;
  return withDoubt(read, `The date is not firm: “${found?.how}” stands beside it.`);
};

function stepOf({ on, label, target }: Milestone): Milestone {
  return { on, ...(label && { label }), ...(target && { target }) };
}
