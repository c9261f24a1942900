import type { Problem } from "../domain/problem.ts";

/** Thrown while a file is read, where the whole of it must be refused; `readWorkbook` turns it into the problem it carries. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  readonly problem: Problem;

  /** @param sentence - for the person who sent the file: what is wrong and what to do */
  constructor(sentence: string, place: Partial<Problem> = {}, options?: ErrorOptions) {
    super(sentence, options);
    this.problem = { row: null, column: null, asWritten: "", ...place, problem: sentence };
  }
}

/** A part of the file breaks its own format, by accident or on purpose. */
export function damaged(cause?: unknown): UnreadableFile {
  return new UnreadableFile("The file is damaged, so nothing was read; open it, save it again and send that.", {}, { cause });
}

/** Stops before a file built to fill the memory does so. */
export function tooMuchUnpacked(): UnreadableFile {
  return new UnreadableFile("The file unpacks to far more than a plan holds, so it was not read; copy the plan's rows into a new file and send that.");
}
