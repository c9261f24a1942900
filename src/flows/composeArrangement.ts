import { randomUUID } from "node:crypto";
import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Arrangement, ArrangementChange } from "../domain/arrangement.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/** What was arranged, with Undo. @param who - `you`, or the name of whom it is about */
export function composeArrangement(at: AtPlan, { id, person, change }: ArrangementChange, nameOf: (id: ObjectId) => string, undone = false): Message {
  const own = person === at.person.objectId;
  const heading = undone ? "As it was before" : own ? "Arranged" : `Arranged for ${nameOf(person)}`;
  const lines = changeInWords(change, own ? "You" : nameOf(person), nameOf);
  const undo = { verb: "undoArrangement" as const, plan: at.plan.id, nonce: randomUUID(), person, row: id };
  const card = replyCard({
    planTitle: at.plan.title,
    heading,
    lines,
    buttons: [
      ...(undone ? [] : [cardButton("Undo", undo)]),
      cardButton("Change", { verb: "openLeave", plan: at.plan.id, ...(!own && { person }) }),
      own ? cardButton("My measures", { verb: "say", words: "mine" }) : cardButton("See all people", { verb: "say", words: "people" }),
    ],
  });
  return { card, alert: heading };
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
    case "pause":
      return [`${are} not asked before ${inWords(change.until)}. Measures stay on the list, and can be answered at any time.`];
    case "resume":
      return [`${are} asked as usual.`];
    case "early":
      return [`${are} reminded ${change.wanted ? "at every lead time" : "once before a date, by the last reminder"}.`];
  }
}

/** `from 1 December 2022 to 14 December 2022`; for good where there is no last day. */
export function daysInWords({ from, to }: NonNullable<Arrangement["away"]>): string {
  return to ? `from ${inWords(from)} to ${inWords(to)}` : `from ${inWords(from)} on`;
}

/** What of it still counts, a line each. */
export function awayInWords(who: string, { away, pausedUntil }: Arrangement, today: LocalDate, nameOf: (id: ObjectId) => string): string[] {
  const isNews = away !== undefined && (away.to === undefined || away.to >= today);
  return [
    ...(isNews ? [`${who}: away ${daysInWords(away)}, ${away.deputy ? `${nameOf(away.deputy)} is asked instead` : "nobody is asked instead"}`] : []),
    ...(pausedUntil && pausedUntil > today ? [`${who}: not asked before ${inWords(pausedUntil)}`] : []),
  ];
}
