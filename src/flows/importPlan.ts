import { isDeepStrictEqual } from "node:util";
import { contentOf } from "../domain/contentOf.ts";
import { defaultSettings } from "../domain/defaultSettings.ts";
import type { LocalDate } from "../domain/localDate.ts";
import { type MergedPlan, mergePlan } from "../domain/mergePlan.ts";
import type { Plan, PlanContent, PlanId } from "../domain/plan.ts";
import { countChanges } from "../domain/planChanges.ts";
import type { Problem } from "../domain/problem.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import type { Ports } from "../ports.ts";
import { type ImportReport, reportImport } from "./importReport.ts";
import { type PlanFileSent, readPlanFiles } from "./readPlanFiles.ts";

export interface ImportRequest {
  /** Together they are the plan: what none of them has is withdrawn. */
  readonly files: readonly PlanFileSent[];
  readonly plan: PlanId;
  readonly title?: string;
  readonly scheme?: RatingScheme;
  /** The day the file's ratings speak of; today when absent. */
  readonly asOf?: LocalDate;
  /** What columns mean, by heading, where they were misread: `{ When: "due" }`. Remembered for the plan. */
  readonly map?: Readonly<Record<string, string>>;
  /** The file is right wherever chat said something else later. */
  readonly takeFile?: boolean;
  /** Say what would happen, store nothing. */
  readonly dryRun?: boolean;
}

export type ImportOutcome =
  /** `before` is the plan as it was; undefined when it is new. */
  | { readonly kind: "imported"; readonly report: ImportReport; readonly before: Plan | undefined }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/**
 * Reads a file and merges the plan it holds into the one stored; what people said since an earlier import stays. A file
 * that is refused leaves the stored plan as it was.
 *
 * @throws ConflictError when another import of the plan is under way
 */
export async function importPlan(ports: Pick<Ports, "plans" | "clock" | "calendar" | "log">, request: ImportRequest): Promise<ImportOutcome> {
  const before = await ports.plans.read(request.plan);
  const now = ports.clock.now();
  const settings = before?.settings ?? defaultSettings(ports.calendar.localTime(now, "Europe/London").day, (day) => ports.calendar.isWorkingDay(day, "GB-ENG"));
  const today = ports.calendar.localTime(now, settings.timeZone).day;
  const about = {
    id: request.plan,
    title: request.title ?? before?.title ?? titleFrom(request.plan),
    ...(request.scheme && { scheme: request.scheme }),
    ...(before && { storedScheme: before.scheme, keptRefs: contentOf(before) }),
    importedAsOf: request.asOf ?? today,
    importedAt: now,
  };
  const read = await readPlanFiles(request.files, about, before?.columnMap, request.map);
  if (read.kind === "refused") return read;

  const merged = mergePlan(before, read.content, { on: today, ...(request.asOf && { asOf: request.asOf }), takeFile: request.takeFile });
  if (!request.dryRun) await store(ports, settings, before, merged);
  return { kind: "imported", report: reportImport(read, merged, before), before };
}

async function store(
  ports: Pick<Ports, "plans" | "log">,
  settings: Plan["settings"],
  before: Plan | undefined,
  { content, changes }: MergedPlan,
): Promise<void> {
  const changed = countChanges(changes);
  // A plan that was stored but never listed is one whose first import stopped half way: it is written again.
  const isListed = (await ports.plans.list()).some(({ id }) => id === content.id);
  const isSame = before && changed === 0 && isListed && sameContent(contentOf(before), content);
  if (isSame && isDeepStrictEqual(await ports.plans.file(content.id), content.file)) return;
  await ports.plans.import(content, settings, before);
  ports.log.info("plan imported", { plan: content.id, measures: content.measures.length, changed });
}

/** As stored rows compare: when it was imported is no difference, and an absent fact is no fact. */
function sameContent(a: PlanContent, b: PlanContent): boolean {
  const same = (one: unknown, other: unknown) => isDeepStrictEqual(asStored(one), asStored(other));
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => key !== "importedAt" && key !== "file") as (keyof PlanContent)[];
  return keys.every((key) => {
    const [one, other] = [a[key], b[key]];
    // Part by part: a large plan need not be copied whole.
    if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((part, n) => same(part, other[n]));
    return same(one, other);
  });
}

function asStored(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function titleFrom(id: PlanId): string {
  return id.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());
}
