import type { Entry } from "./entry.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import type { Plan } from "./plan.ts";
import type { PartKind } from "./planChanges.ts";

/** The board's word on whether it monitors a part of the plan: an area, a section, an action or a measure. */
export interface MonitoringChange extends Entry {
  readonly part: PartKind;
  readonly ref: string;
  readonly kind: "release" | "takeBack";
  readonly reason: string;
}

/** From the day it was released to the day it was taken back, where it was. */
export interface Release {
  readonly release: MonitoringChange;
  readonly takenBack?: MonitoringChange;
}

export interface Monitoring {
  /** The last row, whatever it did. */
  readonly last: string;
  /** Oldest first. */
  readonly releases: readonly Release[];
}

/** By part, as `monitoredPart` names it. */
type ByPart = Readonly<Record<string, Monitoring>>;

/** A section and an action may have the same ref. */
export function monitoredPart({ part, ref }: Pick<MonitoringChange, "part" | "ref">): string {
  return `${part} ${ref}`;
}

/** @param history - every row of one part, oldest first @returns undefined when there is none */
export function monitoringAfter(history: readonly MonitoringChange[]): Monitoring | undefined {
  return history.reduce<Monitoring | undefined>(monitoringWith, undefined);
}

/** The standing after one more row. What is released already, or was never, stays as it is. */
export function monitoringWith(before: Monitoring | undefined, change: MonitoringChange): Monitoring {
  const { releases } = before ?? { releases: [] };
  const open = releasedNow(before);
  if (change.kind === "release") return { last: change.id, releases: open ? releases : [...releases, { release: change }] };
  return { last: change.id, releases: open ? [...releases.slice(0, -1), { release: open, takenBack: change }] : releases };
}

/** The release that stands; undefined for what is monitored. */
export function releasedNow(monitoring: Monitoring | undefined): MonitoringChange | undefined {
  const last = monitoring?.releases.at(-1);
  return last && !last.takenBack ? last.release : undefined;
}

/** What was decided of a measure and of all that it is part of, the widest first. */
function releasesOf(monitoring: ByPart, measure: Pick<Measure, "area" | "section" | "action" | "ref">): readonly Release[] {
  const { area, section, action, ref } = measure;
  const parts = [
    { part: "area" as const, ref: area },
    ...(section === undefined ? [] : [{ part: "section" as const, ref: section }]),
    ...(action === undefined ? [] : [{ part: "action" as const, ref: action }]),
    { part: "measure" as const, ref },
  ];
  return parts.flatMap((part) => monitoring[monitoredPart(part)]?.releases ?? []);
}

/** What was said of monitoring a measure and all that it is part of, in order. */
export function monitoringRows({ matters }: Pick<Plan, "matters">, measure: Measure): MonitoringChange[] {
  const rows = releasesOf(matters.monitoring, measure).flatMap(({ release, takenBack }) => [release, ...(takenBack ? [takenBack] : [])]);
  return rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The measure with the release it is under, now or at the end of a day. */
export function withRelease<M extends MeasureAsImported>(measure: M, monitoring: ByPart, day?: LocalDate): M & Pick<Measure, "released"> {
  const { released: _, ...rest } = measure as M & Pick<Measure, "released">;
  const found = releasesOf(monitoring, measure).find(({ release, takenBack }) =>
    day === undefined ? !takenBack : release.on <= day && !(takenBack && takenBack.on <= day),
  );
  return { ...(rest as M), ...(found && { released: found.release }) };
}
