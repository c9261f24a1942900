import type { DuePhrase } from "../domain/duePhrase.ts";
import { type DueContext, readDuePhrase } from "../domain/readDuePhrase.ts";

/** Reads each phrase of a plan once, however many rows share it: ten thousand rows have some hundred dates. */
export function rememberDue(context: DueContext): (phrase: string) => DuePhrase {
  const known = new Map<string, DuePhrase>();
  return (phrase) => {
    const due = known.get(phrase) ?? readDuePhrase(phrase, context);
    known.set(phrase, due);
    return due;
  };
}
