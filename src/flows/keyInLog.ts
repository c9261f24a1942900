import { createHash } from "node:crypto";

/** A delivery's key as the log may hold it, `unlinked 3f0c5a1b9d2e`: the key itself names leads as the plan writes them. */
export function keyInLog(key: string): string {
  const [, kind = "unknown"] = key.split("|");
  return `${kind} ${createHash("sha256").update(key).digest("hex").slice(0, 12)}`;
}
