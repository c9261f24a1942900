import { anyNumberWord } from "../numberWords.ts";
import { lastDay, oneDate, readWhole } from "./mark.ts";
import type { Read } from "./way.ts";

const noDate = [
  "-+|–|—|…|\\.+|\\?+|n/?a|none|nil|not applicable|no date(?: set)?|not (?:yet )?(?:set|known|started)|unknown",
  "(?:on-?going|continuous|continuing|continual|rolling)(?:ly)?(?: (?:work|action|process|programme|basis|development|activity|review|monitoring|throughout)){0,2}",
  "t\\.?b\\.?[acd]\\.?|to be (?:agreed|confirmed|determined)",
  "asap|as soon as (?:possible|practicable)|(?:with )?immediate(?:ly)?(?: effect)?|urgent(?:ly)?|now|high priority",
  "in progress|under ?way|business as usual|bau|regular(?:ly)?|throughout|as (?:and when )?(?:required|needed|necessary|appropriate)|when (?:required|needed)",
  "complete(?:d)?|done|closed|achieved|finished|delivered|implemented|actioned|in place|embedded",
].join("|");

const waits =
  "\\btb[acd]\\b|\\bto be (?:agreed|confirmed|determined|decided|set|included|advised|scheduled|identified)\\b|\\bin line with\\b|\\bdepend(?:ent|ing|s) (?:up)?on\\b|\\bsubject to\\b|\\bawaiting\\b|\\bpending\\b|\\baligned (?:to|with)\\b";

const amount = `(?:\\d{1,2}(?: ?(?:-|–|to) ?\\d{1,2})?|${anyNumberWord}|eighteen)`;
const duration = `(?:within |in |over |up to |next |the next |within the next )*(?:the )?${amount}[ -]?(?:working )?(?:day|week|month|year)s?(?:['’])?(?: (?:time|plan|onwards?))?(?: (?:from|after|of|following|post) .{1,80})?|(?:month|week|year|day)s? \\d{1,2}(?: ?(?:-|–|to) ?\\d{1,2})?|(?:short|medium|long)(?:er)?(?:[ -/]+(?:short|medium|long))?[ -]term(?: \\(?${amount} (?:week|month|year)s\\)?)?`;
const pointing = 'as above|see above|as below|ditto|(?:see|as per|as in|linked to|refer to|covered (?:by|in)|part of) .{1,80}|["”“〃]+|same as above';

/** `Ongoing`, `TBC by Leads`, `In line with HNB workstream plan`, `ASAP`, `Complete`; and, with a doubt, `Within 6 weeks`. */
export function readUndated(text: string): Read | undefined {
  if (text.includes("⟨") || text.includes("[")) return undefined;
  if (readWhole(`(?:${noDate})?(?:(?: ?[-–,;/(] ?| and )(?:${noDate})\\)?)?[.!]?`, text)) return { kind: "undated" };
  if (readWhole(`(?:${duration})\\.?`, text)) return { kind: "undated", doubts: [`“${text}” counts from a day that is not written, so it has no date.`] };
  if (readWhole(`(?:${pointing})\\.?`, text)) return { kind: "undated", doubts: [`“${text}” points to another place, so it has no date of its own.`] };
  return new RegExp(waits, "i").test(text) ? { kind: "undated" } : undefined;
}

// Whoever is to agree: `CCG/LPT`, and not `CCG for delivery` or `CCG and then done`, after which the day is another.
const somebody = "(?:(?!\\b(?:and|then|but|not|for|to|in|after|before|from|with)\\b)[^⟨,;:.\\n])+";
const toBeAgreed = "(?:(?:date|timescale)s? )?to be (?:agreed|confirmed|set|determined)";

/** `To be agreed by CCG/LPT by 31/12/2020`: the day by which a date is to be agreed, not the date. */
export function readToBeAgreed(text: string): Read | undefined {
  const by = readWhole(`${toBeAgreed}(?: (?:by|with) ${somebody})? (?:by|in|at) (?:the )?(?<date>${oneDate})\\.?`, text)?.date;
  return by ? { kind: "toBeAgreed", by: lastDay(by) } : undefined;
}

/** The same with a day that no calendar has: a date is still to be agreed, by a day that nobody can tell. */
export function readToBeAgreedUnread(asWritten: string, problem: string): Read | undefined {
  return readWhole(`\\s*${toBeAgreed} (?:by|with) .*`, asWritten.slice(0, 1_000)) ? { kind: "toBeAgreed", doubts: [problem] } : undefined;
}
