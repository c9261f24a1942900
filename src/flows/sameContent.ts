import { isDeepStrictEqual } from "node:util";

/** Whether two values would be stored alike: an absent fact is no fact. */
export function sameContent(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asStored(one), asStored(other));
}

function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
