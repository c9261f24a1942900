import type { NoticedSoFar } from "../domain/delivery.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { type Round, roundMark } from "../domain/round.ts";
import { isSettled } from "../domain/standing.ts";
import { whyNot } from "./undelivered.ts";

export interface PersonInRounds {
  readonly to: ObjectId;
  readonly state: "notReached" | "onItsWay" | "silent" | "seen" | "answered";
  /** What is left to answer. */
  readonly open: readonly string[];
  /** The day of the first round in which something is. */
  readonly since?: LocalDate;
  readonly why?: string;
}

/** How everybody stands whom rounds ask, each once. @param rounds - oldest first, none asking again what another asks */
export function peopleInRounds(plan: Plan, rounds: readonly Round[], noticed: NoticedSoFar | undefined): PersonInRounds[] {
  const people = new Set(rounds.flatMap(({ asked }) => asked.map(({ to }) => to)));
  return [...people].map((to) => standOf(plan, rounds, to, noticed));
}

function standOf(plan: Plan, rounds: readonly Round[], to: ObjectId, noticed: NoticedSoFar | undefined): PersonInRounds {
  const left = rounds.map((round) => ({ round, open: openIn(plan, round, to) })).filter(({ open }) => open.length > 0);
  const open = left.flatMap((one) => one.open);
  const since = left[0]?.round.on;
  if (!since) return { to, state: "answered", open };
  const theirs = (noticed?.open ?? []).filter(({ notice, owedOn }) => notice.kind === "reminder" && notice.to === to && owedOn >= since);
  const why = theirs.map((one) => whyNot(one)).find((one) => one !== undefined);
  if (why) return { to, state: "notReached", open, since, why };
  const isAsked = left.every(({ round }) => refsIn(round, to).some((ref) => noticed?.marks.has(roundMark(to, ref, round))));
  if (theirs.length > 0 || !isAsked) return { to, state: "onItsWay", open, since };
  const seen = plan.matters.asking[to]?.seen ?? {};
  return { to, state: left.some((one) => one.open.some((ref) => (seen[ref] ?? "") >= one.round.on)) ? "seen" : "silent", open, since };
}

function openIn(plan: Plan, round: Round, to: ObjectId): string[] {
  const refs = new Set(refsIn(round, to));
  return plan.measures.filter((one) => refs.has(one.ref) && !isSettled(one, plan.scheme) && (one.standing?.latest?.at ?? "") < round.at).map(({ ref }) => ref);
}

function refsIn({ asked }: Round, to: ObjectId): readonly string[] {
  return asked.find((one) => one.to === to)?.refs ?? [];
}
