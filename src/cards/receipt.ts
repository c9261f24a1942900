import type { Rating } from "../domain/ratingScheme.ts";
import type { ListToken } from "./cardAction.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
import { cutAtWord, moreInHistory } from "./cutAtWord.ts";
import { ratingInWords } from "./ratingStyle.ts";

/** What was recorded, for the person who said it. */
export interface Receipt {
  readonly ref: string;
  /** As given. */
  readonly rating?: Rating;
  readonly proposedComplete: boolean;
  /** The rating in force while completion is only proposed, or after an undo; absent when there is none. */
  readonly keeps?: Rating;
  readonly narrative: string;
  readonly figure?: string;
  readonly help?: string;
  /** Id of the update. */
  readonly update: string;
  /** A fresh one, for taking the update back; without it no such button is shown. */
  readonly nonce?: string;
  readonly onBehalfOf?: string;
  /** The update was taken back. */
  readonly undone?: boolean;
}

/** The receipt as the templates show it. */
export function receiptView(receipt: Receipt, plan: string, list: ListToken | undefined): { title: string; lines: string[]; buttons: CardButton[] } {
  const { ref, update, nonce } = receipt;
  const keeps = receipt.keeps ? `it keeps ${ratingInWords(receipt.keeps)}` : "it has no rating";
  const open = { verb: "openForm", plan, ref, list } as const;

  if (receipt.undone) {
    return {
      title: `Your update on ${ref} was taken back`,
      lines: [`Nothing else changed: ${keeps}.`, "The history shows both the update and that it was taken back."],
      buttons: [cardButton("Answer again", open)],
    };
  }

  const undo = nonce === undefined ? [] : [cardButton("Undo", { verb: "undoUpdate", plan, ref, nonce, update, list })];
  return {
    title: `Recorded for ${ref}`,
    lines: [
      receipt.onBehalfOf && `On behalf of ${receipt.onBehalfOf}`,
      receipt.rating && `Rating: ${ratingInWords(receipt.rating)}`,
      receipt.proposedComplete && `Complete is only proposed until the board signs it off. Until then ${keeps}.`,
      `“${cutAtWord(receipt.narrative, 300, moreInHistory)}”`,
      receipt.figure && `Figure: ${cutAtWord(receipt.figure, 100)}`,
      receipt.help && `What would help: ${cutAtWord(receipt.help, 200, moreInHistory)}`,
    ].filter((line): line is string => typeof line === "string" && line !== ""),
    buttons: [cardButton("Change it", { ...open, amends: update }), ...undo],
  };
}
