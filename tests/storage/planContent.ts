import { day, instantOf } from "../../src/domain/localDate.ts";
import type { Standing } from "../../src/domain/measure.ts";
import type { PlanContent } from "../../src/domain/plan.ts";
import type { PlanSettings } from "../../src/domain/planSettings.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import type { Update } from "../../src/domain/update.ts";

export const settings: PlanSettings = {
  timeZone: "Europe/London",
  holidays: "GB-ENG",
  speaksAt: "09:00",
  leadTimes: [14, 7, 1],
  chaseEveryDays: 7,
  cadences: [{ kind: "exception", rule: "FREQ=WEEKLY;INTERVAL=6", starts: day("2022-11-21") }],
};

/** A plan of two areas with four actions; each measure bears `words`, by which imports can be told apart. */
export function planContent(id: string, measures: number, words = "first", importedAt = "2022-11-21T09:00:00.000Z"): PlanContent {
  const actions = ["1.1", "1.2", "2.1", "2.10"];
  return {
    id,
    title: `Plan ${words}`,
    scheme: bragScheme,
    importedAsOf: day("2022-11-21"),
    importedAt: instantOf(importedAt),
    areas: ["1", "2"].map((ref) => ({ ref, title: `Area ${ref}`, sros: ["Director of Education"] })),
    sections: [],
    actions: actions.map((ref) => ({
      ref,
      area: ref.slice(0, 1),
      words: `Action ${ref}`,
      leads: ["SEND lead"],
      resources: "Within budget",
      evidence: ["A survey"],
    })),
    measures: Array.from({ length: measures }, (_, n) => {
      const action = actions[n % actions.length] ?? "";
      return {
        ref: `${action}-${Math.floor(n / actions.length) + 1}`,
        action,
        area: action.slice(0, 1),
        words,
        leads: ["SEND lead", "Designated clinical officer"],
        evidence: "A survey of parent carers, each term",
        due: { kind: "day", on: day("2022-12-31"), asWritten: "December 2022" },
        ratingAsImported: "Green",
        narrativeAsImported: "Begun in September; the first group has met twice and its notes were shared with the board.",
        other: { "Board comment": "" },
      };
    }),
  };
}

export function updateOf(ref: string, id: string, nonce: string, narrative = "Going well."): Update {
  const by = { objectId: "00000000-0000-0000-0000-000000000001", name: "Priya" };
  const at = instantOf("2022-11-22T10:00:00Z");
  return { id, ref, at, on: day("2022-11-22"), by, via: "card", kind: "report", rating: "Amber", narrative, nonce };
}

export function standingAfter(latest: Update): Standing {
  return { rating: latest.rating, latest, lastUpdate: latest.id };
}
