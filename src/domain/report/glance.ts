import { completionWaiting } from "../decisionsWaiting.ts";
import { inWords } from "../localDate.ts";
import { movedDate } from "../originalDue.ts";
import { changesInShort } from "../picture.ts";
import { percentOf, summarise } from "../summary.ts";
import { counted } from "./measureCells.ts";
import { isRated } from "./quantitativeSummary.ts";
import type { ReportPart } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";

/** What a board member reads who reads nothing else. */
export function glance(facts: ReportFacts): ReportPart {
  return {
    heading: "At a glance",
    level: 1,
    blocks: [
      {
        kind: "points",
        points: [standing(facts), overdue(facts), ...proposed(facts), ...released(facts), ...confidential(facts), moved(facts), changed(facts)],
      },
    ],
  };
}

function standing({ plan, asOf }: ReportFacts): string {
  const { overall } = summarise(plan, asOf);
  const size = `${counted(overall.total, "measure")} in ${counted(plan.areas.length, "area")}`;
  if (!isRated(plan, asOf)) return `${size}. No status is recorded for any of them, so this report claims neither progress nor completion.`;
  const rated = plan.scheme.ratings.flatMap(({ label }) => {
    const n = overall.counts[label] ?? 0;
    return n > 0 ? [`${n} ${label} (${percentOf(n, overall.total)}%)`] : [];
  });
  const unrated = overall.unrated > 0 ? [`${overall.unrated} with no status recorded (${percentOf(overall.unrated, overall.total)}%)`] : [];
  return `${size}: ${[...rated, ...unrated].join(", ")}.`;
}

function overdue({ plan, asOf }: ReportFacts): string {
  const late = summarise(plan, asOf)
    .areas.flatMap((area) => area.overdue)
    .sort((a, b) => b.daysOverdue - a.daysOverdue);
  const [longest] = late;
  if (!longest) return "Nothing is overdue.";
  const days = counted(longest.daysOverdue, "day");
  return late.length === 1 ? `1 is overdue: ${longest.ref}, by ${days}.` : `${late.length} are overdue, the longest by ${days} (${longest.ref}).`;
}

function proposed({ plan }: ReportFacts): string[] {
  const waiting = plan.measures.filter((measure) => completionWaiting(measure)).map(({ ref }) => ref);
  if (waiting.length === 0) return [];
  return [`${counted(waiting.length, "measure is", "measures are")} proposed as complete and waiting for the board’s sign-off: ${waiting.join(", ")}.`];
}

function released({ plan, asOf }: ReportFacts): string[] {
  const count = summarise(plan, asOf).overall.released ?? 0;
  if (count === 0) return [];
  return [`${counted(count, "measure is", "measures are")} released from monitoring: counted under the ratings they had, never overdue and not asked about.`];
}

/** What an open document counts and does not tell. */
function confidential({ plan }: ReportFacts): string[] {
  const hidden = plan.measures.filter((measure) => measure.hidden).length;
  return hidden === 0 ? [] : [`${counted(hidden, "confidential item is", "confidential items are")} counted here and not told.`];
}

function moved({ plan, since, changes }: ReportFacts): string {
  const all = plan.measures.filter((measure) => movedDate(measure)).length;
  if (all === 0) return "No date has moved since the plan began.";
  const lately = changes.filter(({ did }) => did.kind === "moved").length;
  return `${counted(all, "measure has", "measures have")} another date than at first, ${lately === 0 ? "none" : lately} of them moved since ${inWords(since)}.`;
}

function changed({ plan, changes, since }: ReportFacts): string {
  return `Since ${inWords(since)}: ${changesInShort(changes, plan.scheme) ?? "nothing has changed"}.`;
}
