import type { DigestDay } from "../domain/cadence.ts";
import { frozenDigests, frozenSubject } from "../domain/frozenDigest.ts";
import { addDays, inWords, type LocalDate } from "../domain/localDate.ts";
import { type Change, changesSince, pictureOf } from "../domain/picture.ts";
import type { Plan } from "../domain/plan.ts";
import { readPastPeriod } from "../domain/readPastPeriod.ts";
import { planAsOf } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";

/** What changed, and since when in words: `the digest of 28 November 2022`, `1 September 2022`. */
export interface LookBack {
  readonly since: string;
  readonly changes: readonly Change[];
  /** It reaches to before the plan's file, of which only what was said to the bot is known. */
  readonly beforeFile?: boolean;
}

/**
 * What changed since the digest before; undefined where there was none.
 *
 * @param from - the digest that looks back: only at those of its cadence, for days before its own
 */
export async function lookBackToDigest(ports: Pick<Ports, "plans">, plan: Plan, from?: Pick<DigestDay, "digest" | "on">): Promise<LookBack | undefined> {
  const last = frozenDigests(plan, from?.digest).find((one) => !from || one.for < from.on);
  const [frozen] = last ? await ports.plans.entries(plan.id, "digests", frozenSubject(last)) : [];
  return frozen && { since: `the digest of ${inWords(frozen.on)}`, changes: changesSince(frozen.picture, plan) };
}

/**
 * What changed since a day somebody names, the last digest or meeting, or where they name none since the last digest,
 * else in the past month. A day itself counts: `since 1 September` leaves out nothing of that day.
 *
 * @throws UserError for words that name no day gone by
 */
export async function lookBack(ports: Pick<Ports, "plans">, plan: Plan, words: string, today: LocalDate): Promise<LookBack> {
  const plain = words.trim().replace(/^(?:since|from|after|in|over)\s+/i, "");
  const wantsDigest = plain === "" || /^(?:the )?(?:last|previous) (?:meeting|digest|report|board|time)$|^last time$/i.test(plain);
  const ofDigest = wantsDigest ? await lookBackToDigest(ports, plan) : undefined;
  if (ofDigest) return ofDigest;
  const day = readPastPeriod(wantsDigest ? "one month ago" : plain.replace(/^the /i, ""), today)?.first;
  if (!day)
    throw new UserError(`“${plain}” names no day I know that has gone by. Write for example “changes since 1 September” or “changes since last month”.`);
  const before = planAsOf(plan, await ports.plans.wholeHistory(plan.id), addDays(day, -1));
  return { since: inWords(day), changes: changesSince(pictureOf(before), plan), beforeFile: day < plan.importedAsOf };
}
