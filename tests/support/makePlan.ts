import { defaultSettings } from "../../src/domain/defaultSettings.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import type { Update } from "../../src/domain/update.ts";

export const aLead = "11111111-1111-1111-1111-111111111111";
export const anotherLead = "22222222-2222-2222-2222-222222222222";
export const aManager = "33333333-3333-3333-3333-333333333333";

/** Monday to Friday; a table of its own where a test speaks of bank holidays. */
export const weekdays = (one: string) => ![0, 6].includes(new Date(`${one}T12:00:00Z`).getUTCDay());

export function makeMeasure(ref: string, due: string, more: Partial<Measure> = {}): Measure {
  return {
    ref,
    action: ref.split("-")[0] ?? ref,
    area: `Area ${ref[0]}`,
    words: `Words of ${ref}`,
    leads: ["RISE Head of Service"],
    evidence: "",
    due: readDuePhrase(due),
    ratingAsImported: "Green",
    narrativeAsImported: "As imported.",
    other: {},
    ...more,
  };
}

/** A plan as imported on 21 November 2022, its first lead linked. */
export function makePlan(measures: readonly Measure[], more: Partial<Plan> = {}): Plan {
  const areas = [...new Set(measures.map((measure) => measure.area))].map((ref) => ({ ref, title: `Title of ${ref}`, sros: ["Director, WCC"] }));
  return {
    id: "warwickshire",
    title: "Warwickshire",
    settings: defaultSettings(day("2022-11-21"), weekdays),
    scheme: bragScheme,
    importedAsOf: day("2022-11-21"),
    importedAt: instantOf("2022-11-21T09:00:00Z"),
    areas,
    sections: [],
    actions: [],
    measures,
    links: [{ lead: "RISE Head of Service", objectId: aLead }],
    roles: [],
    matters: nothingSaid,
    ...more,
  };
}

export function makeUpdate(id: string, more: Partial<Update> = {}): Update {
  return {
    id,
    ref: "1.1.1-1",
    at: instantOf("2022-12-01T10:00:00Z"),
    on: day("2022-12-01"),
    by: { objectId: aLead, name: "Head of Service" },
    via: "card",
    kind: "report",
    rating: "Green",
    narrative: `Narrative ${id}`,
    nonce: `nonce-${id}`,
    ...more,
  };
}
