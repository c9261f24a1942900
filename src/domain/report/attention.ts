import { wordsOf } from "../confidential.ts";
import { exceptionsOf } from "../exceptions.ts";
import { addDays, inWords, type LocalDate } from "../localDate.ts";
import type { Measure } from "../measure.ts";
import type { Plan } from "../plan.ts";
import { isSettled, ratingOf, reportedOn } from "../standing.ts";
import { counted, dueCell, leadsCell, progressCell } from "./measureCells.ts";
import { type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";
import { sentenceCase } from "./sentenceCase.ts";

/** Of a plan without meetings: the usual six weeks between two. */
const untilNextMeeting = 42;

/** What the board must look at: off track, of concern, overdue, challenged, waiting for its sign-off, newly better or worse. */
export function needsAttention({ plan, changes, asOf }: ReportFacts): ReportPart {
  const measures = new Map(plan.measures.map((measure) => [measure.ref, measure]));
  const rows = exceptionsOf(plan, asOf, { changes }).flatMap(({ ref, words, why, said, help, challenges = [], reason }) => {
    const measure = measures.get(ref);
    if (!measure) return [];
    const told = [
      said,
      help && `What would help: ${help}`,
      challenges.length > 0 && `Challenged: ${challenges.join("; ")}`,
      reason && `Their answer: ${reason}`,
    ].filter(Boolean);
    return [rowOf(ref, words, leadsCell(measure), dueCell(measure, plan, asOf), progressCell(measure, plan), sentenceCase(why), told.join("\n"))];
  });
  const columns = ["Ref", "Measure", "Lead", "Due", "Progress", "Why it is here", "What is said of it"];
  return {
    heading: "What needs attention",
    level: 1,
    blocks: [tableOr({ name: "Attention", columns, rows, wide: true }, "Nothing is rated of concern or off track, overdue, challenged or newly changed.")],
  };
}

/** Open measures nobody has reported on in the period, by lead, most first. */
export function silentLeads({ plan, asOf, since }: ReportFacts): ReportPart {
  const silent = plan.measures.filter((measure) => isSilent(measure, plan, since));
  const byLead = Map.groupBy(
    silent.flatMap((measure) => (measure.leads.length > 0 ? measure.leads : ["Nobody named"]).map((lead) => ({ lead, measure }))),
    ({ lead }) => lead,
  );
  const rows = [...byLead]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([lead, theirs]) => {
      const heard = theirs
        .flatMap(({ measure }) => reportedOn(measure, plan) ?? [])
        .sort()
        .at(-1);
      return rowOf(lead, theirs.length, theirs.map(({ measure }) => measure.ref).join(", "), heard ? inWords(heard) : "Never");
    });
  return {
    heading: "Not heard from",
    level: 1,
    blocks: [
      ...(rows.length > 0
        ? [
            {
              kind: "words" as const,
              words: `${counted(silent.length, "open measure")} on which nothing was reported from ${inWords(since)} to ${inWords(asOf)}.`,
            },
          ]
        : []),
      tableOr(
        { name: "Silent", columns: ["Lead", "Measures", "Which", "Last heard"], rows },
        `Something was reported on every open measure since ${inWords(since)}.`,
      ),
    ],
  };
}

function isSilent(measure: Measure, plan: Plan, since: LocalDate): boolean {
  const kind = ratingOf(measure, plan.scheme)?.kind;
  if (isSettled(measure, plan.scheme) || kind === "notDue" || kind === "waiting") return false;
  const heard = reportedOn(measure, plan);
  return heard === undefined || heard < since;
}

/** What is to begin before the board meets again. */
export function startingSoon({ plan, asOf, nextMeeting }: ReportFacts): ReportPart {
  const until = nextMeeting ?? addDays(asOf, untilNextMeeting);
  const starting = plan.measures
    .flatMap((measure) => {
      const starts = measure.due.kind === "startOnly" ? measure.due.from : measure.due.startsOn;
      return starts && starts > asOf && starts <= until && !isSettled(measure, plan.scheme) ? [{ measure, starts }] : [];
    })
    .toSorted((a, b) => (a.starts < b.starts ? -1 : 1));
  const rows = starting.map(({ measure, starts }) => rowOf(measure.ref, wordsOf(plan, measure), leadsCell(measure), inWords(starts), measure.due.asWritten));
  const when = nextMeeting ? `the next meeting on ${inWords(until)}` : inWords(until);
  return {
    heading: "Due to start",
    level: 1,
    blocks: [
      tableOr({ name: "To start", columns: ["Ref", "Measure", "Lead", "Starts", "As the plan writes it"], rows }, `Nothing is due to start before ${when}.`),
    ],
  };
}
