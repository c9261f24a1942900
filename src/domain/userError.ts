/** Something the person can put right; its message is shown to them as it stands (law 8). */
export class UserError extends Error {
  override readonly name: string = "UserError";
}

/** What was asked for is not theirs to do. */
export class RefusedError extends UserError {
  override readonly name = "RefusedError";
}
