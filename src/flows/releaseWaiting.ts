import type { Delivery, Notice } from "../domain/delivery.ts";
import { isKnownNotice } from "../domain/isKnownNotice.ts";
import type { Instant } from "../domain/localDate.ts";
import type { ObjectId, PlanId } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";

/** One transaction has room for so many deliveries and the one that takes their place. */
const mostAtOnce = 90;

/** Lets out what waited for a person, now that there is a way to them (law 6). */
export async function releaseWaiting(ports: Pick<Ports, "plans" | "people" | "notices" | "clock" | "log">, objectId: ObjectId): Promise<void> {
  let all = true;
  for (const { id } of await ports.plans.list()) {
    try {
      await letOut(ports, id, objectId);
    } catch (error) {
      all = false;
      ports.log.error("what waited was not let out", error, { plan: id });
    }
  }
  if (all) await ports.people.save({ objectId, awaited: false });
}

/** Several days' waiting reminders of a plan, and the parts of a long one, become one card: people are asked once, as things stand now. */
export async function letOut(ports: Pick<Ports, "notices" | "clock" | "log">, plan: PlanId, objectId: ObjectId): Promise<void> {
  const waiting = (await ports.notices.open(plan)).filter(
    ({ state, notice }) => state.kind === "waiting" && isKnownNotice(notice) && notice.kind !== "digest" && notice.to === objectId,
  );
  for (const alike of Map.groupBy(waiting, ({ notice }) => (notice.kind === "digestFor" ? `${notice.kind} ${notice.digest}` : notice.kind)).values()) {
    for (let from = 0; from < alike.length; from += mostAtOnce) {
      const group = alike.slice(from, from + mostAtOnce);
      const merged = mergeWaiting(group, ports.clock.realNow());
      if (merged && !(await ports.notices.merge(merged, group))) ports.log.warn("waiting deliveries moved meanwhile", { plan });
    }
  }
}

function mergeWaiting(alike: readonly Delivery[], now: Instant): Delivery | undefined {
  const last = alike.at(-1);
  if (!last) return undefined;
  const key = `${last.key.replace(/\|released.*$/, "")}|released ${now}`;
  return { ...last, key, notice: mergeNotices(last.notice, alike), postedAt: now, state: { kind: "owed" } };
}

function mergeNotices(last: Notice, alike: readonly Delivery[]): Notice {
  switch (last.kind) {
    case "reminder":
      return { ...last, refs: [...new Set(alike.flatMap(({ notice }) => (notice.kind === "reminder" ? notice.refs : [])))] };
    case "unlinked": {
      const leads = alike.flatMap(({ notice }) => (notice.kind === "unlinked" ? notice.leads : []));
      const byLead = Map.groupBy(leads, ({ lead }) => lead);
      return { ...last, leads: [...byLead].map(([lead, ones]) => ({ lead, refs: [...new Set(ones.flatMap(({ refs }) => refs))] })) };
    }
    case "undelivered":
      return { ...last, keys: [...new Set(alike.flatMap(({ notice }) => (notice.kind === "undelivered" ? notice.keys : [])))] };
    case "dateRequest":
    case "signOffRequest":
    case "figureRequest":
      return { ...last, requests: alike.flatMap(({ notice }) => ("requests" in notice ? notice.requests : [])) };
    case "dateDecision":
    case "claimDecision":
    case "signOffDecision":
    case "figureDecision":
      return { ...last, decisions: alike.flatMap(({ notice }) => ("decisions" in notice ? notice.decisions : [])) };
    case "escalation": {
      const measures = alike.flatMap(({ notice }) => (notice.kind === "escalation" ? notice.measures : []));
      return { ...last, measures: [...new Map(measures.map((one) => [one.ref, one])).values()] };
    }
    case "claim":
      return { ...last, claims: alike.flatMap(({ notice }) => (notice.kind === "claim" ? notice.claims : [])) };
    case "standIn":
      return { ...last, of: [...new Set(alike.flatMap(({ notice }) => (notice.kind === "standIn" ? notice.of : [])))] };
    case "digest":
    case "digestFor":
      return last;
  }
}
