import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { timesAsked } from "../../src/domain/silence.ts";
import { silentLeads } from "../../src/domain/silentLeads.ts";
import { aLead, makeMeasure, makePlan } from "../support/makePlan.ts";

test("joint leads are each silent, the longest silence first, and an area can be asked alone", () => {
  const unreported = { ratingAsImported: undefined, narrativeAsImported: "" };
  const plan = makePlan([
    makeMeasure("1.1.1-1", "October 2022", { ...unreported, leads: ["Lead A", "Lead B"] }),
    makeMeasure("2.1.1-1", "October 2022", { ...unreported, leads: ["Lead B"] }),
  ]);
  const marks = new Map([
    [`reminder|${aLead}|1.1.1-1|2022-10-31|7 after`, day("2022-11-14")],
    [`reminder|${aLead}|2.1.1-1|2022-10-31|7 after`, day("2022-11-07")],
  ]);

  expect(silentLeads(plan, timesAsked(marks))).toEqual([
    {
      lead: "Lead B",
      measures: [
        { ref: "2.1.1-1", since: "2022-11-07" },
        { ref: "1.1.1-1", since: "2022-11-14" },
      ],
    },
    { lead: "Lead A", measures: [{ ref: "1.1.1-1", since: "2022-11-14" }] },
  ]);
  expect(silentLeads(plan, timesAsked(marks), "Area 1").map(({ lead }) => lead)).toEqual(["Lead A", "Lead B"]);
});
