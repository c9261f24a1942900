import { addDays } from "../localDate.ts";
import { anyNumberWord } from "../numberWords.ts";
import { firstDay, lastDay, oneDate, readWhole, unmarked } from "./mark.ts";
import { anyMonth } from "./monthNames.ts";
import { isDated, type Read, type Way, withDoubt } from "./way.ts";

const goesOn = "(?: ?onwards?| ?[,;/–-]* ?\\(?(?:and )?(?:then )?(?:is )?(?:on-?going|continuing|thereafter)\\)?)";
const begins =
  "(?:(?:on-?going|to )?,? ?(?:start(?:ing|s|ed)?|begin(?:ning|s)?|commenc(?:e|es|ing|ed|ement)|launch(?:es|ing)?|in place|effective|live|available)?(?: (?:date|on|in))? ?(?:from|since|as of|with effect from|from the) |(?:to )?(?:start|begin)(?:ing|s|ed)?(?: date)?(?: in| on)?:? |(?:to )?commenc(?:e|es|ing|ed)(?: in| on)?:? )";

/** `From April 2022`, `October 2021 onwards`, `Dec 2021 - ongoing`: no day by which it is due. */
export function readStartOnly(text: string): Read | undefined {
  const from =
    readWhole(`${begins}(?<date>${oneDate})${goesOn}?\\.?`, text)?.date ??
    readWhole(`(?<date>${oneDate}) ?[(–-]? ?start(?:s|ed)?\\)?`, text)?.date ??
    readWhole(
      `(?:by |in )?(?<date>${oneDate})(?: ?onwards?| ?(?:[–—-]|to|until) ?(?:on-?going|present|current|continuing|date))(?: and (?:on-?going|beyond))?\\.?`,
      text,
    )?.date;
  if (from) return { kind: "startOnly", from: firstDay(from) };
  const after = readWhole(`(?:to (?:start|begin|follow) )?(?:soon |shortly )?(?:after|following) (?:the )?(?<date>${oneDate})\\.?`, text)?.date;
  return after
    ? withDoubt({ kind: "startOnly", from: addDays(lastDay(after), 1) }, `“After ${unmarked(after)}” names no day by which this is due.`)
    : undefined;
}

/** `Ongoing to March 2023`, `Ongoing (review July 2022)`; and, with a doubt, `September 2021 and ongoing`. */
export const readOngoing: Way = (text, again) => {
  const after = readWhole(
    `(?:on-?going|continuous) ?(?<joint>[,;:/–(\\n-]* ?(?:to|until|till|by|through to|up to|with|and|but|for completion(?: by)?)?) ?(?<rest>[^)]*⟨[^)]*)\\)?`,
    text,
  );
  const before = after
    ? undefined
    : readWhole("(?<rest>.*⟩.*?)(?: and|,| ?/| ?[–—-]| ?&)? ?(?:then )?\\(?(?:is )?(?:now )?(?:on-?going|continuing|continuous)\\)?\\.?", text);
  const rest = after?.rest ?? before?.rest;
  const read = rest ? again(rest) : undefined;
  if (!read || !isDated(read)) return undefined;
  const plain = after && (/\b(?:to|until|till|by|through to|up to|completion)\b/i.test(after.joint ?? "") || /\breview/i.test(rest ?? ""));
  return plain ? read : withDoubt(read, "“Ongoing” stands beside the date, which was read as the day by which this is due.");
};

const number = `(?:\\d{1,2}|${anyNumberWord})`;
const unit = "(?:day|week|fortnight|month|quarter|half[ -]?term|term|year)";
const often = [
  "daily|weekly|fortnightly|monthly|quarterly|half[ -]?termly|termly|annual(?:ly)?|yearly|half[ -]yearly",
  "bi-?(?:weekly|monthly|annual(?:ly)?)|six-monthly",
  `${number}[ -](?:weekly|monthly)`,
  `(?:every|each) (?:(?:${number}|other|second) )?(?:academic |school |financial )?${unit}s?`,
  "twice (?:yearly|annually|termly|monthly|weekly)",
  `(?:once|twice|(?:three|four|two|\\d) times|\\d x|\\dx) (?:a|an|per|each|every) (?:academic |school |financial )?${unit}`,
].join("|");
const inMonth = `(?:annual(?:ly)?|yearly|every year|each year)(?: reviews?| reports?)?(?: in| by| on| every| each) (?:the )?(?:end of )?(?!⟨)(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?[a-z]{3,9}|(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?[a-z]{3,9} (?:(?:each|every|per) (?:calendar )?(?:year|annum)|annually|yearly)|(?:every|each) (?!⟨)${anyMonth}`;
const what = "(?:milestones|reviews?|updates?|reports?|reporting|meetings?|monitoring|basis|checks?|audits?)";
const before = `(?:by (?:the )?(?:end of )?)?(?:on-?going[,;:]?(?: [-–])? ?\\(?)?(?:(?:to be )?(?:reviewed|reported|monitored|updated|measured|review|reviews|reporting|report|monitoring|meetings?|updates?|at least|on a|by)[,:]? )*`;
const every = `(?<every>${inMonth}|${often})(?: (?:${what}|and))*(?: ?[-–(,;]? ?(?:and )?on-?going)?\\)?`;
const starting = `(?:,? ?(?:start(?:ing|s)?|beginning|commenc(?:ing|es))? ?(?:from|in|on|since)?) (?<from>${oneDate})(?:${goesOn})?`;

/** `Quarterly`, `Reviewed termly`, `Monthly from April 2022`, `Phased approach by June 2023 (with interim quarterly milestones)`. */
export function readRecurring(text: string): Read | undefined {
  const found =
    readWhole(`${before}${every}\\.?`, text) ??
    readWhole(`${before}${every}[,;:]?(?: [-–])? (?:to|until|till|by|up to|end(?:ing|s)?(?: in)?) (?:the )?(?<until>${oneDate})\\.?`, text) ??
    readWhole(`${before}${every}${starting}(?:,? (?:to|until) (?<until>${oneDate}))?\\.?`, text) ??
    readWhole(`(?:from|starting|start) (?<from>${oneDate})(?:,| and| then| -| –)* ?\\(?${before}${every}(?: thereafter)?\\.?`, text) ??
    readWhole(`(?:phased approach )?(?:by )?(?:the )?(?<until>${oneDate}) ?[,;–-]? ?\\(?(?:with )?(?:interim )?${before}${every}\\.?`, text);
  if (!found?.every) return undefined;
  const { from, until } = found;
  return { kind: "recurring", every: found.every.trim(), ...(until && { until: lastDay(until) }), ...(from && { startsOn: firstDay(from) }) };
}

/** `Initial review Sep 2021, then every 6 months`: the date is due, and what comes round after it is said as a doubt. */
export const readThenRecurring: Way = (text, again) => {
  const listed = readWhole(`(?:${often})(?: (?:reviews?|updates?|reports?|meetings?))*(?::| -| –| in| -)? ?\\(?(?<rest>⟨[^)]*⟩)\\)?`, text)?.rest;
  if (listed && listed.split("⟨").length > 2) return again(listed);
  const found = readWhole(
    `(?<rest>.*⟩.*?)(?:[,;.]| and|,? then| -| –|\\n)+ ?(?<often>${before}${every}(?: ?(?:thereafter|after that|afterwards|onwards))?)\\.?`,
    text,
  );
  const read = found?.rest ? again(found.rest) : undefined;
  if (!read || !isDated(read)) return undefined;
  return withDoubt(read, `“${found?.often?.trim()}” is not among the dates, since only the day written was read.`);
};
