import { randomUUID } from "node:crypto";
import { figureFormCard, mostSteps } from "../cards/figureFormCard.ts";
import { reachedLines } from "../cards/kpiInWords.ts";
import { datesOf } from "../domain/duePhrase.ts";
import { type FigurePlace, ownSteps } from "../domain/figureChange.ts";
import { kpiOf } from "../domain/kpi.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { leadsOn, may } from "../domain/permission.ts";
import { figureInForce } from "../domain/readFigureChange.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { figureNewsOf } from "./composeFigures.ts";
import { leadsInWords } from "./composeForm.ts";

/** What the boxes of the form hold. */
export interface TypedFigures {
  /** By place: `baseline`, `target`, a day. */
  readonly figures: Readonly<Record<string, string>>;
  readonly more: string;
  readonly reason: string;
}

interface FormState {
  readonly typed?: TypedFigures;
  /** By place, and of `more`, `reason` and the whole. */
  readonly faults?: Readonly<Record<string, string>>;
  /** Kept when the same form comes back for its faults. */
  readonly nonce?: string;
  readonly basis?: string;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

/** The form for a measure's figures, with what counts or what was typed so far; it says what waits already. */
export function composeFigureForm({ plan, person, today }: AtPlan, measure: Measure, { typed, faults = {}, nonce, basis, news }: FormState): Message {
  const days = stepsOf(measure);
  const places: readonly FigurePlace[] = ["baseline", ...(days.length === 0 ? (["target"] as const) : []), ...days];
  const boxes = places.map((place) => ({
    id: place === "baseline" || place === "target" ? place : `step${days.indexOf(place)}`,
    label: place === "baseline" ? "Baseline" : place === "target" ? "Target" : `Target by ${inWords(place)}`,
    value: typed?.figures[place] ?? figureInForce(measure, place) ?? "",
    ...(faults[place] !== undefined && { fault: faults[place] }),
  }));
  const unboxed = Object.entries(typed?.figures ?? {}).flatMap(([place, to]) => (places.some((one) => one === place) ? [] : [writtenAt(place, to)]));
  const waiting = measure.agreed?.waiting ?? [];
  const already =
    waiting.length > 0 ? { sentence: "Other figures are proposed already and wait for the programme manager.", lines: figureNewsOf(waiting) } : undefined;
  const { more, reason, summary } = faults;
  const isFaulty = Object.keys(faults).length > 0;
  const card = figureFormCard({
    planTitle: plan.title,
    plan: plan.id,
    ref: measure.ref,
    words: measure.words,
    facts: latestOf(plan, measure, today),
    boxes,
    days,
    more: [typed?.more ?? "", ...unboxed].filter(Boolean).join(", "),
    reason: typed?.reason ?? "",
    faults: { more, reason, ...(isFaulty && { summary: summary ?? "Not saved yet. Please put this right and save again." }) },
    onBehalfOf: leadsOn(person, measure) ? undefined : leadsInWords(measure),
    nonce: nonce ?? randomUUID(),
    basis,
    news: news ?? already,
    atOnce: may(person, "manage"),
  });
  return { card, alert: `Figures of ${measure.ref}` };
}

function writtenAt(place: string, to: string): string {
  return place === "target" ? `target ${to}` : `target ${to} by ${inWords(place as LocalDate)}`;
}

function latestOf(plan: AtPlan["plan"], measure: Measure, today: LocalDate): string[] {
  const latest = measure.standing?.latest;
  const kpi = latest?.figure && kpiOf(plan, measure, [latest], today);
  return kpi ? reachedLines(kpi) : [];
}

/** Days with a box of their own: its dates, a baseline's left out, and those of its trajectory. */
function stepsOf(measure: Measure): LocalDate[] {
  const baselines = datesOf(measure.due).flatMap(({ on, label = "" }) => (/baseline/i.test(label) ? [on] : []));
  const own = ownSteps(measure.due).filter((on) => !baselines.includes(on));
  return [...new Set([...own, ...(measure.trajectory ?? []).map(({ on }) => on)])].sort().slice(0, mostSteps);
}
