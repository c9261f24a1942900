import { longestHelp } from "../domain/answerForm.ts";

/** What is wrong with the reason of a request or a decision. @param missing - what to say where none was given */
export function faultOfReason(reason: string, missing: string): string | undefined {
  const { length } = reason.trim();
  if (length === 0) return missing;
  return length > longestHelp ? `The reason has ${length} characters; ${longestHelp} is the most.` : undefined;
}
