import { randomUUID } from "node:crypto";
import { draftCard, mostTicked } from "../cards/draftCard.ts";
import { askedAtOnce } from "../cards/listToken.ts";
import { measuresOf } from "../domain/askLine.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import type { Draft, SaidOfOne } from "../domain/said/said.ts";
import { ratingOf, reportedOn } from "../domain/standing.ts";
import { targetOf } from "../domain/trajectory.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeForm } from "./composeForm.ts";
import { measureToAnswer } from "./measureToAnswer.ts";

type Question = Exclude<SaidOfOne, { kind: "answer" }>;

/** Asks what was not certain, with everything that was typed in its box. @throws UserError when the measure is not theirs to answer */
export function composeQuestion(at: AtPlan, said: Question): Message {
  if (said.kind === "askWhich") return composeWhich(at, said);
  const measure = measureToAnswer(at, said.ref);
  const { draft, sentence, lines } = questionOf(at, measure, said);
  return composeForm(at, measure, { typed: typedOf(at, measure, draft), basis: measure.standing?.lastUpdate, news: { sentence, lines } });
}

/** A question about one measure in a sentence, and what its form is filled with. */
export function questionOf(
  at: AtPlan,
  measure: Measure,
  said: Exclude<Question, { kind: "askWhich" }>,
): { draft: Draft; sentence: string; lines: readonly string[] } {
  const { draft } = said;
  switch (said.kind) {
    case "askRating":
      return {
        draft,
        sentence: draft.rating
          ? `Is that ${draft.rating}? Nothing is recorded yet: look at the rating and save.`
          : "Which rating fits? Nothing is recorded yet: what you typed is below.",
        lines: [],
      };
    case "askWhy":
      return { draft, sentence: `${draft.rating}. Say in a sentence or two why, and save: nothing is recorded yet.`, lines: [] };
    case "same":
      return said.as ? sameAsOther(draft, said.as) : sameAsBefore(at, measure, draft);
  }
}

function sameAsOther(draft: Draft, as: Draft & { readonly ref: string }) {
  const { ref, ...theirs } = as;
  return { draft: theirs, sentence: `The same as you said of ${ref}? Save if it is; nothing is recorded yet.`, lines: [`You typed: ${draft.narrative}`] };
}

/** The rating in force, and for words that say nothing else the last ones. */
function sameAsBefore({ plan, person }: AtPlan, measure: Measure, draft: Draft) {
  const rating = ratingOf(measure, plan.scheme);
  const latest = measure.standing?.latest;
  const on = reportedOn(measure, plan);
  const when = on ? ` since ${inWords(on)}` : "";
  const isBare = draft.narrative.split(/\s+/).length <= 4;
  const own = latest?.by.objectId === person.objectId ? latest : undefined;
  return {
    draft: { ...draft, rating: draft.rating ?? rating?.label, ...(isBare && own && { narrative: own.narrative, figure: own.figure?.asWritten }) },
    sentence: `No change${when}${rating ? `: still ${rating.label}` : ""}? Save if that is so; nothing is recorded yet.`,
    lines: isBare && own ? [`Below is what you said then. You typed: ${draft.narrative}`] : latest ? [`Last said: ${latest.narrative}`] : [],
  };
}

/** A figure has a box of its own only where the measure has a target. */
function typedOf({ today }: AtPlan, measure: Measure, draft: Draft) {
  const { figure, narrative } = draft;
  const isLost = figure !== undefined && targetOf(measure, today) === undefined && !narrative.includes(figure);
  return isLost ? { ...draft, narrative: `${narrative}\nFigure: ${figure}`.trim() } : draft;
}

/** Asks which of several measures is meant; all may be. Less likely ones never make a list to tick one to be searched. */
export function composeWhich(
  at: AtPlan,
  { among, also = [], draft, forAll = false, unknown, heading, faults, chosen = forAll ? among : [] }: WhichAsked,
): Message {
  const { plan } = at;
  const all = [...among, ...also];
  const measures = measuresOf(plan, all).slice(0, among.length <= mostTicked && also.length > 0 ? mostTicked : askedAtOnce);
  const left = all.length - measures.length;
  const { impact, risk, mitigation, files } = draft;
  const card = draftCard({
    planTitle: plan.title,
    heading: heading ?? (forAll ? "For all of these?" : "Which measure do you mean?"),
    question: unknown
      ? `${plan.title} has no measure ${unknown}. Nothing is recorded yet: choose the one you mean, and save.`
      : "You could mean several, and I don’t guess. Nothing is recorded yet: choose one or more, and save.",
    notes: left > 0 ? [`${left} more are not listed. For one of those, begin with its reference, such as “${all.at(-1)} green …”.`] : [],
    measures,
    chosen: measures.filter(({ ref }) => chosen.includes(ref)).map(({ ref }) => ref),
    faults,
    go: {
      verb: "saveDraft",
      plan: plan.id,
      nonce: randomUUID(),
      ...{ impact, risk, mitigation, files },
      among: measures.map(({ ref }) => ref),
      bases: Object.fromEntries(measures.flatMap(({ ref, standing }) => (standing ? [[ref, standing.lastUpdate]] : []))),
    },
    asks: { kind: "update", scheme: plan.scheme, ...draft },
  });
  return { card, alert: "Which measure do you mean?" };
}

interface WhichAsked {
  readonly among: readonly string[];
  readonly also?: readonly string[];
  readonly draft: Draft;
  readonly forAll?: boolean;
  readonly unknown?: string;
  readonly heading?: string;
  readonly faults?: Parameters<typeof draftCard>[0]["faults"];
  readonly chosen?: readonly string[];
}
