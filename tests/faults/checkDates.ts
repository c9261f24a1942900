import { isDeepStrictEqual } from "node:util";
import { type DateChange, datesAfter } from "../../src/domain/dateChange.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { mattersRange, planPartition, type StoredMatter, valuesOf } from "../../src/storage/planRows.ts";
import type { Evidence } from "./checkRound.ts";
import { type Counted, countThanked } from "./countThanked.ts";
import { isDateReceipt } from "./ledger.ts";
import type { Round } from "./round.ts";

/** Law 4 for dates: what was asked for and decided is kept, once, as it was said; dates stand where that leaves them, and nobody hears of more. */
export async function checkDates(round: Round, plan: Plan, deliveries: readonly Delivery[], { store, table, connector }: Evidence): Promise<Counted> {
  const { dates: history = [] } = await store.plans.allEntries(round.plan);
  const said = round.saidOfDates.map((one) => ({
    what: `the ${one.kind} ${one.reason || one.answers} on ${one.ref}`,
    kept: history.filter(({ ref, kind, reason, answers }) => ref === one.ref && kindOf(kind) === one.kind && reason === one.reason && answers === one.answers)
      .length,
    most: one.most ?? 1,
    thanked: one.thanked || connector.calls.some(({ what, body }) => one.reason !== "" && what === "activities" && isDateReceipt(body, one)),
  }));
  const stored = valuesOf<StoredMatter<"dates">>(await table.range(planPartition(round.plan), mattersRange), "matter");
  const counted = countThanked(said);
  return {
    ...counted,
    faults: [...counted.faults, ...plan.measures.flatMap((measure) => faultsOfMeasure(measure, history, stored)), ...faultsOfNotices(deliveries, history)],
  };
}

function kindOf(kind: DateChange["kind"]) {
  return kind === "acceptance" || kind === "refusal" ? "decision" : kind;
}

function faultsOfMeasure({ ref, due, dateMoves = [] }: Measure, history: readonly DateChange[], stored: readonly StoredMatter<"dates">[]): string[] {
  const rows = history.filter((row) => row.ref === ref);
  const answered = rows.flatMap(({ answers }) => answers ?? []);
  const accepted = rows.filter(({ kind }) => kind === "acceptance");
  const moves = dateMoves.flatMap(({ decision }) => decision ?? []);
  const inForce = accepted.at(-1)?.due?.asWritten ?? due.asWritten;
  return [
    ...(rows.every(({ id }, i) => Number(id) === i + 1) ? [] : [`orphan: the date history of ${ref} has gaps`]),
    ...(isDeepStrictEqual(stored.find(({ subject }) => subject === ref)?.standing, datesAfter(rows))
      ? []
      : [`orphan: the dates of ${ref} do not stand where their history leaves them`]),
    ...answered.filter((one, i) => answered.indexOf(one) !== i).map((one) => `doubled: the request ${one} on ${ref} was answered twice`),
    ...(due.asWritten === inForce ? [] : [`lost: ${inForce} was accepted for ${ref}, and ${due.asWritten} counts`]),
    ...moves.filter((one, i) => moves.indexOf(one) !== i).map((one) => `doubled: the decision ${one} moved the date of ${ref} twice`),
    ...moves.filter((one) => !accepted.some(({ id }) => id === one)).map((one) => `orphan: the date of ${ref} was moved by a decision ${one} nobody made`),
  ];
}

function faultsOfNotices(deliveries: readonly Delivery[], history: readonly DateChange[]): string[] {
  return deliveries.flatMap(({ key, notice }) => {
    const named = notice.kind === "dateRequest" ? notice.requests : notice.kind === "dateDecision" ? notice.decisions : [];
    const kind = notice.kind === "dateRequest" ? "request" : "decision";
    return named
      .filter(({ ref, id }) => !history.some((row) => row.ref === ref && row.id === id && kindOf(row.kind) === kind))
      .map(({ ref, id }) => `orphan: ${key} tells of a ${kind} ${id} on ${ref} nobody made`);
  });
}
