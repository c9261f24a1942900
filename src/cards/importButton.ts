import type { CardAction } from "./cardAction.ts";
import { type CardButton, cardButton } from "./cardButton.ts";

/** `auto` sends what stands in the card's inputs along. */
export interface ImportButton extends CardButton {
  readonly inputs: "auto" | "none";
}

export function importButton(title: string, data: CardAction, inputs: ImportButton["inputs"] = "none"): ImportButton {
  return { ...cardButton(title, data), inputs };
}
