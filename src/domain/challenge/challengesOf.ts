import type { Answer } from "../answerForm.ts";
import { lastDate, passedMilestone } from "../duePhrase.ts";
import { impactOf } from "../impact.ts";
import type { LocalDate } from "../localDate.ts";
import type { Measure } from "../measure.ts";
import type { Plan } from "../plan.ts";
import { findRating, type Rating, type RatingKind } from "../ratingScheme.ts";
import { figureSaid } from "../said/figureSaid.ts";
import { narrativeOf, reportedOn } from "../standing.ts";
import type { Challenge } from "./challenge.ts";
import { figureAgainst } from "./figureAgainst.ts";
import { leftOut } from "./leftOut.ts";
import { inUnitOf, readQuantity } from "./quantity.ts";

/** An update and what it is judged by. */
interface Report {
  readonly answer: Answer;
  readonly rating: Rating;
  /** As it stood before. */
  readonly before: Measure;
  readonly plan: Pick<Plan, "scheme" | "importedAsOf">;
  readonly today: LocalDate;
}

type Rule = (report: Report) => Challenge | undefined;

/**
 * What the board would ask of an update. None of it keeps the update from being stored: it travels with it, beside
 * whatever the lead says to it.
 *
 * @param before - the measure as it stood before the update
 * @param today - the plan's day on which it is made
 */
export function challengesOf(answer: Answer, before: Measure, plan: Pick<Plan, "scheme" | "importedAsOf">, today: LocalDate): Challenge[] {
  const rating = findRating(plan.scheme, answer.rating);
  return rating ? rules.flatMap((rule) => rule({ answer, rating, before, plan, today }) ?? []) : [];
}

const datePassed: Rule = ({ answer, rating, before, plan, today }) => {
  if (rating.kind !== "onTrack" && rating.kind !== "notDue") return undefined;
  const on = lastDate(before.due);
  if (on && on < today) return { rule: "datePassed", rating: rating.label, on };
  const passed = passedMilestone(before.due, today);
  const reported = reportedOn(before, plan);
  const against = answer.figure && figureAgainst(before, answer.figure, today);
  const isMet = against?.isDue === true && against.better >= 0;
  if (!passed || isMet || (reported && reported >= passed.on)) return undefined;
  return { rule: "datePassed", rating: rating.label, on: passed.on, milestone: true };
};

const behindTarget: Rule = ({ answer: { figure }, rating, before, today }) => {
  const against = figure && rating.kind === "onTrack" ? figureAgainst(before, figure, today) : undefined;
  return figure && against?.isDue && against.better < 0 ? { rule: "behindTarget", rating: rating.label, figure: figure.asWritten, against } : undefined;
};

const noEvidence: Rule = ({ answer, rating, before }) => {
  const shown = [...(answer.evidence ?? []), ...(before.standing?.latest?.evidence ?? [])];
  return rating.kind === "complete" && shown.length === 0 ? { rule: "noEvidence", rating: rating.label } : undefined;
};

const unexplained: Rule = ({ answer: { narrative, help, risk, mitigation, why }, rating }) => {
  if (rating.kind !== "concern" && rating.kind !== "offTrack") return undefined;
  const boxes = [mitigation && "mitigation", risk && "risk"];
  const missing = leftOut([narrative, help, risk, mitigation, why, ...boxes].filter(Boolean).join("\n"));
  return missing.length > 0 ? { rule: "unexplained", rating: rating.label, missing } : undefined;
};

const sameWords: Rule = ({ answer, before, plan }) => {
  const on = reportedOn(before, plan);
  const isSame = on !== undefined && plainly(narrativeOf(before)) === plainly(answer.narrative);
  return isSame ? { rule: "sameWords", on } : undefined;
};

const otherFigure: Rule = ({ answer: { narrative, figure } }) => {
  const said = figure && figureSaid(narrative, figure.asWritten);
  const [inBox, inTheWords] = [figure && readQuantity(figure.asWritten), said && readQuantity(said)];
  if (!figure || !said || !inBox || !inTheWords) return undefined;
  const value = inUnitOf(inTheWords, inBox);
  // `81%` and `154 of 190` say the same.
  const other = inUnitOf(inBox, inTheWords);
  const differs = [value === undefined ? 0 : value - inBox.value, other === undefined ? 0 : other - inTheWords.value];
  return differs.every((one) => Math.abs(one) >= 1) ? { rule: "otherFigure", figure: figure.asWritten, said } : undefined;
};

/** What an impact rating does not bear: a worry lets nothing be well, work under way lets nothing be finished. */
const unsupported: Partial<Record<RatingKind, readonly RatingKind[]>> = {
  complete: ["underWay", "concern", "offTrack", "notDue", "waiting"],
  onTrack: ["concern", "offTrack"],
};

const betterThanImpact: Rule = ({ answer, rating, before, plan: { scheme } }) => {
  const impact = answer.impact === undefined ? impactOf(before, scheme) : findRating(scheme, answer.impact);
  return impact && unsupported[rating.kind]?.includes(impact.kind) ? { rule: "betterThanImpact", rating: rating.label, impact: impact.label } : undefined;
};

const rules: readonly Rule[] = [datePassed, behindTarget, noEvidence, unexplained, sameWords, otherFigure, betterThanImpact];

function plainly(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£]+/gu, " ")
    .trim();
}
