import { longestHelp } from "../domain/answerForm.ts";
import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface TypedRisk {
  readonly words: string;
  readonly owner: string;
  readonly mitigation: string;
  /** To close it or open it again. */
  readonly reason: string;
}

export type RiskFaults = Readonly<Partial<Record<keyof TypedRisk, string>>>;

export interface RiskForm {
  readonly planTitle: string;
  readonly plan: string;
  /** Of the measure, and its words. */
  readonly ref: string;
  readonly measure: string;
  /** Its number, last row and whether it is closed; absent for a new one. */
  readonly risk?: { readonly risk: string; readonly last: string; readonly isClosed: boolean };
  readonly typed: TypedRisk;
  readonly faults?: RiskFaults;
  readonly nonce: string;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

/** Characters of what is typed: more than is stored, so that what is too long is said and not cut in silence. */
const mostOwner = 240;

/** Asks what a risk of the log is to say, and closes or opens it again. */
export function riskFormCard({ plan, ref, risk, nonce, typed, faults = {}, news, ...form }: RiskForm): Card {
  const press = (title: string, how: Extract<CardAction, { verb: "saveRisk" }>["how"]) =>
    cardButton(title, { verb: "saveRisk", plan, ref, nonce, how, ...(risk && { risk: risk.risk, basis: risk.last }) });
  const end = risk?.isClosed ? press("Open it again", "reopen") : press("Close it", "close");
  return fitCard(longestHelp + 500, (most) =>
    fillTemplate("riskForm", {
      planTitle: form.planTitle,
      heading: risk ? `Risk ${risk.risk} of ${ref}${risk.isClosed ? ", closed" : ""}` : `A new risk of ${ref}`,
      faults: { ...faults, ...(Object.keys(faults).length > 0 && { summary: "Not saved yet. Please put this right and press again." }) },
      news: news && { sentence: news.sentence, lines: news.lines.slice(0, 6).map((line) => cutAtWord(line, 300)) },
      measure: cutAtWord(form.measure, 400),
      words: clip(typed.words, most),
      owner: clip(typed.owner, Math.min(most, mostOwner)),
      mitigation: clip(typed.mitigation, most),
      reason: clip(typed.reason, most),
      reasonLabel: risk && (risk.isClosed ? "To open it again: why?" : "To close it: why?"),
      most: { words: longestHelp + 500, owner: mostOwner, mitigation: longestHelp + 500, reason: longestHelp + 500 },
      decisions: [press("Save", "save"), ...(risk ? [end] : [])],
      buttons: [cardButton("The risk log", { verb: "say", words: "risks" })],
    }),
  );
}

function clip(typed: string, length: number): string {
  return typed.slice(0, length).toWellFormed();
}
