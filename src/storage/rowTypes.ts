/** Everything the store keeps, a type of row each. */
export const rowTypes = [
  ...(["plan", "link", "role", "area", "section", "action", "measure", "standing", "matter"] as const),
  ...(["digest", "mark", "delivery"] as const),
  ...(["update", "nonce", "matterEntry", "asked", "file", "journal"] as const),
  ...(["entry", "clock", "person", "team", "pendingImport", "bytes"] as const),
] as const;
export type RowType = (typeof rowTypes)[number];
