import { asSeenBy, isConfidential } from "../domain/confidential.ts";
import { drumbeat, type FrozenDigest, frozenAfter, frozenSubject, markedSince } from "../domain/frozenDigest.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Standpoint } from "../domain/permission.ts";
import { pictureOf } from "../domain/picture.ts";
import type { Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import { composeDigest, type DigestNotice } from "./composeDigest.ts";
import { lookBackToDigest } from "./lookBack.ts";

type DigestPorts = Pick<Ports, "plans" | "calendar" | "clock">;

/**
 * The digest as it is posted: made from the plan once and kept, so that it can be called up again, and the next one
 * compares with it. Of two who make it at once the first one's is sent by both. Where an item in it has been marked
 * confidential since, what is sent is made anew.
 *
 * @returns undefined when the plan has no such cadence any more
 */
export async function freezeDigest(ports: DigestPorts, plan: Plan, notice: DigestNotice, today: LocalDate): Promise<Message | undefined> {
  const [made] = await ports.plans.entries(plan.id, "digests", frozenSubject({ digest: notice.digest, for: notice.on }));
  if (made && markedSince(made, plan).length === 0) return made;
  // Everybody may read a channel.
  const composed = await composeFrom(ports, asSeenBy(plan, undefined), notice, today);
  if (!composed || made) return composed;
  const kept = await keep(ports, plan, notice, today, composed);
  return markedSince(kept, plan).length === 0 ? kept : composed;
}

/**
 * The digest for one person: as it was posted, or where the plan has confidential items they are entitled to, with those,
 * and a word not to pass it on.
 *
 * @returns undefined as `freezeDigest` does
 */
export async function digestForPerson(
  ports: DigestPorts,
  plan: Plan,
  person: Standpoint,
  notice: DigestNotice,
  today: LocalDate,
): Promise<Message | undefined> {
  // Kept even where it is not what they get: the next one, for whomever, compares with it.
  const posted = await freezeDigest(ports, plan, notice, today);
  const theirs = asSeenBy(plan, person);
  const isTold = theirs.measures.some((measure) => !measure.hidden && isConfidential(plan, measure));
  return isTold ? composeFrom(ports, theirs, { ...notice, confidential: true }, today) : posted;
}

/** @param plan - as they may see it who read it */
async function composeFrom(ports: DigestPorts, plan: Plan, notice: DigestNotice, today: LocalDate) {
  return composeDigest(ports, plan, notice, today, await lookBackToDigest(ports, plan, notice));
}

async function keep(
  { plans, clock }: DigestPorts,
  plan: Plan,
  { digest, on }: DigestNotice,
  today: LocalDate,
  composed: Pick<FrozenDigest, "card" | "alert">,
): Promise<FrozenDigest> {
  const subject = { digest, for: on };
  // Of all of it: what is confidential is left out where it is told, and an entitled reader is not told that it is new.
  const picture = pictureOf(plan);
  const hidden = Object.keys(picture).filter((ref) => isConfidential(plan, { ref }));
  const own: FrozenDigest = {
    id: "000001",
    ...subject,
    at: clock.now(),
    on: today,
    by: drumbeat,
    via: "card",
    nonce: frozenSubject(subject),
    ...composed,
    picture,
    ...(hidden.length > 0 && { hidden }),
  };
  const standing = frozenAfter([own]);
  if (!standing) throw new Error("a digest that was made has no standing");
  const outcome = await plans.append(plan.id, "digests", own, standing);
  return outcome.kind === "repeated" ? outcome.earlier : own;
}
