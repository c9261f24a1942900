import type { EscalatedMeasure, EscalationLevel, Mark, NoticedSoFar } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import { dealt, type OwedNotice, owedNotice, together } from "./noticesOwed.ts";
import type { IsWorkingDay } from "./owed.ts";
import { holdersOf, managersOf } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";
import type { Decider } from "./planSettings.ts";
import { chaseDateOf, silentDays, silentSince, timesAsked } from "./silence.ts";

/** Working days; two weeks with England's weekends. */
export const defaultPatience = 10;

/** In the order they are told. */
export const levels: readonly EscalationLevel[] = ["sro", "chair", "above"];

/**
 * Works out who above its leads must hear of an overdue measure that nobody answers for: after the plan's patience the
 * area's senior responsible officers, after as much again the chair, after as much again whom the plan names above. Each
 * level is told once per measure and date, and nobody again in their own turn who was told in place of a level that has nobody, or
 * at another they hold; only a list to forward comes in its turn all the same. One notice a person.
 *
 * What counts is time in which leads were asked and said nothing (`silentSince`, `silentDays`), so a plan that is brought in
 * with old dates alarms nobody on its first day.
 */
export function escalationsOwed(
  plan: Plan,
  { marks, markedOn }: Pick<NoticedSoFar, "marks" | "markedOn">,
  today: LocalDate,
  isWorkingDay: IsWorkingDay,
  admins: readonly ObjectId[],
): OwedNotice[] {
  const times = timesAsked(markedOn);
  const owed = new Map<ObjectId, Map<string, { told: EscalatedMeasure; marks: Mark[] }>>();
  for (const measure of plan.measures) {
    const since = silentSince(plan, measure, times, true);
    const date = chaseDateOf(measure);
    if (!since || !date) continue;
    const patience = plan.settings.patience ?? defaultPatience;
    const reached = Math.floor(silentDays(plan, measure, since, today, isWorkingDay, levels.length * patience) / patience);
    for (const level of levels.slice(0, reached)) {
      const { people, forwards } = toldAt(plan, measure, level, admins);
      for (const to of people) {
        const keyAt = (one: EscalationLevel) => [to, "escalation", measure.ref, date, one].join("|");
        if ((forwards ? [level] : levels).some((one) => marks.has(keyAt(one)))) continue;
        const mark = { key: keyAt(level), ref: measure.ref };
        const theirs = owed.get(to) ?? new Map<string, { told: EscalatedMeasure; marks: Mark[] }>();
        // Who holds two levels hears once, of the higher one.
        theirs.set(measure.ref, { told: { ref: measure.ref, level, date, since }, marks: [...(theirs.get(measure.ref)?.marks ?? []), mark] });
        owed.set(to, theirs);
      }
    }
  }
  return [...owed].flatMap(([to, theirs]) =>
    together(
      dealt([...theirs.values()]).map((part) => {
        const notice = { kind: "escalation", to, measures: part.map(({ told }) => told) } as const;
        const itsMarks = part.flatMap(({ marks }) => marks);
        return owedNotice(plan.id, today, itsMarks, notice);
      }),
    ),
  );
}

/**
 * Who is told at a level: its holders; where there are none, those of the next, and in the end the programme managers.
 *
 * @returns `as` what they are; `standsIn` where they are told in place of a level that has nobody; `forwards` where a programme manager is to pass
 *   it on to a body without an account
 */
export function toldAt(
  plan: Pick<Plan, "roles" | "settings">,
  measure: Pick<Measure, "area">,
  level: EscalationLevel,
  admins: readonly ObjectId[],
): { readonly people: readonly ObjectId[]; readonly as: Decider; readonly standsIn?: boolean; readonly forwards?: string } {
  const { escalatesTo } = plan.settings;
  if (level === "above" && !escalatesTo) return { people: [], as: "chair" };
  for (const tried of levels.slice(levels.indexOf(level))) {
    if (tried === "above" && escalatesTo?.kind === "words" && tried === level)
      return { people: managersOf(plan, admins), as: "manager", forwards: escalatesTo.words };
    const role = tried === "above" ? roleAbove(plan) : tried;
    const people = role ? holdersOf(plan, role, measure.area, admins) : [];
    if (role && people.length > 0) return { people, as: role, ...(tried !== level && { standsIn: true }) };
  }
  return { people: managersOf(plan, admins), as: "manager", standsIn: true };
}

function roleAbove({ settings: { escalatesTo } }: Pick<Plan, "settings">): Decider | undefined {
  return escalatesTo?.kind === "role" ? escalatesTo.role : undefined;
}
