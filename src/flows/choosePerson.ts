import type { FormField } from "../cards/formCard.ts";
import { peopleOf } from "../domain/askedFor.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";
import { findPerson, type Named, namesOf } from "./findPerson.ts";

/** What comes back from the two boxes: somebody chosen, or somebody else typed, which counts where both are given. */
export interface PersonTyped {
  readonly who?: string;
  readonly whoElse?: string;
}

/** Two boxes that ask for a person: one of the plan's, or anybody by name, e-mail or object id. */
export async function personFields(
  ports: Pick<Ports, "people">,
  plan: Plan,
  label: string,
  typed: PersonTyped & { readonly fault?: string },
  except?: ObjectId,
): Promise<FormField[]> {
  const nameOf = await namesOf(ports);
  const people = peopleOf(plan)
    .filter((id) => id !== except && nameOf(id) !== id)
    .map((id) => ({ title: nameOf(id), value: id }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
  const { who = "", whoElse = "", fault } = typed;
  const nobody = { title: "Nobody I can choose here", value: "" };
  return [
    { kind: "choice", id: "who", label, value: who, choices: [nobody, ...people], ...(fault && { fault }) },
    { kind: "line", id: "whoElse", label: "Or somebody else: their whole name, e-mail or Entra object id", value: whoElse },
  ];
}

/** @returns a sentence where it cannot be told who is meant; undefined where nobody was named */
export async function readPerson(ports: Pick<Ports, "people">, plan: Plan, { who = "", whoElse = "" }: PersonTyped): Promise<Named | string | undefined> {
  const words = whoElse.trim() || who.trim();
  if (words === "") return undefined;
  try {
    return await findPerson(ports, plan, words);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
