import { randomUUID } from "node:crypto";
import { type CardButton, cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { type Arrangement, type ArrangementChange, type Leave, leavesFrom, overlapping } from "../domain/arrangement.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { ObjectId, PlanId } from "../domain/plan.ts";
import type { Message } from "../ports.ts";
import type { Arranged } from "./arrange.ts";
import type { AtPlan } from "./atPlan.ts";

/** What was arranged, with Undo, what it took the place of, and the leaves there are besides. */
export function composeArrangement(at: AtPlan, { row, before, standing }: Arranged, nameOf: (id: ObjectId) => string, undone = false): Message {
  const { id, person, change } = row;
  const own = person === at.person.objectId;
  const heading = undone ? "As it was before" : own ? "Arranged" : `Arranged for ${nameOf(person)}`;
  const replaced = change.kind === "away" && before ? overlapping(before, change) : [];
  const ahead = leavesFrom(standing, at.today).filter(({ from }) => change.kind !== "away" || from !== change.from);
  const isOfLeave = change.kind === "away" || change.kind === "back" || change.kind === "leaves";
  const lines = [
    ...changeInWords(change, own ? "You" : nameOf(person), nameOf),
    ...replaced.map((one) => `That takes the place of the leave ${leaveTold(one, nameOf)}.`),
    ...(isOfLeave ? ahead.map((one) => `Still arranged: away ${leaveTold(one, nameOf)}.`) : []),
  ];
  const undo = { verb: "undoArrangement" as const, plan: at.plan.id, nonce: randomUUID(), person, row: id };
  const card = replyCard({
    planTitle: at.plan.title,
    heading,
    lines,
    buttons: [
      ...(undone ? [] : [cardButton("Undo", undo)]),
      ...(isOfLeave ? cancelButtons(at.plan.id, person, ahead) : []),
      cardButton("Change", { verb: "openLeave", plan: at.plan.id, ...(!own && { person }) }),
      own ? cardButton("My measures", { verb: "say", words: "mine" }) : cardButton("See all people", { verb: "say", words: "people" }),
    ],
  });
  return { card, alert: heading };
}

const mostCancelled = 3;

/** A button for each of the next leaves. */
export function cancelButtons(plan: PlanId, person: ObjectId, leaves: readonly Leave[]): CardButton[] {
  return leaves
    .slice(0, mostCancelled)
    .map(({ from }) => cardButton(`Cancel that from ${inWords(from)}`, { verb: "cancelLeave", plan, nonce: randomUUID(), person, from }));
}

function changeInWords(change: ArrangementChange["change"], who: string, nameOf: (id: ObjectId) => string): string[] {
  const are = who === "You" ? "You are" : `${who} is`;
  switch (change.kind) {
    case "away": {
      const instead = change.deputy
        ? `${nameOf(change.deputy)} is asked instead and may read the plan and answer in these days; the history says on whose behalf. They are told.`
        : "Nobody is asked instead.";
      const after = change.to
        ? "Afterwards everything is as before."
        : "That goes on until “back” is written, or the programme manager links the leads to them.";
      return [`${are} away ${daysInWords(change)}.`, instead, after];
    }
    case "back":
      return [`${are} there, and asked as usual.`];
    case "leaves":
      return change.leaves.length === 0 ? [`${are} asked as usual: no leave is arranged.`] : [];
    case "pause":
      return [`${are} not asked before ${inWords(change.until)}. Measures stay on the list, and can be answered at any time.`];
    case "resume":
      return [`${are} asked as usual.`];
    case "early":
      return [`${are} reminded ${change.wanted ? "at every lead time" : "once before a date, by the last reminder"}.`];
  }
}

/** `from 1 December 2022 to 14 December 2022`; for good where there is no last day. */
export function daysInWords({ from, to }: Leave): string {
  return to ? `from ${inWords(from)} to ${inWords(to)}` : `from ${inWords(from)} on`;
}

/** `from 1 December 2022 to 14 December 2022, Priya Shah is asked instead` */
export function leaveTold(leave: Leave, nameOf: (id: ObjectId) => string): string {
  return `${daysInWords(leave)}, ${leave.deputy ? nameOf(leave.deputy) : "nobody"} is asked instead`;
}

/** What of it still counts, a line each. */
export function awayInWords(who: string, arrangement: Arrangement, today: LocalDate, nameOf: (id: ObjectId) => string): string[] {
  const { pausedUntil } = arrangement;
  return [
    ...leavesFrom(arrangement, today).map((one) => `${who}: away ${leaveTold(one, nameOf)}`),
    ...(pausedUntil && pausedUntil > today ? [`${who}: not asked before ${inWords(pausedUntil)}`] : []),
  ];
}
