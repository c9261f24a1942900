import type { Plan } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import { findPerson, type Named } from "../flows/findPerson.ts";
import type { Call } from "./command.ts";

/** The person mentioned in these words, named in them, or `me`. @throws UserError when nobody, or more than one, is meant */
export async function personMeant({ mentioned, asker, ports }: Pick<Call, "mentioned" | "asker" | "ports">, plan: Plan, words: string): Promise<Named> {
  const said = folded(words);
  const here = mentioned.filter(({ name }) => said === "" || said.includes(folded(name)));
  if (here.length > 1) throw new UserError("Mention one person at a time, so that nobody is meant by mistake.");
  if (here[0]) return here[0];
  const typed = words.trim().replace(/^@/, "");
  if (typed === "") throw new UserError("Mention the person (@ and their name) in a channel, or write their name, e-mail or Entra object id here.");
  return typed.toLowerCase() === "me" ? asker : findPerson(ports, plan, typed);
}

/** Spaces in what was typed are single by now. */
function folded(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}
