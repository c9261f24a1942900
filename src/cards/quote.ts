import { cutAtWord } from "./cutAtWord.ts";

/** Words below what a card says itself: to be copied into a message to somebody else, or the person's own that are kept. */
export interface Quote {
  readonly title: string;
  readonly words: string;
}

/** More than the boxes take whose words come back so. */
const mostQuoted = 3_000;

export function fitQuote({ title, words }: Quote): Quote {
  return { title, words: cutAtWord(words, mostQuoted) };
}

/**
 * What was typed for something that stands otherwise by now: it comes back with the card that says so (law 4).
 *
 * @returns undefined where nothing was typed
 */
export function notKept(...typed: readonly (string | undefined | false)[]): Quote | undefined {
  const words = typed.filter((one) => one && one.trim() !== "").join("\n\n");
  return words === "" ? undefined : { title: "What you wrote was not kept", words };
}
