import { everMeasuresOf } from "../domain/withdrawn.ts";
import { findHistory } from "../flows/findHistory.ts";
import { showHistory } from "../flows/showHistory.ts";
import type { PlanCommand } from "./command.ts";
import { measuresNamed } from "./findMeasure.ts";

/** A lead or a person in a few words, or a time after a word that begins one; a sentence that only begins with “history” is none. */
const takes =
  /^(?:(?:of|for|by|since|in|from|between|on|last|this|past|after|before|until|yesterday|today)\b[^,]{0,120}|[\w.()/]*\d[\w.()/-]*(?: .{1,60})?|(?:\S+ ){0,3}\S+(?: (?:since|in|last|this|between|from|after|before|until) .{1,60})?)$/i;

/** Of one measure, with what was imported and its form a touch away; else of whom, what and when the words say. */
export const historyCommand: PlanCommand = {
  name: "history",
  usage: "history REF",
  does: "What was said and decided of a measure, area or lead, since when you like",
  where: ["personal", "channel"],
  deed: "read",
  takes,
  run({ ports, rest, asker }, at) {
    const [measure, ...others] = measuresNamed({ measures: everMeasuresOf(at.plan) }, rest.replace(/^(?:of|for)\s+/i, ""));
    return measure && others.length === 0 ? showHistory(ports, at, measure, asker.where) : findHistory(ports, at, { words: rest.slice(0, longest) });
  },
};

/** More does not travel with a button. */
const longest = 200;
