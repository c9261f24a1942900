import { randomUUID } from "node:crypto";
import type { ListToken } from "../cards/listToken.ts";
import { updateFormCard } from "../cards/updateFormCard.ts";
import type { FormFault, TypedAnswer } from "../domain/answerForm.ts";
import { askLine } from "../domain/askLine.ts";
import type { Challenge } from "../domain/challenge/challenge.ts";
import { asksImpact, impactOf } from "../domain/impact.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { leadsOn, type Standpoint } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import { targetOf } from "../domain/trajectory.ts";
import { didInWords, type Update } from "../domain/update.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

interface FormState {
  readonly list?: ListToken;
  readonly typed?: TypedAnswer;
  readonly faults?: readonly FormFault[];
  /** Kept when the same form comes back for its faults; a form that says something new gets a new one. */
  readonly nonce?: string;
  /** The last update this form knows of. */
  readonly basis?: string;
  readonly amends?: string;
  /** Of the update that is to be changed. */
  readonly challenges?: readonly Challenge[];
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

/** The form for one measure, empty or with what was typed so far. */
export function composeForm(at: AtPlan, measure: Measure, form: FormState): Message {
  const { plan, today, person } = at;
  const section = plan.sections.find((one) => one.ref === measure.section);
  const card = updateFormCard({
    ...form,
    planTitle: plan.title,
    plan: plan.id,
    line: askLine(plan, measure, today),
    details: { impact: impactOf(measure, plan.scheme), iStatement: section?.iStatement, evidence: measure.evidence, leads: measure.leads },
    scheme: plan.scheme,
    target: targetOf(measure, today),
    asksImpact: asksImpact(plan),
    nonce: form.nonce ?? randomUUID(),
    onBehalfOf: onBehalfOf(person, measure),
  });
  return { card, alert: `Update of ${measure.ref}` };
}

/** What others did, one line each, for somebody whose card is behind. */
export function newsOf(plan: Plan, updates: readonly Update[]): string[] {
  return updates.map((update) => {
    const label = findRating(plan.scheme, update.rating)?.label;
    const did = update.kind === "report" ? (label ?? "no rating") : didInWords[update.kind];
    return `${update.by.name}, ${inWords(update.on)}: ${did}${update.narrative ? `: ${update.narrative}` : ""}`;
  });
}

/** For whom somebody answers who does not lead a measure: a deputy for whom they stand in for, anybody else for its leads. */
export function onBehalfOf(person: Standpoint, measure: Measure): string | undefined {
  if (leadsOn(person, measure)) return undefined;
  const away = person.standsInFor.filter((one) => leadsOn(one, measure)).flatMap(({ leads }) => leads);
  return measure.leads.filter((lead) => away.includes(lead)).join(", ") || leadsInWords(measure);
}

/** Joint leads are all leads; where the plan names none, somebody else must answer. */
export function leadsInWords(measure: Measure): string {
  return measure.leads.join(", ") || "a lead nobody has named";
}
