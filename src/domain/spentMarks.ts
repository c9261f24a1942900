import { addDays, type LocalDate } from "./localDate.ts";
import type { Plan } from "./plan.ts";
import { answeredOn, readAsk } from "./silence.ts";

/** Days for which every mark is kept: longer than any time between two chases, or for which anything is news. */
const keptForDays = 366;

/** Thresholds a year behind their date: a reminder comes before it, of chases only the latest is sent, a round is soon over. */
const passes = /^(?:\d+ before|\d+ after|to agree|round \d+|round for .+)$/;
/** What waits is asked about by the latest count of days alone, and a decision is news for a month. */
const ofDecision = /^[^|]*\|(?:date|signOff|claim|figures)\|[^|]+\|\d+\|(?:\d+ after|decided)$/;

/**
 * Finds the marks that can never keep a notice back any more, since what they are of can't be owed again as time goes on; a
 * run need not read them for ever. Marks of what may be owed for as long as it stands (`passed`, `can start`, an escalation, a
 * leave) stay, and so does the first time leads were asked what they have not answered.
 *
 * @param markedOn - the day of each mark, by its key; one without a day stays
 */
export function spentMarks(plan: Plan, markedOn: ReadonlyMap<string, LocalDate>, today: LocalDate): string[] {
  const longAgo = addDays(today, -keptForDays);
  const old = [...markedOn].filter(([, on]) => on < longAgo).sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0));
  if (old.length === 0) return [];
  const answered = new Map(plan.measures.map((measure) => [measure.ref, answeredOn(plan, measure) ?? ""]));
  const chased = new Set<string>();
  const isSpent = (key: string, on: LocalDate): boolean => {
    const ask = readAsk(key);
    if (!ask) return ofDecision.test(key);
    if (!passes.test(ask.threshold) || ask.date >= longAgo) return false;
    if (on <= (answered.get(ask.ref) ?? on)) return true;
    const chase = key.replace(/\d+ after$/, "after");
    const isFirst = !chased.has(chase);
    chased.add(chase);
    return !isFirst;
  };
  return old.flatMap(([key, on]) => (isSpent(key, on) ? [key] : []));
}
