import { calendar } from "../../src/clock/calendar.ts";
import type { Delivery, DigestRecord } from "../../src/domain/delivery.ts";
import { digestMark } from "../../src/domain/digestDeliveries.ts";
import type { LocalDate } from "../../src/domain/localDate.ts";
import { openAsks } from "../../src/domain/owed.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { withoutPartner } from "./withoutPartner.ts";

/** Everything a plan's partition says of its notices. */
export interface Noticed {
  readonly deliveries: readonly Delivery[];
  readonly marks: ReadonlySet<string>;
  readonly digests: readonly DigestRecord[];
}

/**
 * Holds marks and deliveries against each other: each thing a delivery tells has a mark of its own, each mark a delivery. Which
 * marks there may be is worked out by the domain, from the day it was owed.
 *
 * @returns a sentence for each that has none
 */
export function faultsOfMarks(plan: Plan, { deliveries, marks, digests }: Noticed): string[] {
  const posted = deliveries.filter((one) => !isMerged(one));
  const told = posted.flatMap((delivery) => marksOf(plan, delivery).map((possible) => ({ key: delivery.key, possible: new Set(possible) })));
  const doubled = withoutPartner(told, [...marks], ({ possible }, mark) => possible.has(mark));
  const orphans = [...marks].filter((mark) => !told.some(({ possible }) => possible.has(mark)));
  return [
    ...doubled.map(({ key, possible }) => `doubled: ${key} has no mark of its own for ${[...possible][0]}`),
    ...orphans.map((mark) => `orphan: the mark ${mark} has no delivery`),
    ...faultsOfDigests(posted, digests),
  ];
}

/** Stands for several that waited, whose marks it has. The key of news may name a merged one; its reader, a manager, never waits here. */
function isMerged({ key, notice }: Delivery): boolean {
  return notice.kind !== "undelivered" && key.includes("|released ");
}

/** Of each thing it tells, the marks that could stand for it. */
function marksOf(plan: Plan, { notice, owedOn }: Delivery): string[][] {
  switch (notice.kind) {
    case "reminder":
      return notice.refs.map((ref) => thresholdsOf(plan, ref, owedOn).map((threshold) => [notice.to, "own", threshold].join("|")));
    case "unlinked":
      return notice.leads.flatMap(({ lead, refs }) =>
        refs.map((ref) => thresholdsOf(plan, ref, owedOn).map((threshold) => [notice.to, lead, threshold].join("|"))),
      );
    case "undelivered":
      return notice.keys.map((key) => [...Array(50).keys()].map((attempts) => [notice.to, "undelivered", key, ...(attempts > 1 ? [attempts] : [])].join("|")));
    case "dateRequest":
    case "signOffRequest":
      return notice.requests.map(({ ref, id }) =>
        [...Array(20).keys()].map((n) => [notice.to, aboutOf[notice.kind], ref, id, `${n * plan.settings.chaseEveryDays} after`].join("|")),
      );
    case "dateDecision":
    case "signOffDecision":
      return notice.decisions.map(({ ref, id }) => [[notice.to, aboutOf[notice.kind], ref, id, "decided"].join("|")]);
    case "figureRequest":
      return notice.requests.map(({ ref, id }) => [[notice.to, "figures", ref, id, "proposed"].join("|")]);
    case "figureDecision":
      return notice.decisions.map(({ ref, id }) => [[notice.to, "figures", ref, id, "decided"].join("|")]);
    case "escalation":
      return notice.measures.map(({ ref, date }) => ["sro", "chair", "above"].map((level) => [notice.to, "escalation", ref, date, level].join("|")));
    case "claim":
      return notice.claims.map(({ ref, id }) =>
        [...Array(20).keys()].map((n) => [notice.to, "claim", ref, id, `${n * plan.settings.chaseEveryDays} after`].join("|")),
      );
    case "claimDecision":
      return notice.decisions.map(({ ref, id }) => [[notice.to, "claim", ref, id, "decided"].join("|")]);
    case "standIn":
    case "digest":
      return [];
    case "digestFor":
      return [[digestMark(notice.digest, notice.on, notice.to).key]];
  }
}

const aboutOf = { dateRequest: "date", dateDecision: "date", signOffRequest: "signOff", signOffDecision: "signOff" } as const;

/** Of every date the measure had, and as if nobody had reported since: what was said later does not undo what was owed then. */
function thresholdsOf(plan: Plan, ref: string, day: LocalDate): string[] {
  const measures = plan.measures
    .filter((measure) => measure.ref === ref)
    .flatMap((measure) => [measure.due, ...(measure.dateMoves ?? []).map(({ from }) => from)].map((due) => ({ ...measure, due, standing: undefined })));
  const asks = openAsks({ ...plan, measures }, day, (one) => calendar.isWorkingDay(one, plan.settings.holidays));
  return asks.flatMap(({ thresholds }) => thresholds.map(({ date, name }) => [ref, date, name].join("|")));
}

function faultsOfDigests(deliveries: readonly Delivery[], records: readonly DigestRecord[]): string[] {
  const told = deliveries.flatMap(({ notice }) => (notice.kind === "digest" ? [`${notice.digest} ${notice.on}`] : []));
  const owed = records.filter(({ outcome }) => outcome === "owed").map(({ digest, on }) => `${digest} ${on}`);
  return [
    ...told.filter((one, i) => told.indexOf(one) !== i).map((one) => `doubled: the digest ${one} was posted twice`),
    ...told.filter((one) => !owed.includes(one)).map((one) => `doubled: the digest ${one} has no record of its own`),
    ...owed.filter((one) => !told.includes(one)).map((one) => `orphan: the record of the digest ${one} has no delivery`),
  ];
}
