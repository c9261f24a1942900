import { longestHelp } from "../domain/answerForm.ts";
import type { WhichDate } from "../domain/askedDate.ts";
import { type DuePhrase, datesOf } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import type { MovedDate } from "../domain/originalDue.ts";
import { dueInWords } from "./askInWords.ts";
import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { movedInWords } from "./dateInWords.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import type { ListToken } from "./listToken.ts";

/** Characters of what is typed about a date: more than is stored, so that what is too long is said and not cut in silence. */
export const mostTypedOfDate = { date: 200, reason: longestHelp + 500 } as const;

export interface DateForm {
  readonly planTitle: string;
  readonly plan: string;
  readonly ref: string;
  readonly words: string;
  readonly due: DuePhrase;
  readonly moved?: MovedDate;
  /** Of a measure with several dates, the one chosen so far. */
  readonly which?: WhichDate;
  readonly onBehalfOf?: string;
  readonly nonce: string;
  /** The last row of the measure's date changes at the moment; absent when it has none. */
  readonly basis?: string;
  readonly list?: ListToken;
  readonly typed?: { readonly date?: string; readonly reason?: string };
  readonly faults?: DateFaults;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
  /** `the chair` */
  readonly decider: string;
}

/** Beside which box, and what to put right. */
export type DateFaults = Readonly<Partial<Record<"which" | "date" | "reason", string>>>;

/** Asks when a measure will be done instead, and why. */
export function dateFormCard(form: DateForm): Card {
  const { plan, ref, nonce, basis, list, typed, faults = {} } = form;
  const ask: CardAction = { verb: "askForDate", plan, ref, nonce, basis, list };
  return fitCard(mostTypedOfDate.reason, (most) =>
    fillTemplate("dateForm", {
      planTitle: form.planTitle,
      heading: `${ref}: ask for a new date`,
      onBehalfOf: form.onBehalfOf && `You are asking on behalf of ${form.onBehalfOf}.`,
      faults: { ...faults, ...(Object.keys(faults).length > 0 && { summary: "Not asked yet. Please put this right and ask again." }) },
      news: form.news && { sentence: form.news.sentence, lines: form.news.lines.slice(0, 6).map((line) => cutAtWord(line, 300)) },
      words: cutAtWord(form.words, 600),
      facts: [
        dueInWords(form.due),
        movedInWords(form.due, form.moved),
        `Only ${form.decider} can move a date. Until it is decided, the date above counts.`,
      ].filter((fact) => fact !== undefined),
      which: whichDate(form),
      date: (typed?.date ?? "").slice(0, mostTypedOfDate.date).toWellFormed(),
      reason: (typed?.reason ?? "").slice(0, most).toWellFormed(),
      most: mostTypedOfDate,
      ask,
      askTitle: `Ask ${form.decider}`,
      buttons: [list ? cardButton("Back to the list", { verb: "showList", plan, list }) : cardButton("Back to the update", { verb: "openForm", plan, ref })],
    }),
  );
}

/** So many can be chosen one by one; who has more writes all of them. */
const mostSteps = 20;

function whichDate({ due, which }: DateForm): object | undefined {
  const steps = datesOf(due);
  if (steps.length < 2) return undefined;
  const choices = steps.slice(0, mostSteps).map(({ on, label, target }) => ({
    title: `${inWords(on)}${label || target ? ` (${cutAtWord([label, target].filter(Boolean).join(", "), 60)})` : ""}`,
    value: on,
  }));
  return { value: which ?? "", choices: [...choices, { title: "All of them, as I write them", value: "all" }] };
}
