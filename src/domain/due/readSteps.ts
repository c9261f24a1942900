import type { Milestone } from "../duePhrase.ts";
import { lastDay, oneDate, readWhole } from "./mark.ts";
import { dueBy, type Read } from "./way.ts";

const datesJoined = `${oneDate}(?:(?: and | ?& ?)${oneDate})*`;
const datesListed = `${oneDate}(?:(?:, ?| and |, and | ?& ?)${oneDate})*`;
const byWords =
  "(?:(?:by|due:?|due by|(?:due |end |target |completion )?date:?|by when:?|deadline:?|over|throughout|within|in|on|during|at|until|up to|to be completed by|for completion by|completion by|to complete by|end of|latest|by latest) (?:the )?)?";

/** `Sept 2022: 177 weeks; June 2023: 125 weeks`. A target holds a figure: `Sept 2022: cancelled` has none and is not read. */
export function readTargets(text: string): Read | undefined {
  const steps: Milestone[] = [];
  for (const part of text.replace(/;$/, "").split(/ ?[;\n] ?|, (?=⟨)|(?:, (?:and )?| and )(?=\d[\d.,]* ?%)/)) {
    const found =
      readWhole(`(?:by )?(?<date>${oneDate}) ?[:=] ?(?<target>[^⟨]*\\d[^⟨]*)`, part) ??
      readWhole(`(?:by )?(?<date>${oneDate}) ?(?:[–-] ?|\\()(?<target>[^⟨()]*\\d ?%[^⟨()]*)\\)?`, part) ??
      readWhole(`(?<target>\\d[\\d.,]* ?%[^⟨]{0,60}?) (?:by|in) (?<date>${oneDate})`, part);
    if (!found?.date || !found.target) return undefined;
    steps.push({ on: lastDay(found.date), target: found.target.trim() });
  }
  return dueBy(steps);
}

// The words a plan uses for what happens on a date. A closed list: `(was July 2022)` must not become a step.
const finished =
  "complete[d]?|completion|done|achieved|implemented|implementation|delivered|delivery|actioned|closed|finished|in place|published|approved|approval|signed[ -]off|sign[ -]off|embedded|established|appointed|recruited|submitted";
const happening = `milestones?|baselines?|reviews?|reviewed|re-?view date|launch(?:ed)?|surveys?|engagement|go(?:es)? live|go-live|live|pilot|draft|final|roll[ -]?out|evaluation|re-?audit|audit|interim|checkpoint|\\d{1,2}[- ]months?|months? \\d{1,2}`;
const label = `(?<label>(?:interim |final |first |second |initial |mid-point |follow[ -]up )?(?:${happening}|${finished})(?: to review)?)`;
const labelBefore = `(?:with |plus )?(?:an? )?${label}(?: in| by| on|:| -| –)?`;

/** One date or dates joined by `and`, with their label before or after, or a bracket full of them; parted from what stands before. */
const step = new RegExp(
  [
    `\\(${labelBefore} (?<dates>${datesListed})\\)`,
    `${labelBefore} ?\\((?<dates>${datesListed})\\)`,
    `${labelBefore}[ \\n](?<dates>${datesJoined})(?! ?⟨)`,
    `(?<label>(?:autumn|spring|summer)(?: term)?|week|easter|(?:quarter |q)[1-4]) \\((?<dates>${oneDate})\\)`,
    `\\(?(?<dates>${datesJoined})\\)?(?! ?⟨)(?: ?(?:\\(${label}\\)|[-–:,]? ?${label}(?! ?⟨|[ -]?\\w)))?`,
  ]
    .map((way) => `(?:^${byWords}|(?: ?[,;.\\n/])? ?(?:and |& ?|then )?(?:by )?)${way}`)
    .join("|"),
  "iy",
);

/** `December 2022 (interim milestone in July 2022)`, `May 2022, December 2022`, `October 2021 (launch)`, `Go live 30/04/2021`. */
export function readSteps(text: string): Read | undefined {
  const whole = text.replace(/[ .;,!✓✔*]+$|^[✓✔] ?/gu, "");
  const steps: Milestone[] = [];
  for (let at = 0; at < whole.length; at = step.lastIndex) {
    step.lastIndex = at;
    const { dates, label: words } = step.exec(whole)?.groups ?? {};
    if (!dates) return undefined;
    for (const [date] of dates.matchAll(new RegExp(oneDate, "g"))) steps.push({ on: lastDay(date), ...(words && { label: words }) });
  }
  return dueBy(steps);
}

/** `October 2022⏎Evaluation by [text lost in extract]`: editors put square brackets where words are lost. */
export function readStepsBeforeLostWords(text: string): Read | undefined {
  const found = readWhole("(?<before>.+)[\\n;,.] ?(?<what>[^⟨\\n]+) by \\[[^\\]]*\\]", text);
  const reading = found?.before ? readSteps(found.before) : undefined;
  return reading && { ...reading, doubts: [`The date of “${found?.what}” is lost, so only what stands before it was read.`] };
}
