import { asSeenBy, isConfidential } from "../domain/confidential.ts";
import { drumbeat, type FrozenDigest, frozenAfter, frozenSubject } from "../domain/frozenDigest.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Standpoint } from "../domain/permission.ts";
import { pictureOf } from "../domain/picture.ts";
import type { Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import { composeDigest, type DigestNotice } from "./composeDigest.ts";
import { lookBackToDigest } from "./lookBack.ts";

/**
 * The digest as it is posted: made from the plan once and kept, so that it can be called up again, and the next one
 * compares with it. Of two who make it at once the first one's is sent by both.
 *
 * @returns undefined when there is none and the plan has no such cadence any more
 */
export async function freezeDigest(
  ports: Pick<Ports, "plans" | "calendar" | "clock">,
  plan: Plan,
  notice: DigestNotice,
  today: LocalDate,
): Promise<FrozenDigest | undefined> {
  const subject = { digest: notice.digest, for: notice.on };
  const [made] = await ports.plans.entries(plan.id, "digests", frozenSubject(subject));
  if (made) return made;
  // Everybody may read a channel.
  const open = asSeenBy(plan, undefined);

  const composed = await composeDigest(ports, open, notice, today, await lookBackToDigest(ports, open, notice.digest));
  if (!composed) return undefined;
  const own: FrozenDigest = {
    id: "000001",
    ...subject,
    at: ports.clock.now(),
    on: today,
    by: drumbeat,
    via: "card",
    nonce: frozenSubject(subject),
    ...composed,
    // Of all of it: what is confidential is left out where it is told, and an entitled reader is not told that it is new.
    picture: pictureOf(plan),
  };
  const standing = frozenAfter([own]);
  if (!standing) throw new Error("a digest that was made has no standing");
  const outcome = await ports.plans.append(plan.id, "digests", own, standing);
  if (outcome.kind === "repeated") return outcome.earlier;
  return own;
}

/**
 * The digest for one person: as it was posted, or where the plan has confidential items they are entitled to, with those,
 * and a word not to pass it on.
 *
 * @returns undefined as `freezeDigest` does
 */
export async function digestForPerson(
  ports: Pick<Ports, "plans" | "calendar" | "clock">,
  plan: Plan,
  person: Standpoint,
  notice: DigestNotice,
  today: LocalDate,
): Promise<Message | undefined> {
  const theirs = asSeenBy(plan, person);
  const isTold = theirs.measures.some((measure) => !measure.hidden && isConfidential(plan, measure));
  if (!isTold) return freezeDigest(ports, plan, notice, today);
  return composeDigest(ports, theirs, { ...notice, confidential: true }, today, await lookBackToDigest(ports, theirs, notice.digest));
}
