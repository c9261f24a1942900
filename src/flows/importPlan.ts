import { isDeepStrictEqual } from "node:util";
import { defaultSettings } from "../domain/defaultSettings.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Plan, PlanContent, PlanId } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import { bragScheme, type RatingScheme } from "../domain/ratingScheme.ts";
import { type Counts, summarise } from "../domain/summary.ts";
import { readPlanCsv } from "../intake/readPlanCsv.ts";
import type { Ports } from "../ports.ts";

export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly plan: PlanId;
  readonly title?: string;
  readonly scheme?: RatingScheme;
  /** The day the file's ratings speak of; today when absent. */
  readonly asOf?: LocalDate;
  readonly dryRun?: boolean;
}

export interface ImportReport {
  readonly plan: PlanId;
  readonly areas: number;
  readonly actions: number;
  readonly measures: number;
  readonly ratings: Counts;
  readonly unrated: number;
  /** Areas, sections, actions and measures that are new, differ from what was stored, or are gone. */
  readonly changed: number;
  /** Measures that were stored and are not in the file any more. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a file and stores the plan it holds; what people said since an earlier import stays. A file that is refused
 * leaves the stored plan as it was.
 *
 * @throws ConflictError when another import of the plan is under way
 */
export async function importPlan(
  ports: Pick<Ports, "plans" | "clock" | "calendar" | "log">,
  request: ImportRequest,
): Promise<{ kind: "imported"; report: ImportReport } | { kind: "refused"; problems: readonly Problem[] }> {
  const before = await ports.plans.read(request.plan);
  const now = ports.clock.now();
  const settings = before?.settings ?? defaultSettings(ports.calendar.localTime(now, "Europe/London").day, (day) => ports.calendar.isWorkingDay(day, "GB-ENG"));
  const read = readPlanCsv(request.bytes, {
    id: request.plan,
    title: request.title ?? before?.title ?? titleFrom(request.plan),
    scheme: request.scheme ?? before?.scheme ?? bragScheme,
    importedAsOf: request.asOf ?? ports.calendar.localTime(now, settings.timeZone).day,
    importedAt: now,
  });
  if (read.kind === "refused") return read;

  const { content, problems } = read;
  const changed = changesBetween(before, content);
  const headChanged =
    !before ||
    before.title !== content.title ||
    !isDeepStrictEqual(before.scheme, content.scheme) ||
    (request.asOf ?? before.importedAsOf) !== before.importedAsOf;
  // A plan that was stored but never listed is one whose first import stopped half way: it is written again.
  const isListed = (await ports.plans.list()).some(({ id }) => id === content.id);
  if (!request.dryRun && (changed > 0 || headChanged || !isListed)) {
    await ports.plans.import(content, settings, before);
    ports.log.info("plan imported", { plan: content.id, measures: content.measures.length, changed, problems: problems.length });
  }
  const { overall } = summarise({ ...content, settings, links: [], roles: [] }, content.importedAsOf);
  const report = {
    plan: content.id,
    areas: content.areas.length,
    actions: content.actions.length,
    measures: content.measures.length,
    ratings: overall.counts,
    unrated: overall.unrated,
    changed,
    gone: goneFrom(before?.measures ?? [], content.measures),
    problems,
  };
  return { kind: "imported", report };
}

function goneFrom(before: readonly { ref: string }[], after: readonly { ref: string }[]): string[] {
  const kept = new Set(after.map(({ ref }) => ref));
  return before.map(({ ref }) => ref).filter((ref) => !kept.has(ref));
}

function changesBetween(before: Plan | undefined, after: PlanContent): number {
  const kinds = ["areas", "sections", "actions", "measures"] as const;
  return kinds.reduce((sum, kind) => sum + differing(before?.[kind] ?? [], after[kind]), 0);
}

function differing(before: readonly { ref: string }[], after: readonly { ref: string }[]): number {
  const old = new Map(before.map((one) => [one.ref, withoutStanding(one)]));
  const changed = after.filter((one) => !isDeepStrictEqual(old.get(one.ref), withoutStanding(one))).length;
  return changed + goneFrom(before, after).length;
}

/** As stored rows compare: what people said since is not the file's, and an absent fact is no fact. */
function withoutStanding(one: { ref: string }): unknown {
  const { standing: _, ...rest } = one as { ref: string; standing?: unknown };
  return JSON.parse(JSON.stringify(rest));
}

function titleFrom(id: PlanId): string {
  return id.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());
}
