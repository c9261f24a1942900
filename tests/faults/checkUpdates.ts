import { isDeepStrictEqual } from "node:util";
import type { Plan } from "../../src/domain/plan.ts";
import { standingAfter } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import type { Evidence } from "./checkRound.ts";
import { type Counted, countThanked, type Said } from "./countThanked.ts";
import { receiptSent } from "./ledger.ts";
import { timesSignedOff } from "./managing.ts";
import type { Round } from "./round.ts";

/** Thanked for means kept, once, as it was said; so with what was taken back and signed off. */
export async function checkUpdates(round: Round, plan: Plan, evidence: Evidence): Promise<Counted> {
  const history = await evidence.store.plans.wholeHistory(round.plan);
  const said = [...givenIn(round, history, evidence), ...takenBackIn(round, history), ...signedOffIn(round, plan, history, evidence)];
  const counted = countThanked(said, round.given.length + round.takenBack.length + round.signedOff.length);
  return { ...counted, faults: [...counted.faults, ...plan.measures.flatMap((measure) => faultsOfMeasure(measure, plan, history))] };
}

function givenIn(round: Round, history: readonly Update[], { connector }: Evidence): Said[] {
  return round.given.map(({ nonce, ref, narrative, thanked, most = 1 }) => ({
    what: `the update ${narrative}`,
    kept: timesKept(
      history.filter((update) => update.nonce === (nonce ?? update.nonce) && update.ref === ref && update.narrative === narrative),
      history,
    ),
    most,
    thanked: thanked || receiptSent(connector, ref, narrative),
  }));
}

/** What was taken back may be said again. */
function timesKept(rows: readonly Update[], history: readonly Update[]): number {
  const standing = rows.filter(({ ref, id }) => !history.some((row) => row.kind === "withdrawal" && row.ref === ref && row.amends === id));
  return Math.max(standing.length, Math.min(rows.length, 1));
}

/** However often it is asked, an update is taken back once. */
function takenBackIn(round: Round, history: readonly Update[]): Said[] {
  const told = new Map(round.takenBack.filter(({ thanked }) => thanked).map((one) => [`${one.ref} ${one.update}`, one]));
  return [...told.values()].map(({ ref, update }) => ({
    what: `the taking back of ${ref} ${update}`,
    kept: history.filter((row) => row.kind === "withdrawal" && row.ref === ref && row.amends === update).length,
    most: 1,
    thanked: true,
  }));
}

function signedOffIn(round: Round, plan: Plan, history: readonly Update[], evidence: Evidence): Said[] {
  return plan.measures.flatMap(({ ref }) => {
    const kept = history.filter((row) => row.kind === "signOff" && row.ref === ref).length;
    const most = round.signedOff.filter((one) => one === ref).length;
    const times = timesSignedOff(evidence, round, ref);
    return Array.from({ length: times }, (_, i) => ({ what: `sign-off ${i + 1} of ${ref}`, kept: Math.max(0, kept - i), most, thanked: true }));
  });
}

function faultsOfMeasure(measure: Plan["measures"][number], plan: Plan, history: readonly Update[]): string[] {
  const rows = history.filter(({ ref }) => ref === measure.ref);
  const inOrder = rows.every(({ id }, i) => Number(id) === i + 1);
  const stands = isDeepStrictEqual(asStored(measure.standing), asStored(standingAfter(measure, rows, plan.scheme)));
  return [
    ...(inOrder ? [] : [`orphan: the history of ${measure.ref} has gaps`]),
    ...(stands ? [] : [`orphan: ${measure.ref} does not stand where its history leaves it`]),
  ];
}

/** An absent fact is no fact. */
function asStored(value: unknown): unknown {
  return value && JSON.parse(JSON.stringify(value));
}
