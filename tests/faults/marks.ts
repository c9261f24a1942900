import { calendar } from "../../src/clock/calendar.ts";
import type { Delivery, DigestRecord } from "../../src/domain/delivery.ts";
import type { LocalDate } from "../../src/domain/localDate.ts";
import { asksOwed } from "../../src/domain/owed.ts";
import type { Plan } from "../../src/domain/plan.ts";

/** Everything a plan's partition says of its notices. */
export interface Noticed {
  readonly deliveries: readonly Delivery[];
  readonly marks: ReadonlySet<string>;
  readonly digests: readonly DigestRecord[];
}

/**
 * Holds marks and deliveries against each other: each delivery has marks of its own, each mark one delivery. Which
 * marks a delivery may have is worked out by the domain, from the day it was owed.
 *
 * @returns a sentence for each that has none
 */
export function faultsOfMarks(plan: Plan, { deliveries, marks, digests }: Noticed): string[] {
  const unused = new Set(marks);
  const faults: string[] = [];
  const posted = deliveries.filter((one) => !isMerged(one)).sort((a, b) => (a.owedOn < b.owedOn ? -1 : a.owedOn > b.owedOn ? 1 : 0));
  for (const delivery of posted) {
    for (const possible of marksOf(plan, delivery)) {
      const own = possible.filter((mark) => unused.has(mark));
      if (own.length === 0) faults.push(`doubled: ${delivery.key} has no mark of its own for ${possible[0]}`);
      for (const mark of own) unused.delete(mark);
    }
  }
  for (const mark of unused) faults.push(`orphan: the mark ${mark} has no delivery`);
  return [...faults, ...faultsOfDigests(posted, digests)];
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
      return notice.keys.map((key) => [[notice.to, "undelivered", key].join("|")]);
    case "dateRequest":
    case "signOffRequest":
      return notice.requests.map(({ ref, id }) =>
        [...Array(20).keys()].map((n) => [notice.to, aboutOf[notice.kind], ref, id, `${n * plan.settings.chaseEveryDays} after`].join("|")),
      );
    case "dateDecision":
    case "signOffDecision":
      return notice.decisions.map(({ ref, id }) => [[notice.to, aboutOf[notice.kind], ref, id, "decided"].join("|")]);
    case "digest":
      return [];
  }
}

const aboutOf = { dateRequest: "date", dateDecision: "date", signOffRequest: "signOff", signOffDecision: "signOff" } as const;

/** As if nobody had reported since: what was reported later does not undo what was owed then. */
function thresholdsOf(plan: Plan, ref: string, day: LocalDate): string[] {
  const measures = plan.measures.filter((measure) => measure.ref === ref).map((measure) => ({ ...measure, standing: undefined }));
  const asks = asksOwed({ ...plan, measures }, day, (one) => calendar.isWorkingDay(one, plan.settings.holidays));
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
