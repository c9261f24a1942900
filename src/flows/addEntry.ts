import type { Entry } from "../domain/entry.ts";
import type { EntryOf, StandingOf } from "../domain/matters.ts";
import { matters } from "../domain/matters.ts";
import type { Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { entryBase } from "./entryBase.ts";
import { sameContent } from "./sameContent.ts";

/** Matters in which people do not get in each other's way: a row holds whatever was said meanwhile. */
type Open = "arrangements" | "assignments" | "claims";

/** Marks the nonce of a message that says something else by now. */
const edited = " edited";

/** Somebody who writes at the same moment is let go first, so often. */
const tries = 5;

export type Added<M extends Open> =
  | { readonly kind: "stored" | "repeated"; readonly entry: EntryOf<M>; readonly before: StandingOf<M> | undefined; readonly standing: StandingOf<M> }
  /** It does not hold any more. */
  | { readonly kind: "no"; readonly standing: StandingOf<M> | undefined };

/**
 * Adds a row after the last one of its subject (law 4). The same nonce with the same content is the same row, however
 * often it arrives; with other content, as of an edited message, it is one more row.
 *
 * @param rowOf - makes the row from what stands by then; undefined where it does not hold any more
 */
export async function addEntry<M extends Open>(
  ports: Ports,
  at: Pick<AtPlan, "plan" | "person" | "name" | "today">,
  of: { readonly matter: M; readonly subject: string; readonly nonce: string; readonly via: Entry["via"] },
  rowOf: (base: Entry, standing: StandingOf<M> | undefined, history: readonly EntryOf<M>[]) => EntryOf<M> | undefined,
): Promise<Added<M>> {
  const { matter, subject, nonce, via } = of;
  for (let tried = 1; ; tried++) {
    const history = await ports.plans.entries(at.plan.id, matter, subject);
    const before = matters[matter].after(history);
    const told = history.filter((one) => one.nonce === nonce || one.nonce.startsWith(`${nonce}${edited}`));
    const base = entryBase(ports, at, history.at(-1)?.id, { via, nonce: nonce + edited.repeat(told.length) });
    const row = rowOf(base, before, history);
    const earlier = told.at(-1);
    if (earlier && before && (!row || saysTheSame(earlier, row)))
      return { kind: "repeated", entry: earlier, before: matters[matter].after(history.slice(0, history.indexOf(earlier))), standing: before };
    if (!row) return { kind: "no", standing: before };
    const standing = matters[matter].after([...history, row]) as StandingOf<M>;
    const outcome = await ports.plans.append(at.plan.id, matter, row, standing);
    if (outcome.kind === "stored") {
      ports.log.info("entry stored", { plan: at.plan.id, matter, entry: row.id, via });
      return { kind: "stored", entry: row, before, standing };
    }
    if (tried === tries) throw new Error(`${matter} of ${subject} changed ${tries} times while a row was added`);
  }
}

/** Whenever and by whatever message it was said. */
function saysTheSame(one: Entry, other: Entry): boolean {
  const said = ({ id: _, at: __, on: ___, by: ____, via: _____, nonce: ______, ...content }: Entry) => content;
  return sameContent(said(one), said(other));
}
