import { readFigure } from "../figure.ts";

const number = "-?\\d[\\d,]*(?:\\.\\d+)?";
const unit = "(?:%|per ?cent\\b|percent\\b|pc\\b|weeks?\\b|wks?\\b|days?\\b|months?\\b|hours?\\b|hrs?\\b|minutes?\\b|mins?\\b)";
/** How far something went: what stands first is where it is now. */
const went = new RegExp(
  `\\b(?:down|up|fell|fallen|risen|rose|reduced|increased|improved|dropped|cut|gone|went|moved|rising|falling|now)\\s+(?:to|at|is|are)\\s+(?:just |only |about |around )?(${number})\\s*(${unit})?`,
  "i",
);
const fromTo = new RegExp(`\\bfrom\\s+(${number})\\s*(${unit})?\\s+(?:down |up )?to\\s+(${number})\\s*(${unit})?`, "i");
const outOf = /(?<![\d./])(\d[\d,]*\s*(?:of|out of)\s*(?:the |our |all )?(\d[\d,]*)|\d{1,4}\/(\d{1,4})(?![/\d]))/gi;
const measured = new RegExp(`(?<![\\d.,/-])(?:£\\s?${number}(?![.,]?\\d|\\s*[kmb]\\b)|${number}\\s*${unit})`, "gi");
const alone = new RegExp(`^(?:(?:it['’]?s|its|it is|now|at|currently|we(?:['’]re| are) (?:at|on)|figure|value|still)[\\s:]+)*(${number})[\\s.!]*$`, "i");

/** Before a number that is not where it stands now. */
const notNow =
  /\b(?:target|goal|plan|planned|aim|was|were|from|previously|formerly|baseline|against|versus|vs|than|compared (?:to|with)|expected|by|in|for|within|every|next|last|past|another|over the|under|after|until|till|need|down|fell|fallen|rose|risen|dropped|increased|reduced|improved|up)\b[\s:(]*(?:of |is |was |the |a |about |around |another |next |last |past |further )*$/i;
/** After a number that counts time gone by or to come. */
const ofTime = /^\s*(?:ago|late|behind|early|overdue|time|old|earlier|later|left|to go|from now|each|per|a week|longer|more)\b/i;

/**
 * Finds the one figure some words report: `154 of 190`, `71 percent`, `12 weeks` in `down to 12 from 14 weeks`. Words with
 * several that could be it report none: the words are kept, and the form has a box for it.
 *
 * @param target - of the measure, as written; its unit decides between figures of several units
 * @returns text that begins with the number
 */
export function figureSaid(words: string, target?: string): string | undefined {
  const single = alone.exec(words.trim())?.[1];
  if (single) return single;
  const moved = movedTo(words);
  if (moved) return moved;
  const parts = [...words.matchAll(outOf)].filter((match) => !isDate(match[0])).filter((match) => isNow(words, match));
  const others = [...words.matchAll(measured)].filter((match) => isNow(words, match));
  const figures = [...new Set([...parts, ...others].map(([figure]) => figure.replace(/^£\s/, "£").replace(/\s+/g, " ").trim()))];
  const chosen = figures.length > 1 ? inUnitOf(figures, target) : figures;
  const [figure, ...more] = chosen;
  return figure !== undefined && more.length === 0 && readFigure(figure) ? figure : undefined;
}

function movedTo(words: string): string | undefined {
  const span = fromTo.exec(words);
  if (span) return withUnit(span[3], span[4] ?? span[2]);
  const now = went.exec(words);
  if (!now || isDate(words.slice(now.index, now.index + now[0].length + 3)) || /^\s*(?:of|out of|\/)/.test(words.slice(now.index + now[0].length)))
    return undefined;
  const before = new RegExp(`^[^.;\\n]{0,20}\\bfrom\\s+(?:about |around )?${number}\\s*(${unit})`, "i").exec(words.slice(now.index + now[0].length));
  return now[2] || before ? withUnit(now[1], now[2] ?? before?.[1]) : undefined;
}

function withUnit(figure: string | undefined, of: string | undefined): string | undefined {
  return figure && (of === undefined ? figure : /^[%p]/i.test(of) ? `${figure}${of === "%" ? of : ` ${of}`}` : `${figure} ${of}`);
}

function isNow(words: string, match: RegExpExecArray): boolean {
  return !notNow.test(words.slice(0, match.index)) && !ofTime.test(words.slice(match.index + match[0].length));
}

/** `19/11` is a day. */
function isDate(figure: string): boolean {
  const [, day, month] = /(\d{1,2})\/(\d{1,2})\b/.exec(figure) ?? [];
  return day !== undefined && Number(day) <= 31 && Number(month) <= 12;
}

function inUnitOf(figures: readonly string[], target: string | undefined): readonly string[] {
  const kind = target === undefined ? undefined : kindOf(target);
  const same = kind ? figures.filter((figure) => kindOf(figure) === kind) : [];
  if (same.length > 0) return same;
  // `154 of 190 (81%)` says one thing twice.
  const parts = figures.filter((figure) => kindOf(figure) === "parts");
  return parts.length === 1 && figures.length === 2 && figures.some((figure) => kindOf(figure) === "percent") ? parts : figures;
}

function kindOf(figure: string): string | undefined {
  if (/%|per ?cent|\bpc\b/i.test(figure)) return "percent";
  if (/£/.test(figure)) return "money";
  if (/\d\s*(?:of|out of|\/)\s*\D{0,5}\d/i.test(figure)) return "parts";
  return /week|wk/i.test(figure) ? "weeks" : /day/i.test(figure) ? "days" : /month/i.test(figure) ? "months" : /hour|hr/i.test(figure) ? "hours" : undefined;
}
