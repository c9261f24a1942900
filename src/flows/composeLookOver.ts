import { createHash, randomUUID } from "node:crypto";
import { cardButton } from "../cards/cardButton.ts";
import { lookOverCard } from "../cards/lookOverCard.ts";
import { replyCard } from "../cards/replyCard.ts";
import { inWords } from "../domain/localDate.ts";
import { lookedOver, toLookOver } from "../domain/lookedOver.ts";
import type { Measure } from "../domain/measure.ts";
import type { Plan } from "../domain/plan.ts";
import { narrativeOf, ratingOf, reportedOn } from "../domain/standing.ts";
import type { Message } from "../ports.ts";

/** What is said beside a narrative, and which it is. */
interface Shown {
  /** Absent: the first nobody has looked over. */
  readonly ref?: string;
  /** What was just stored. */
  readonly done?: string;
  /** What to put right, or what changed meanwhile. */
  readonly fault?: string;
  /** As typed so far. */
  readonly instead?: string;
}

/** One narrative at a time, for whoever reads it before the public does; when all are read, what goes out. */
export function composeLookOver(plan: Plan, { ref, ...shown }: Shown = {}): Message {
  const all = toLookOver(plan);
  const left = all.filter((measure) => !lookedOver(plan, measure));
  const at = ref === undefined ? all.indexOf(left[0] as Measure) : all.findIndex((one) => one.ref === ref);
  const measure = all[at];
  if (!measure) return allRead(plan, all, shown.done);
  const heading = left.length === 0 ? "All are looked over" : `${left.length} of ${all.length} still to look over`;
  const decided = lookedOver(plan, measure);
  const turn = (title: string, to: Measure | undefined) => (to ? [cardButton(title, { verb: "showLookOver", plan: plan.id, ref: to.ref })] : []);
  const card = lookOverCard({
    ...{ planTitle: plan.title, plan: plan.id, heading, ref: measure.ref, words: measure.words, narrative: narrativeOf(measure) },
    said: saidOf(plan, measure),
    ...(decided && { decided: decisionOf(decided) }),
    nonce: randomUUID(),
    basis: plan.matters.lookedOver[measure.ref]?.last,
    seen: digestOf(measure),
    ...shown,
    instead: shown.instead ?? decided?.instead ?? "",
    buttons: [...turn("‹ Before", all[at - 1]), ...turn("Next ›", all[at + 1])],
  });
  return { card, alert: heading };
}

/** Tells the words that were shown from others. */
export function digestOf(measure: Measure): string {
  return createHash("sha256")
    .update(`${measure.standing?.latest?.id ?? ""}\n${narrativeOf(measure)}`)
    .digest("hex")
    .slice(0, 16);
}

/** `May go out (Pat Manager, 3 October 2022)` */
export function decisionOf({ kind, by, on, instead }: NonNullable<ReturnType<typeof lookedOver>>): string {
  const what = kind === "leaveOut" ? "Left out" : instead === undefined ? "May go out" : "May go out in other words";
  return `${what} (${by.name}, ${inWords(on)})`;
}

function saidOf(plan: Plan, measure: Measure): string {
  const heard = reportedOn(measure, plan);
  return [ratingOf(measure, plan.scheme)?.label ?? "Not rated", heard && `said ${inWords(heard)}`].filter(Boolean).join(" · ");
}

function allRead(plan: Plan, all: readonly Measure[], done: string | undefined): Message {
  const out = all.filter((measure) => lookedOver(plan, measure)?.kind === "mayGoOut").length;
  const heading = all.length === 0 ? "There is no narrative to look over" : `All ${all.length} are looked over`;
  const lines = [
    ...(done ? [done] : []),
    ...(all.length > 0 ? [`${out} may go out, ${all.length - out} are left out. When a lead reports anew, that narrative waits to be looked over again.`] : []),
  ];
  const [first] = all;
  const again = first ? [cardButton("Go through them again", { verb: "showLookOver", plan: plan.id, ref: first.ref })] : [];
  const buttons = [...again, cardButton("Scrutiny report", { verb: "say", words: "report scrutiny" })];
  return { card: replyCard({ planTitle: plan.title, heading, lines, buttons }), alert: heading };
}
