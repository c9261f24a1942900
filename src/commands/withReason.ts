import { areaWord, typedRef } from "../domain/typedRef.ts";

const another = "\\s*(?:[,;&+]|and\\b)\\s*\\d+\\.\\d";
const afterReference = new RegExp(
  `^((?:(?:measure|action|section|${areaWord}) )?${typedRef}(?: from monitoring)?)(?=[\\s,;:]|$)(?!${another})[\\s,;:]*(?:[–—-]\\s+)?(?:(?:because|as|since)\\b[\\s,:]*)?(.*)$`,
  "is",
);
const afterName = /^(.*?)(?:[,;:]?\s+(?:because|as|since)\b[\s,:]*|:\s+|\s+[–—-]\s+)(.*)$/is;

/** Takes `2.1.1-3 because the trainers left` apart; the reason is empty where none was given. */
export function withReason(words: string): { readonly named: string; readonly reason: string } {
  const [, named = words, reason = ""] = afterReference.exec(words) ?? afterName.exec(words) ?? [];
  return { named: named.trim(), reason: reason.trim() };
}
