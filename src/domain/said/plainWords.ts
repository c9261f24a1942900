/** Words that say nothing of the work by themselves. */
const idle = new Set(
  (
    "i id i'd say saying would we we're were are am im i'm it it's its is this that that's thats one ones still remains remain stays stay now all both everything each lot whole " +
    "rating rag brag rated rate status currently again please pls thanks thank you cheers ta for me us my mine our the a an as at be to on so and ok okay yes yep yeah hi hello hey " +
    "sorry update updated updating good morning afternoon from side today here too also them they they're theyre these those measure measures action mark marked put down just " +
    "actually correction oops of with go going well team think colour score call atm tbh then re regarding ref about for definitely very much fully firmly too set"
  ).split(" "),
);

/** The words of a text, lower case, each without the punctuation around it. */
export function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .split(/[\s/]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}£]+|[^\p{L}\p{N}%]+$/gu, ""))
    .filter((word) => word !== "");
}

/** The words that say something. */
export function tellingWords(text: string): string[] {
  return wordsIn(text).filter((word) => !idle.has(word));
}

export function isIdle(text: string): boolean {
  return tellingWords(text).length === 0;
}

/** Enough to be told to a board: two words of which one tells something, or a figure. */
export function saysWhy(text: string): boolean {
  const telling = tellingWords(text);
  return (telling.length >= 1 && wordsIn(text).length >= 2) || telling.some((word) => /\d/.test(word));
}
