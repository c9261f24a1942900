import { drumbeat, type FrozenDigest, frozenAfter, frozenSubject } from "../domain/frozenDigest.ts";
import type { LocalDate } from "../domain/localDate.ts";
import { pictureOf } from "../domain/picture.ts";
import type { Plan } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";
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

  const composed = composeDigest(ports, plan, notice, today, await lookBackToDigest(ports, plan, notice.digest));
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
    picture: pictureOf(plan),
  };
  const standing = frozenAfter([own]);
  if (!standing) throw new Error("a digest that was made has no standing");
  const outcome = await ports.plans.append(plan.id, "digests", own, standing);
  if (outcome.kind === "repeated") return outcome.earlier;
  return own;
}
