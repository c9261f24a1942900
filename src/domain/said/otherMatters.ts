import { anyMonth } from "../due/monthNames.ts";
import { typedRef } from "../typedRef.ts";
import { tellingWords } from "./plainWords.ts";
import type { Said } from "./said.ts";

type Matter = Extract<Said, { kind: "notMine" | "later" | "moreTime" | "handover" | "back" | "question" }>;

const whyMe = [
  /\bwhy\b.{0,40}\b(?:me|i|we|us)\b.{0,40}\b(?:get|got|getting|receiv\w*|sent|send\w*|messag\w*|ask\w*|these|this|bother\w*)\b/,
  /\bwhy\b.{0,20}\b(?:messag\w*|ask\w*|contact\w*|send\w*|email\w*)\b.{0,20}\b(?:me|us)\b/,
  /^(?:what|who) (?:is|are|'s) (?:this|these|that|you)\b/,
  /^(?:please )?(?:stop|unsubscribe|mute|go away|leave me alone|opt me out|(?:remove|delete|unlink) me|take me off)\b/,
  /\bwhat (?:do|does|am|are) (?:you|i|this|we)\b.{0,30}\b(?:want|need|do|supposed|for)\b/,
];
const asksDate = /^(?:who|where|why|when|how|what|whats|what's)\b.{0,60}\b(?:dates?|deadlines?|due|timescales?)\b/;
const asksRating = /^(?:who|why|when|how)\b.{0,40}\b(?:rat(?:ed|ing)|red|amber|green|blue|grey|rag)\b.*\?/;
const asksToClose =
  /^(?:(?:please|pls|can|could|should|may|shall) (?:(?:this|it|that|we|i|you|one|now|be|please|the|measure|action|just) )*)(?:clos(?:e|ed)|dropp?(?:ed)?|remove[d]?|archived?|taken? off|retired?)\b/;
/** Asked without a question mark, as on a phone. */
const asksPlainly = /^(?:what|how|where|who|why|when) (?:do|does|did|can|is|are|should) (?:i|you|we|it|this|that|the|a|an|my|\w+ mean)\b/;
const asksLead = /^(?:who|whose)\b.{0,40}\b(?:leads?|owns?|responsible|is this|measure)\b/;

const notMine = [
  /\b(?:is(?:n't|nt| not)|it'?s not|its not|not|aren't|arent)\s+(?:really |actually )?(?:one of )?(?:mine|ours|my (?:measure|action|area|job|responsibility|one|thing|remit|kpi|team|bag)|our (?:measure|action|area|responsibility|remit)|for (?:me|us)\b(?! to (?:judge|say|decide)))/,
  /\bi(?:'m| am|m) not (?:the|a|this) (?:lead|owner|right person|right one|person|one|action lead)/,
  /\bi am not (?:responsible|leading)/,
  /\bi (?:no longer|don'?t|do not) work (?:here|there|for|in)\b/,
  /\bwrong (?:person|lead)\b/,
  /\bisn'?t (?:this|that|it) (?:for )?(?:the |one of )?[^?]{2,40}(?:'s|s')\b/,
  /\bi (?:no longer|don'?t|do not|never) (?:lead|own|work on|manage|do|look after|deal with|have)\b.{0,15}\b(?:this|that|these|it|any more|anymore|one|measure|action)\b/,
  /\bnothing to do with (?:me|us)\b/,
  /\b(?:belongs|belong) (?:to|with) (?!me\b|us\b)/,
  /\bshould (?:go|be sent|be going|come) to (?!me\b|us\b)/,
  /\bi(?:'ve| have) (?:left|moved (?:on|teams?|roles?|jobs?)|changed (?:roles?|jobs?|teams?))\b/,
  /\bnot me\b(?! to)/,
  /\b(?:does|leads|owns|has|runs|handles) (?:this|it|that|these) (?:now|these days|instead)\b/,
  /^i left\b/,
];
/** Somebody else knows, which may or may not mean that it is theirs. */
const refersOn = [/^(?:please )?(?:ask|contact|try|speak to|talk to) (?!me\b|again\b)/, /^(?:i think )?you mean (?!me\b|it\b)/];
const somebody =
  /\b(?:it'?s|it is|that'?s|this is|belongs? (?:to|with)|ask|contact|try|speak (?:to|with)|talk to|(?:go|sent|going|come|passed|moved) to|should be|isn'?t (?:this|that|it)|leads? is|led by|owned by|you mean|see) (?:the |our |a )?(?!not\b|me\b|mine\b|you\b|down\b|for\b|one\b)([^.,;!?\n]+?)(?:'s|s')?(?: (?:now|instead|please|thanks|about|who leads|leads).*)?(?=[.,;!?\n]|$)/gi;

const doesNow = /(?:^|[.,;]\s*)([\p{L}][^.,;]*?) (?:does|leads|owns|has|runs|handles) (?:this|it|that|these) (?:now|these days|instead)\b/iu;

const handover = [
  /\b(?:i'?m|i am|i'll be|i will be|i have|i've|we are|am)?\s*hand(?:ing|ed)\b.{0,20}\b(?:over|on|across)\b.{0,10}\b(?:to|on|from|next)\b/,
  /\bsuccessor\b/,
  /\bi(?:'m|m| am| will be|'ll be) (?:leaving|retiring|moving on|off (?:on|sick|from|until|next|for)|away|out of (?:the )?office|on (?:holiday|leave|annual leave|maternity|secondment)|going on)\b/,
  /\b(?:my|it's my) last day\b/,
  /\btak(?:es|ing|en|e) over (?:from me|my |as lead|this|these|it)/,
  /\bcover(?:s|ing)? (?:for me|my )/,
  /^(?:out of office|on leave|on annual leave|away|off (?:sick|until|till|on|from))\b/,
];
const isBack = /^(?:i'?m |i am |we'?re )?back(?: (?:now|again|at work|in (?:the )?(?:office|work)|today|from (?:annual |my )?(?:leave|holidays?)))*[\s.!]*$/;
const successor = /\b(?:over|on|across) to (?:my |the |our )?([^.,;!?\n]+?)(?= (?:on|from|as of|next|this|at|until|by|in)\b|[.,;!?\n]|$)/i;
const takesOver = /^(?:.*[.,;]\s*)?([^.,;]+?) (?:is |will be |will )?(?:tak(?:es|ing|e) over|cover(?:s|ing)?)\b/i;
const lastDay = /\blast day (?:is|will be) ([^.,;!?\n]+)/i;
const dayNamed =
  /\b((?:on|from|next|this|as of|until|till) (?:the )?(?!me\b|my\b|leave|annual|holiday|maternity|secondment|sick)[\p{L}\d][^.,;!?\n]*?)\s*(?=[.,;!?\n]|$)/iu;

const remind =
  /^(?:please |can you |could you )*(?:(?:remind|ask|chase|ping|nudge) me(?: again)?|not now|later|snooze|busy(?: now)?|in a (?:bit|meeting))\b[\s,]*(.*?)[\s.!?]*$/;
const promise =
  /^(?:(?:ok|okay|got it|noted|thanks|yes|sure|sorry(?: for the (?:delay|late reply))?)[\s,.!]*)*(?:i'?ll|i will|will|can i|could i|may i) (?:do|update|answer|reply|respond|look|get|send|sort)\b(?: (?:it|this|them|that|you|to|at|back|an|the|update|one|these))* ?((?:(?:on|next|this|by|in the) )?(?:tomorrow|later|tonight|\w+day|week|month|morning|afternoon)(?: \w+)?)[\s.!?]*$/;
const doing = "(?:do|finish|complete|deliver|make|meet|get|answer|report|update|be ready|be done|achieve|start|manage|hit|reply|have)";
/** A day to come, and not the three schools that something else moves to. */
const day = `(?:the )?(?:(?:end|middle|beginning|start) of (?:the )?|mid[ -]|early |late )?(?:\\d{1,2}[/.-]\\d{1,2}|(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?${anyMonth}|(?:spring|summer|autumn) term|easter|christmas|new year|next (?:week|month|term|year))(?![a-z])`;
const measure = `(?:(?:measure |action )?${typedRef})`;
const wishes = `(?:${measure}|please|pls|can|could|may|should|we|i|it|this|that|you|to|need|want|would like|'d like|the (?:due )?(?:date|deadline))`;
const moreTime = [
  new RegExp(`^(?:${wishes} )*(?:move|shift|push|postpone|defer|reschedule)(?: (?:it|this|that|${measure}))?(?: (?:back|out))? (?:to|until|till) ${day}`, "i"),
  new RegExp(
    `^(?:${measure}[:,]? )?(?:the |a |our )?(?:new|revised|later) (?:due )?(?:date|deadline)(?: (?:please|needed|is|to be|(?:for|of)(?: ${measure})?))?[ :,-]+${day}`,
    "i",
  ),
  /\b(?:need|want|require|could (?:i|we) (?:please )?have|can (?:i|we) (?:please )?have|may (?:i|we) have|give (?:me|us)|asking for|request(?:ing)?|like)\b.{0,30}\b(?:more time|longer|an? extension|until|till|til|an? (?:new|later|different|extra)|another (?:\w+ )?(?:days?|weeks?|fortnight|months?|term)|\w+ more (?:days?|weeks?|months?))\b/,
  new RegExp(
    `\\b(?:can't|cannot|cant|can not|won't|wont|will not|unable to|not able to|not going to|couldn't)\\b(?: possibly)?(?: \\w+)? ?\\b${doing}\\b.{0,60}\\b(?:before|until|till|til|by)\\b`,
  ),
  /\b(?:push|move|put|shift|extend|change)\b.{0,20}\b(?:back|out|date|deadline)\b(?:.{0,10}\b(?:to|until|till|by)\b)?/,
  /\b(?:more time|extension)\b/,
  /^(?:please )?extend\b/,
  /\b(?:date|deadline)\b.{0,15}\b(?:moved|extended|changed|pushed|put back)\b.{0,10}\b(?:to|until|till)\b/,
  /^(?:not|nothing) (?:before|until|till)\b/,
  /\b(?:date|deadline) (?:should|must|needs? to|has to|ought to) be\b/,
];
const untilWhen = dateAfter(
  "until|till|til|'til|before|back to|to|(?:new|revised|later) (?:due )?(?:date|deadline)(?: please| needed| is| of)?[:,-]?|(?:date|deadline) (?:should|must|needs? to|has to|ought to) be",
);
const byWhen = dateAfter("by|for");
const partOf = /\b((?:end|start|middle|beginning|mid) of [^.,;!?\n]+)/i;
const spanOfTime =
  /\b((?:(?:another|a further|an extra) (?:\w+ )?(?:day|week|fortnight|month|term)s?|\w+ more (?:day|week|month)s?)(?: from (?:today|now))?)\b/i;
const because = /\b(?:because|since|due to|as(?= (?:we|the|i|they|our|there|it)\b))\s+([\s\S]+)$/i;
const names =
  /\b(?:\d{1,4}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|day|week|fortnight|month|year|term|easter|christmas|tomorrow|half|spring|summer|autumn|winter|quarter|q[1-4])/i;

/** What they give as the reason; empty where all they say is until when. */
function reasonIn(typed: string): string {
  const said = because.exec(typed)?.[1]?.trim();
  if (said) return said;
  const asks = (clause: string) => moreTime.some((pattern) => pattern.test(clause.toLowerCase().replace(/[’‘]/g, "'")));
  return typed
    .split(/[,;?!\n]+|\.(?!\d)/)
    .filter((clause) => !asks(clause) && tellingWords(clause).length > 1)
    .join(",")
    .trim();
}

/**
 * What somebody says who does not report: it is not theirs, it needs longer, they leave, or they ask.
 *
 * @param words - without the references in them, whose numbers would be taken for days
 * @param typed - the same with them
 * @returns undefined for a report
 */
export function otherMatters(words: string, typed: string, refs: readonly string[]): Matter | undefined {
  const said = words.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  const is = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(said));
  if (is(whyMe)) return { kind: "question", about: "whyMe", refs };
  if (isBack.test(said)) return { kind: "back" };
  if (is(handover))
    return {
      kind: "handover",
      refs,
      ...named("whom", successor.exec(words)?.[1] ?? whoTakes(words)),
      ...named("when", lastDay.exec(words)?.[1] ?? dayNamed.exec(words)?.[1]),
    };
  const whom = named("whom", [...words.replace(/[’‘]/g, "'").matchAll(somebody)].at(-1)?.[1] ?? doesNow.exec(words)?.[1]);
  if (is(notMine)) return { kind: "notMine", refs, ...whom };
  if (is(refersOn)) return { kind: "notMine", refs, ...whom, ask: true };
  const later = remind.exec(said)?.[1] ?? promise.exec(said)?.[1];
  if (later !== undefined) return { kind: "later", refs, ...named("when", later) };
  if (is(moreTime)) return { kind: "moreTime", refs, ...named("until", dateWords(words)), reason: reasonIn(typed) };
  if (asksToClose.test(said) && said.split(" ").length <= 9) return { kind: "question", about: "closing", refs };
  if (asksRating.test(said)) return { kind: "question", about: "rating", refs };
  if (asksDate.test(said)) return { kind: "question", about: "date", refs };
  if (asksLead.test(said)) return { kind: "question", about: "lead", refs };
  if (asksPlainly.test(said) && said.split(" ").length <= 9) return { kind: "question", about: "other", refs };
  return /\?\W*$/.test(said) && /^(?:who|what|when|where|why|how|which|can|could|do|does|did|is|are|should|will|would|may)\b(?!n?'t)/.test(said)
    ? { kind: "question", about: "other", refs }
    : undefined;
}

function dateWords(words: string): string | undefined {
  const dates = [untilWhen, byWhen].flatMap((pattern) => [...words.matchAll(pattern)].map((match) => match[1] ?? "").filter((said) => names.test(said)));
  return dates[0] ?? partOf.exec(words)?.[1] ?? spanOfTime.exec(words)?.[1];
}

function dateAfter(word: string): RegExp {
  return new RegExp(
    `\\b(?:${word})\\s+(?!date|do\\b|deadline|me\\b)((?:the )?[\\p{L}\\d][^.,;!?\\n]*?)(?=\\s+(?:because|as|since|so|due to|while|when|please|if|for|before)\\b|[.,;!?\\n]|$)`,
    "giu",
  );
}

function whoTakes(words: string): string | undefined {
  const who = takesOver.exec(words)?.[1]?.replace(/^(?:.*\b(?:and|so|but|my|the)\s+)/i, "");
  return who && !/^(?:i|i'm|he|she|they|who|it)\b/i.test(who) ? who : undefined;
}

function named<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  const trimmed = value?.trim().replace(/^(?:the|our) /i, "");
  return (trimmed ? { [key]: trimmed } : {}) as { readonly [key in K]?: string };
}
