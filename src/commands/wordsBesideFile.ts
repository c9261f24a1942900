import { inWords, type LocalDate } from "../domain/localDate.ts";
import { UserError } from "../domain/userError.ts";
import { asOfDay } from "./asOfDay.ts";

export interface SaidOfFile {
  /** The plan it is of, as somebody called it. */
  readonly plan?: string;
  /** The day its ratings speak of. */
  readonly asOf?: LocalDate;
}

/**
 * Reads the words beside a file: `import for warwickshire as of 21 November 2022`, its parts in either order or alone.
 * Other words say nothing of it.
 *
 * @throws UserError where the day is none, not one for certain, or has not come yet
 */
export function wordsBesideFile(words: string, today: LocalDate): SaidOfFile {
  const [asOfWords, asWritten] = /[,;]?\s*\bas (?:of|at)\b\s*(.*?)(?=[,;]?\s+(?:for|into|to)\s|[.!?]*$)/is.exec(words) ?? [];
  const others = (asOfWords === undefined ? words : words.replace(asOfWords, " ")).trim().replace(/[\s.!?,;]+$/, "");
  const plan = /^(?:import\s+(?:(?:for|into|to)\s+)?|for\s+|into\s+)(.+)$/is.exec(others)?.[1];
  return { ...(plan && { plan }), ...(asWritten !== undefined && { asOf: readDay(asWritten.trim(), today) }) };
}

function readDay(asWritten: string, today: LocalDate): LocalDate {
  const day = asOfDay(asWritten, today);
  if (!day)
    throw new UserError(
      `“${asWritten}” is no day I can read. Write the day, the month and the year, such as “as of ${inWords(today)}”, and send the file again.`,
    );
  if (day > today) throw new UserError(`${inWords(day)} has not come yet, so no file can speak of it. Send the file again with the day its ratings are of.`);
  return day;
}
