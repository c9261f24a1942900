import { cutAtWord, excerpt } from "../cards/cutAtWord.ts";
import { type Fact, importCard } from "../cards/importCard.ts";
import { noticeCard } from "../cards/noticeCard.ts";
import { type Instant, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import { groupProblems, placeInWords } from "../domain/problemGroups.ts";
import type { Message, PendingImport, Ports } from "../ports.ts";
import { changeGroups, missingMost } from "./changesInWords.ts";
import type { ImportTarget } from "./importer.ts";
import type { ImportReport } from "./importReport.ts";
import { tryImport } from "./tryImport.ts";

/** Problems of so many kinds are shown on the first card. */
const problemKinds = 6;

interface Shown {
  readonly mayBeOther: boolean;
  /** Why the card is shown again. */
  readonly news?: string;
}

/** Shows what waiting files would do to a plan, and remembers which plan, and in which state, they were shown for. */
export async function composeImport(ports: Ports, pending: PendingImport, target: ImportTarget, { mayBeOther, news }: Shown): Promise<Message> {
  const tried = await tryImport(ports, pending, target, { store: false });
  const { id: plan, title, before } = target;
  const { plan: _, title: __, basis: ___, ...rest } = pending;
  await ports.pendingImports.change(pending.id, (stored) =>
    stored.state === "waiting" ? { ...rest, plan, title, ...(before && { basis: before.importedAt }) } : stored,
  );
  const fileNames = pending.fileNames;
  if (tried.kind === "refused") return refusal(fileNames, tried.problems);

  const { report } = tried;
  const card = importCard({
    pending: pending.id,
    plan,
    planTitle: before ? title : `${title} (new, as ${plan})`,
    fileNames,
    facts: factsOf(report, pending.asOf),
    groups: [...changeGroups(report, before), problemGroup(report)],
    changes: before ? report.changed : 0,
    problems: report.problems.length,
    keptFromChat: new Set(report.keptFromChat.map(({ ref }) => ref)).size,
    hasColumns: report.tables.some(({ columns }) => columns.length > 0),
    mayBeOther,
    waitsUntil: dayOf(ports, pending.expiresAt, before?.settings.timeZone),
    news: news ?? strangerWarning(report, before, mayBeOther),
  });
  return { card, alert: `Read: ${fileNames.join(", ")}` };
}

function strangerWarning(report: ImportReport, before: Plan | undefined, mayBeOther: boolean): string | undefined {
  const missing = missingMost(report, before);
  const press = mayBeOther ? "“It is another plan”" : "Cancel";
  return missing && `${missing}, so Import would withdraw them. If it is another plan's file, press ${press}.`;
}

/** Why a file can't be read, where and what to do. */
export function refusal(fileNames: readonly string[], problems: readonly Problem[]): Message {
  const said = groupProblems(problems).map((group) => [placeInWords(group), group.problem].filter(Boolean).join(": "));
  const body = [
    ...said.slice(0, 10),
    ...(said.length > 10 ? [`and ${said.length - 10} more.`] : []),
    "Nothing was stored. Put it right and send the file again.",
  ];
  return { card: noticeCard({ heading: `I could not read ${fileNames.join(" and ")}`, body: body.join("\n\n") }), alert: "The file could not be read" };
}

function factsOf(report: ImportReport, asOf: LocalDate | undefined): Fact[] {
  const { dates, leads, tables, passedOver, meetings, scheme } = report;
  const ratings = [...Object.entries(report.ratings).map(([label, n]) => `${label} ${n}`), ...(report.unrated > 0 ? [`${report.unrated} without`] : [])];
  const isRated = report.unrated < report.measures;
  const unread = tables.flatMap(({ columns }) => columns.filter(({ field }) => field === "keep").map(({ heading }) => heading));
  return [
    { title: "Plan", value: [counted(report.areas, "area"), counted(report.actions, "action"), counted(report.measures, "measure")].join(", ") },
    { title: "Ratings", value: isRated ? `${ratings.join(", ")} (${scheme.name})` : "none, so nothing counts as complete" },
    ...(asOf ? [{ title: "As of", value: `${inWords(asOf)}, the day the ratings speak of` }] : []),
    {
      title: "Dates",
      value: [`${dates.read} read`, dates.undated > 0 && `${dates.undated} without a date`, dates.unreadable > 0 && `${dates.unreadable} not readable`]
        .filter(Boolean)
        .join(", "),
    },
    {
      title: "Leads",
      value: `${leads.found} found, ${leads.notLinked.length === 0 ? "all" : leads.found - leads.notLinked.length || "none"} linked to a person`,
    },
    ...(tables.length > 1 ? [{ title: "Tables", value: tables.map(({ sheet, rows }) => `${sheet} (${counted(rows, "row")})`).join(", ") }] : []),
    ...(meetings > 0 ? [{ title: "Meetings", value: `${meetings} dates` }] : []),
    ...(unread.length > 0
      ? [
          {
            title: "Kept, not read",
            value: `${unread.length === 1 ? "column" : "columns"} ${[...new Set(unread)].map((heading) => `“${heading}”`).join(", ")}`,
          },
        ]
      : []),
    ...(passedOver.length > 0 ? [{ title: "Passed over", value: passedOver.map(({ sheet, why }) => `${sheet}: ${why}`).join(" ") }] : []),
  ].map(({ title, value }) => ({ title, value: cutAtWord(value, 500) }));
}

function problemGroup({ problems }: ImportReport): { title: string; lines: string[] } {
  const groups = groupProblems(problems);
  const lines = groups.slice(0, problemKinds).map((group) => {
    const { problem, asWritten, count } = group;
    const place = placeInWords(group);
    return `${place ? `${place.replace(/^./, (first) => first.toUpperCase())}: ` : ""}${count === 1 && asWritten ? `“${excerpt(asWritten, 100)}”: ` : ""}${problem}`;
  });
  const more = groups.slice(problemKinds).reduce((sum, { count }) => sum + count, 0);
  return {
    title: `${problems.length === 1 ? "1 thing" : `${problems.length} things`} to look at`,
    lines: [...lines, ...(more > 0 ? [`and ${more} more`] : [])],
  };
}

export function counted(n: number, what: string): string {
  return `${n} ${n === 1 ? what : `${what}s`}`;
}

function dayOf({ calendar }: Pick<Ports, "calendar">, at: Instant, timeZone = "Europe/London"): string {
  return inWords(calendar.localTime(at, timeZone).day);
}
