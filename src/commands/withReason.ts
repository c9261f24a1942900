import { areaWord, typedRef } from "../domain/typedRef.ts";

/** What may stand behind a reference; behind a number that begins the reason other words do. */
const end = "(?=\\s*(?:$|[,;:&+]|(?:and|because|as|since|from monitoring)\\b|[–—-]\\s))";
/** ` - 2` of `2.1.1 - 2 because …`, and not of `2.1.1 - 2 schools slipped back`. */
const apart = `\\s*[-–—]\\s*\\d+${end}`;
const another = `\\s*(?:[,;&+]|and\\b)\\s*(?:(?:measure|action) )?${typedRef}${end}`;
const reference = `(?:(?:measure|action|section|${areaWord}) )?[a-z()/.-]*\\d[\\w.()/]*(?:[-–—]\\d+|${apart})?(?: from monitoring)?`;
const afterReference = new RegExp(`^(${reference})(?=[\\s,;:]|$)(?!${another}|${apart})[\\s,;:]*(?:[–—-]\\s+)?(?:(?:because|as|since)\\b[\\s,:]*)?(.*)$`, "is");
const afterName = /^(.*?)(?:[,;:]?\s+(?:because|as|since)\b[\s,:]*|:\s+|\s+[–—-]\s+)(.*)$/is;

/** Takes `2.1.1-3 because the trainers left` apart; the reason is empty where none was given. */
export function withReason(words: string): { readonly named: string; readonly reason: string } {
  const [, named = words, reason = ""] = afterReference.exec(words) ?? afterName.exec(words) ?? [];
  return { named: named.trim(), reason: reason.trim() };
}
