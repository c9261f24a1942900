import { excerpt } from "../cards/cutAtWord.ts";
import { UserError } from "../domain/userError.ts";

/**
 * A press repeated after its answer was lost says what it said before; with other words, those that are stored stand and the new
 * ones come back (law 4).
 *
 * @throws UserError where they differ
 */
export function refuseOtherWords(stored: string | undefined, typed: string): void {
  if (stored !== undefined && stored.trim() !== typed.trim())
    throw new UserError(`This was stored before, with other words, and those stand: “${excerpt(stored, 300)}”`);
}
