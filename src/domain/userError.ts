/** Something the person can put right; its message is shown to them as it stands (law 8). */
export class UserError extends Error {
  override readonly name = "UserError";
}
