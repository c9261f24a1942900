import { defaultSettings } from "../src/domain/defaultSettings.ts";
import { day, instantOf } from "../src/domain/localDate.ts";
import type { PlanContent, PlanId } from "../src/domain/plan.ts";
import { bragScheme } from "../src/domain/ratingScheme.ts";
import { readDuePhrase } from "../src/domain/readDuePhrase.ts";
import type { Store } from "../src/storage/openStore.ts";

const dates = ["31 May 2023", "Sept 2022: 40%; June 2023: 60%; March 2024: 80%", "30/11/2022", "Ongoing", "December 2022"];

/** A plan of so many measures, five areas and five measures an action; its measures are dealt to the leads in turn. */
export function generatedPlan(id: PlanId, measures: number, leads: readonly string[]): PlanContent {
  const area = (n: number) => `Area ${(n % 5) + 1}`;
  const actions = Array.from({ length: Math.ceil(measures / 5) }, (_, n) => ({ ref: `${(n % 5) + 1}.${n + 1}`, area: area(n) }));
  return {
    id,
    title: `Plan ${id}`,
    scheme: bragScheme,
    importedAsOf: day("2022-11-21"),
    importedAt: instantOf("2022-11-21T09:00:00Z"),
    areas: [0, 1, 2, 3, 4].map((n) => ({ ref: area(n), title: `Weakness ${n + 1}`, sros: ["Director"] })),
    sections: [],
    actions: actions.map((action) => ({ ...action, words: "What is to be done, in a sentence of the usual length.", leads, resources: "", evidence: [] })),
    measures: Array.from({ length: measures }, (_, n) => {
      const action = actions[Math.floor(n / 5)];
      return {
        ref: `${action?.ref}-${(n % 5) + 1}`,
        action: action?.ref ?? "",
        area: action?.area ?? "",
        words: "What is to be seen when it is done, in a sentence of the usual length.",
        leads: [leads[n % leads.length] ?? ""],
        evidence: "",
        due: readDuePhrase(dates[n % dates.length] ?? ""),
        ratingAsImported: "Green",
        narrativeAsImported: "What was done by the day of the import, in two or three sentences. ".repeat(3),
        other: {},
      };
    }),
  };
}

export async function storePlan(store: Store, content: PlanContent): Promise<void> {
  const weekdays = (one: string) => ![0, 6].includes(new Date(`${one}T12:00:00Z`).getUTCDay());
  await store.plans.import(content, defaultSettings(day("2022-11-21"), weekdays), undefined);
}
