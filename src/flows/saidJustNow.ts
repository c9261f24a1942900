import type { Instant } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import type { Draft } from "../domain/said/said.ts";
import type { Update } from "../domain/update.ts";
import type { Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { sameAnswer } from "./recordUpdate.ts";

/** Teams may tell of one message twice, with two ids; nobody types the same twice in this time. */
const againMs = 60_000;
/** So far apart the clocks of two replicas may be. */
const apartMs = 15 * 60_000;

/** Whether what stands in a history may be the very message that comes now; the replica that stored it may be ahead of this one's clock. */
export function isJustNow(ports: { readonly clock: Pick<Ports["clock"], "now"> }, { at }: { readonly at: Instant }): boolean {
  return ageMs(ports, at) <= againMs;
}

function ageMs({ clock }: { readonly clock: Pick<Ports["clock"], "now"> }, at: Instant): number {
  return Math.abs(Date.parse(clock.now()) - Date.parse(at));
}

/**
 * The update that these words were stored as, by this very message or within the minute, whoever has spoken since; unless it was
 * taken back, for then the same words may be meant. The history is read only where the measure's last row may be so young, by
 * the clock of whichever replica stored it.
 */
export async function saidJustNow(
  ports: Ports,
  { plan, person }: AtPlan,
  { ref, standing }: Measure,
  { draft, nonce }: { readonly draft: Draft; readonly nonce: string },
): Promise<Update | undefined> {
  const last = standing?.latest;
  if (!standing || (last?.id === standing.lastUpdate && ageMs(ports, last.at) > againMs + apartMs)) return undefined;
  const history = await ports.plans.history(plan.id, ref);
  const takenBack = new Set(history.flatMap(({ kind, amends }) => (kind === "withdrawal" && amends ? [amends] : [])));
  const isAgain = (update: Update) => update.nonce === nonce || isJustNow(ports, update);
  return history.findLast(
    (update) => update.via === "chat" && update.by.objectId === person.objectId && isAgain(update) && !takenBack.has(update.id) && isSaid(update, draft),
  );
}

/** Whether an update says what a draft says; a figure is kept otherwise than it is typed. */
export function isSaid(update: Update, draft: Draft): boolean {
  return update.kind === "report" && sameAnswer({ ...update, figure: undefined }, { ...update, ...draft, figure: undefined });
}
