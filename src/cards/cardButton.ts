import type { CardAction } from "./cardAction.ts";

/** A button or a row that can be pressed. Templates turn it into an Action.Execute with an Action.Submit of the same data. */
export interface CardButton {
  readonly title: string;
  readonly data: CardAction;
}

export function cardButton(title: string, data: CardAction): CardButton {
  return { title, data };
}
