import { type CardButton, cardButton } from "./cardButton.ts";

/** Which part of a long list a card shows, which is as much as fits. */
export interface Part {
  /** The first line shown, from 1. */
  readonly from: number;
  readonly shown: number;
  readonly total: number;
}

/** Buttons that say the list's own words again, with where to go on: `overdue area 2 from 25`. */
export function moreButtons(words: string, { from, shown, total }: Part): CardButton[] {
  const next = from + shown;
  return [
    ...(from > 1 ? [cardButton("‹ From the first", { verb: "say", words })] : []),
    ...(shown > 0 && next <= total ? [cardButton("More ›", { verb: "say", words: `${words} from ${next}` })] : []),
  ];
}

/** `25 to 48 of 300`; nothing where all is shown. */
export function partInWords({ from, shown, total }: Part): string {
  return shown < total ? `${from} to ${from + shown - 1} of ${total}` : "";
}
