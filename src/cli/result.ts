/** What a command answers: the JSON document for scripts and the same for people. */
export interface Result {
  readonly json: unknown;
  readonly text: string;
  /** Bad input, with the reasons in the document; the exit code is 1. */
  readonly refused?: boolean;
}
