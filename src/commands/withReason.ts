/** Takes `2.1.1-3 because the trainers left` apart; the reason is empty where none was given. */
export function withReason(words: string): { readonly named: string; readonly reason: string } {
  const [, named = "", reason = ""] = /^(.*?)(?:[,;:]?\s+(?:because|as|since)\b[\s,:]*|:\s+|\s+[–—-]\s+)(.*)$/is.exec(words) ?? [undefined, words];
  return { named: named.trim(), reason: reason.trim() };
}
