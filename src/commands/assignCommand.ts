import { escapeMarkdown } from "../cards/escape.ts";
import { answerersOf } from "../domain/askedFor.ts";
import { UserError } from "../domain/userError.ts";
import { assignMeasure } from "../flows/assignMeasure.ts";
import { namesOf } from "../flows/findPerson.ts";
import { remember } from "../flows/knowPeople.ts";
import type { PlanCommand } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";
import { personMeant } from "./personMeant.ts";

const grammar = /^(?<ref>.+?)\s+(?<also>also\s+)?to\s+(?<who>.+)$/i;

/** Gives one measure to a person, whatever its leads as written: `assign 2.1.1-1 to @PERSON`, `also to` beside those who have it, `to its leads` back. */
export const assignCommand: PlanCommand = {
  name: "assign",
  usage: "assign MEASURE to @PERSON",
  does: "Give one measure to a person, whoever leads it in the plan",
  where: ["personal", "channel"],
  deed: "manage",
  mayBeReport: true,
  takes: grammar,
  unlisted: true,
  async run(call, at) {
    const { ref = "", also, who = "" } = grammar.exec(call.rest)?.groups ?? {};
    if (!ref)
      throw new UserError("Write the measure and who answers for it: assign 2.1.1-1 to @PERSON; “also to” beside those who do; “to its leads” gives it back.");
    const measure = findMeasure(at.plan, ref);
    const back = /^(?:its|the) leads?$/i.test(who.trim());
    const person = back ? undefined : await personMeant(call, at.plan, who);
    const to = person && { objectId: person.objectId, name: person.name ?? person.objectId };
    const change = to ? ({ kind: also ? "add" : "give", to } as const) : ({ kind: "takeBack" } as const);
    if (person) await remember(call.ports, at.plan.id, person.objectId, { name: person.name });
    const assignment = await assignMeasure(call.ports, at, measure, change);
    const matters = { ...at.plan.matters, assignments: { ...at.plan.matters.assignments, ...(assignment && { [measure.ref]: assignment }) } };
    const nameOf = await namesOf(call.ports);
    const answering = answerersOf({ ...at.plan, matters }, measure).map(nameOf);
    const sentence =
      answering.length > 0 ? `${measure.ref} is answered by ${answering.join(" and ")} now.` : `Nobody is linked to the leads of ${measure.ref}.`;
    return { text: escapeMarkdown(sentence), alert: "Assigned" };
  },
};
