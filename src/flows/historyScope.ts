import { answerersOf } from "../domain/askedFor.ts";
import type { Period } from "../domain/englishPeriods.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { firstDay, readPastPeriod } from "../domain/readPastPeriod.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";
import { leadsOf } from "./knowPeople.ts";
import { placeMeant } from "./placeMeant.ts";

/** What somebody wants the history of. */
export interface HistoryScope {
  /** In words, for a heading. */
  readonly about: string;
  /** Everything said of these; absent of the whole plan. */
  readonly measures?: readonly Measure[];
  /** And what this person said of others. */
  readonly by?: ObjectId;
  readonly period?: Period;
}

export type ReadScope =
  | { readonly kind: "scope"; readonly scope: HistoryScope }
  /** Several could be meant; each said alone is certain. */
  | { readonly kind: "several"; readonly names: readonly string[]; readonly period?: string }
  | { readonly kind: "unknown"; readonly typed: string }
  | { readonly kind: "nothing" };

/** Whom and what a plan knows by name. */
export interface KnownNames {
  readonly plan: Plan;
  /** Of the plan's people. */
  readonly people: readonly { readonly objectId: ObjectId; readonly name: string }[];
  /** Who asks, for `my measures`. */
  readonly reader: ObjectId;
}

/**
 * Reads what follows `history`: a measure, action, section or area, a lead as written or a person of the plan, a time, or one of those
 * and a time in either order. Where a name could be several none is taken.
 */
export function readHistoryScope(words: string, names: KnownNames, today: LocalDate): ReadScope {
  // A number alone may be a day of the month, and what the plan has by that number is rather meant.
  const numbered = /^\d+(?:\.\d+)*$/.test(words.trim()) ? placeMeant(names.plan, words.trim()) : undefined;
  if (numbered) return scopeOf(numbered.about, { measures: numbered.measures }, undefined);
  const { period, timeWords, rest } = splitTime(words.trim().replace(/\s+/g, " "), today);
  const typed = rest.replace(/^(?:(?:of|for|by|from|about|on|in|the)(?:\s+|$))+/i, "").replace(/\s+(?:in|on|from)$/i, "");
  if (/^(?:all|everything|(?:whole )?plan)$/i.test(typed)) return scopeOf("the whole plan", {}, period);
  if (typed === "") return period ? scopeOf("the whole plan", {}, period) : { kind: "nothing" };
  if (/^(?:me|my measures|my actions|mine|my own)$/i.test(typed)) return scopeOf("your measures", { measures: answeredBy(names.plan, names.reader) }, period);
  const place = placeMeant(names.plan, typed);
  if (place) return scopeOf(place.about, { measures: place.measures }, period);
  return someoneMeant(typed, names, period, timeWords);
}

function scopeOf(about: string, whose: Pick<HistoryScope, "measures" | "by">, period: Period | undefined): ReadScope {
  return { kind: "scope", scope: { about: period ? `${about}, ${periodInWords(period)}` : about, ...whose, ...(period && { period }) } };
}

/** The longest run of words at the end, or at the beginning, that is a time. */
function splitTime(words: string, today: LocalDate): { period?: Period; timeWords?: string; rest: string } {
  const all = words.split(" ");
  for (let many = Math.min(all.length, 8); many > 0; many--) {
    const ends = [all.slice(-many), all.slice(0, -many)] as const;
    const begins = [all.slice(0, many), all.slice(many)] as const;
    for (const [time, rest] of [ends, begins]) {
      const timeWords = time.join(" ");
      const period = readPastPeriod(timeWords, today);
      if (period) return { period, timeWords, rest: rest.join(" ") };
    }
  }
  return { rest: words };
}

function someoneMeant(typed: string, { plan, people }: KnownNames, period: Period | undefined, timeWords: string | undefined): ReadScope {
  const wanted = typed.toLowerCase();
  const leads = leadsOf(plan).map(({ lead }) => ({
    name: lead,
    find: () => scopeOf(lead, { measures: everMeasuresOf(plan).filter(({ leads }) => leads.includes(lead)) }, period),
  }));
  const persons = people.map(({ objectId, name }) => ({
    name,
    find: () => scopeOf(name, { measures: answeredBy(plan, objectId), by: objectId }, period),
  }));
  const all = [...leads, ...persons];
  const exact = all.filter(({ name }) => name.toLowerCase() === wanted);
  const near = exact.length > 0 ? exact.slice(0, 1) : all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const [one, ...others] = near;
  if (one && others.length === 0) return one.find();
  if (one) return { kind: "several", names: near.map(({ name }) => name), ...(timeWords !== undefined && { period: timeWords }) };
  return { kind: "unknown", typed };
}

function answeredBy(plan: Plan, person: ObjectId): Measure[] {
  return everMeasuresOf(plan).filter((measure) => answerersOf(plan, measure).includes(person));
}

function periodInWords({ first, last }: Period): string {
  if (first === last) return `on ${inWords(first)}`;
  return first === firstDay ? `until ${inWords(last)}` : `${inWords(first)} to ${inWords(last)}`;
}
