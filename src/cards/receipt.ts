import { type Challenge, challengeInWords } from "../domain/challenge/challenge.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Rating } from "../domain/ratingScheme.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
import { cutAtWord, moreInHistory } from "./cutAtWord.ts";
import { type EvidenceLink, evidenceLinks, evidenceNames } from "./evidenceLinks.ts";
import type { ListToken } from "./listToken.ts";
import { ratingInWords } from "./ratingStyle.ts";

/** What was recorded, for the person who said it. */
export interface Receipt {
  readonly ref: string;
  /** As given. */
  readonly rating?: Rating;
  readonly proposedComplete: boolean;
  /** The rating in force while completion is only proposed, or after an undo; absent when there is none. */
  readonly keeps?: Rating;
  /** Of impact, as given. */
  readonly impact?: Rating;
  readonly narrative: string;
  /** With how far it is from its target, where that can be told. */
  readonly figure?: string;
  readonly help?: string;
  readonly risk?: string;
  readonly mitigation?: string;
  readonly evidence?: readonly Evidence[];
  /** What the board would ask, and what the lead says to it. */
  readonly challenges?: readonly Challenge[];
  readonly why?: string;
  /** Id of the update. */
  readonly update: string;
  /** A fresh one, for taking the update back; without it no such button is shown. */
  readonly nonce?: string;
  readonly onBehalfOf?: string;
  /** The update was taken back. */
  readonly undone?: boolean;
}

export interface ReceiptView {
  readonly title: string;
  readonly lines: readonly string[];
  readonly evidence: readonly EvidenceLink[];
  readonly challenges?: { readonly heading: string; readonly lines: readonly string[] };
  readonly buttons: readonly CardButton[];
}

/** How much a receipt shows by itself, and on a crowded list. */
const shown = {
  full: { narrative: 300, box: 200, links: 2, challenges: 7 },
  brief: { narrative: 150, box: 80, links: 0, challenges: 3 },
} as const;

/** The receipt as the templates show it. */
export function receiptView(receipt: Receipt, plan: string, list: ListToken | undefined, size: keyof typeof shown = "full"): ReceiptView {
  const { ref, update, nonce } = receipt;
  const keeps = receipt.keeps ? `it keeps ${ratingInWords(receipt.keeps)}` : "it has no rating";
  const open = { verb: "openForm", plan, ref, list } as const;

  if (receipt.undone) {
    return {
      title: `Your update on ${ref} was taken back`,
      evidence: [],
      lines: [`Nothing else changed: ${keeps}.`, "The history shows both the update and that it was taken back."],
      buttons: [cardButton("Answer again", open)],
    };
  }

  const undo = nonce === undefined ? [] : [cardButton("Undo", { verb: "undoUpdate", plan, ref, nonce, update, list })];
  const { challenges = [], evidence = [], why } = receipt;
  const most = shown[size];
  const more = challenges.length - most.challenges;
  const isAsked = challenges.length > 0 && why === undefined;
  return {
    title: `Recorded for ${ref}`,
    lines: [
      receipt.onBehalfOf && `On behalf of ${receipt.onBehalfOf}`,
      receipt.rating && `Rating: ${ratingInWords(receipt.rating)}`,
      receipt.impact && `Impact: ${ratingInWords(receipt.impact)}`,
      receipt.proposedComplete && `Complete is only proposed until the board signs it off. Until then ${keeps}.`,
      `“${cutAtWord(receipt.narrative, most.narrative, moreInHistory)}”`,
      receipt.figure && `Figure: ${cutAtWord(receipt.figure, 100)}`,
      ...riskLines(receipt, most.box),
      receipt.help && `What would help: ${cutAtWord(receipt.help, most.box, moreInHistory)}`,
      why && `Your answer: ${cutAtWord(why, most.box, moreInHistory)}`,
      most.links === 0 && evidenceNames(evidence),
    ].filter((line): line is string => typeof line === "string" && line !== ""),
    evidence: evidenceLinks(evidence, most.links),
    ...(challenges.length > 0 && {
      challenges: {
        heading: isAsked ? "It is recorded as it is. The board will see, and may ask:" : "The board will see with it:",
        lines: [
          ...challenges.slice(0, most.challenges).map((one) => cutAtWord(challengeInWords(one), 160)),
          ...(more > 0 ? [`and ${more} more in history`] : []),
        ],
      },
    }),
    buttons: [
      cardButton(isAsked ? "Say why, or change it" : "Change it", { ...open, amends: update }),
      ...undo,
      ...(receipt.risk && size === "full" && nonce !== undefined
        ? [cardButton("Put the risk into the log", { verb: "logRisk", plan, ref, nonce, update, list })]
        : []),
    ],
  };
}

/** A risk that stands in the words already is not said twice. */
export function riskLines({ narrative, risk, mitigation }: Pick<Receipt, "narrative" | "risk" | "mitigation">, most: number): string[] {
  return [
    risk && !narrative.includes(`Risk: ${risk}`) ? `Risk: ${cutAtWord(risk, most, moreInHistory)}` : "",
    mitigation && !narrative.includes(`Mitigation: ${mitigation}`) ? `What is done about it: ${cutAtWord(mitigation, most, moreInHistory)}` : "",
  ].filter((line) => line !== "");
}
