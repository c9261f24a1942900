import type { ObjectId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Call } from "./command.ts";

const objectIdPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The person mentioned, written as an object id, or `me`. @throws UserError when nobody, or more than one, is meant */
export function personMeant({ mentioned, asker }: Call, words: string): { objectId: ObjectId; name?: string } {
  if (mentioned.length > 1) throw new UserError("Mention one person at a time, so that nobody is linked by mistake.");
  const [person] = mentioned;
  if (person) return person;
  const id = objectIdPattern.exec(words)?.[0];
  if (id) return { objectId: id.toLowerCase() };
  if (words.trim().toLowerCase() === "me") return asker;
  throw new UserError("Mention the person (@ and their name) in a channel, or give their Entra object id here.");
}
