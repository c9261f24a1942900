import { expect, test } from "@jest/globals";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { timesAsked } from "../../src/domain/silence.ts";
import { isSilent, silentLeads } from "../../src/domain/silentLeads.ts";
import { aLead, aManager, anotherLead, makeMeasure, makePlan } from "../support/makePlan.ts";

const unreported = { ratingAsImported: undefined, narrativeAsImported: "" };
const plan = makePlan(
  [
    makeMeasure("1.1.1-1", "October 2022", { ...unreported, leads: ["Lead A", "Lead B"] }),
    makeMeasure("2.1.1-1", "October 2022", { ...unreported, leads: ["Lead B"] }),
  ],
  {
    links: [
      { lead: "Lead A", objectId: aLead },
      { lead: "Lead B", objectId: anotherLead },
    ],
  },
);
const times = timesAsked(
  new Map([
    [`${aLead}|own|1.1.1-1|2022-10-31|7 after`, day("2022-11-14")],
    [`${aManager}|Lead B|2.1.1-1|2022-10-31|7 after`, day("2022-11-07")],
    [`${anotherLead}|own|2.1.1-1|2022-10-31|7 after`, day("2022-11-07")],
  ]),
);

function waiting(to: string, ...refs: string[]): Delivery {
  return { plan: "warwickshire", key: `k ${to}`, notice: { kind: "reminder", to, refs }, owedOn: day("2022-11-07"), state: { kind: "waiting" }, attempts: 0 };
}

const inShort = (of: Plan, open: readonly Delivery[] = [], area?: string) =>
  silentLeads(of, times, open, area).map(({ lead, measures }) => `${lead}: ${measures.map(({ ref, unheard }) => [ref, unheard].join(" ").trim()).join(", ")}`);

test("joint leads are each silent, the longest silence first, and an area can be asked alone", () => {
  expect(silentLeads(plan, times, [])).toEqual([
    {
      lead: "Lead B",
      measures: [
        { ref: "2.1.1-1", since: "2022-11-07" },
        { ref: "1.1.1-1", since: "2022-11-14" },
      ],
    },
    { lead: "Lead A", measures: [{ ref: "1.1.1-1", since: "2022-11-14" }] },
  ]);
  expect(inShort(plan, [], "Area 1")).toEqual(["Lead A: 1.1.1-1", "Lead B: 1.1.1-1"]);
});

test("a lead nobody is linked to is not silent, and stands after those who are", () => {
  const unlinked = { ...plan, links: plan.links.filter(({ lead }) => lead === "Lead A") };

  expect(inShort(unlinked)).toEqual(["Lead A: 1.1.1-1", "Lead B: 2.1.1-1 nobodyLinked, 1.1.1-1 nobodyLinked"]);
  expect(silentLeads(unlinked, times, []).map(isSilent)).toEqual([true, false]);
});

test("nor is one whose reminder waits until they first open the bot, whatever a joint lead was sent", () => {
  const open = [waiting(anotherLead, "1.1.1-1", "2.1.1-1")];

  expect(inShort(plan, open)).toEqual(["Lead A: 1.1.1-1", "Lead B: 2.1.1-1 notReached, 1.1.1-1 notReached"]);
  expect(inShort(plan, [...open, waiting(aLead, "1.1.1-1")])).toEqual(["Lead B: 2.1.1-1 notReached, 1.1.1-1 notReached", "Lead A: 1.1.1-1 notReached"]);
});

test("who was given a measure of a lead nobody is linked to is asked, and can be silent", () => {
  const given = { "2.1.1-1": { given: [anotherLead] } } as unknown as Plan["matters"]["assignments"];
  const unlinked = { ...plan, links: plan.links.filter(({ lead }) => lead === "Lead A"), matters: { ...nothingSaid, assignments: given } };

  expect(inShort(unlinked)).toEqual(["Lead B: 2.1.1-1, 1.1.1-1 nobodyLinked", "Lead A: 1.1.1-1"]);
});

test("whom the first question reached and a later one did not, since they removed the app, is silent", () => {
  const later = { ...waiting(anotherLead, "2.1.1-1"), owedOn: day("2022-11-16") };

  expect(inShort(plan, [later])).toEqual(["Lead B: 2.1.1-1, 1.1.1-1", "Lead A: 1.1.1-1"]);
});

test("nor is one who said that it is not theirs, while that waits to be decided", () => {
  const by = { objectId: anotherLead, name: "Lead B" };
  const row = { id: "000001", at: instantOf("2022-11-15T10:00:00Z"), on: day("2022-11-15"), by };
  const claims = { "2.1.1-1": { waiting: [row], decided: [] } } as unknown as Plan["matters"]["claims"];

  expect(inShort({ ...plan, matters: { ...nothingSaid, claims } })).toEqual(["Lead A: 1.1.1-1", "Lead B: 1.1.1-1, 2.1.1-1 disowned"]);
});
