/** Words without the signs XML 1.0 has no place for: most control characters, halves of pairs, non-characters. */
export function xmlWords(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
