import { randomUUID } from "node:crypto";
import { ratingInWords } from "../cards/ratingStyle.ts";
import { type Proposal, proposalsPerPage, type SignOffOutcome, signOffCard } from "../cards/signOffCard.ts";
import { completionWaiting } from "../domain/decisionsWaiting.ts";
import { signOffDeciderOf, signOffDecidersOf } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { ratingOf } from "../domain/standing.ts";
import type { Message } from "../ports.ts";
import { deciderInWords } from "./composeDateForm.ts";

/** What is proposed complete, the longest waiting first. */
export function proposedCompletions(plan: Plan): Proposal[] {
  return plan.measures
    .flatMap((measure): (Proposal & { at: string })[] => {
      const proposal = completionWaiting(measure);
      const basis = measure.standing?.lastUpdate;
      if (!proposal || !basis) return [];
      const rating = ratingOf(measure, plan.scheme);
      const { ref, words, evidence } = measure;
      const { narrative, figure, by, onBehalfOf, on, at } = proposal;
      const before = rating ? ratingInWords(rating) : "Not rated";
      return [{ ref, words, evidence, basis, narrative, figure: figure?.asWritten, by: by.name, onBehalfOf, on, at, before }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Where in the list of what waits a measure stands; the first page where it does not. */
export function pageOf(plan: Plan, ref: string): number {
  const at = proposedCompletions(plan).findIndex((one) => one.ref === ref);
  return Math.max(1, Math.ceil((at + 1) / proposalsPerPage));
}

/** A page of what waits, for whoever signs off; above it what became of what they decided. */
export function composeSignOff(plan: Plan, page = 1, outcomes: readonly SignOffOutcome[] = []): Message {
  const all = proposedCompletions(plan);
  const pages = Math.max(1, Math.ceil(all.length / proposalsPerPage));
  const shown = Math.min(page, pages);
  const proposals = all.slice((shown - 1) * proposalsPerPage, shown * proposalsPerPage);
  const card = signOffCard({ planTitle: plan.title, plan: plan.id, proposals, page: shown, pages, total: all.length, nonce: randomUUID(), outcomes });
  const waits = all.length === 1 ? "1 measure waits" : `${all.length} measures wait`;
  return { card, alert: `${plan.title}: ${all.length === 0 ? "nothing waits" : waits} for sign-off` };
}

/** Who signs off, for whoever may not. */
export function signOffRefusal(plan: Plan): string {
  const nobody = signOffDeciderOf(plan) !== "manager" && signOffDecidersOf(plan, []).length === 0;
  return `Measures of ${plan.title} are signed off by ${deciderInWords(signOffDeciderOf(plan))} and nobody else.${nobody ? " Nobody holds that role yet: the programme manager gives it." : ""}`;
}
