/** Whether two cells say the same: spaces at the ends, and how a line break is written, do not count. */
export function sameWords(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(words: string): string {
  return words.replace(/\r\n?/g, "\n").trim();
}
