import { createHash } from "node:crypto";

const planPrefix = "plan!";

/**
 * Where a partition is kept: each plan in a table of its own, everything else together. Azure finds a partition as
 * quickly in one table as in many; the emulator looks through a whole table at every query, so that plans kept together
 * would slow each other down.
 *
 * @param prefix - of the deployment
 * @returns letters and digits, of which Azure takes 63
 */
export function tableNameOf(prefix: string, partition: string): string {
  if (!isOfPlan(partition)) return `${prefix}drumbeat`;
  const id = partition.slice(planPrefix.length);
  const readable = id.replace(/[^A-Za-z0-9]/g, "").slice(0, 18);
  // Names differ in more than the letters a table's may have.
  return `${prefix}drumbeat${readable}${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;
}

export function isOfPlan(partition: string): boolean {
  return partition.startsWith(planPrefix);
}
