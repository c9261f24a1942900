import { expect, test } from "@jest/globals";
import { bandWords, placesOf } from "../../../src/domain/report/outline.ts";
import { makeMeasure, makePlan } from "../../support/makePlan.ts";

const plan = makePlan(["1.1.1-1", "1.1.1-2", "1.1.2-1", "1.1.2-2"].map((ref) => makeMeasure(ref, "", { section: "1.1" })));
const headings = ["Council", "Action", "No", "When", "Basis"];
const rows = plan.measures.map(({ ref, action = "" }, n) => ({ cells: ["Ours", action, `${n}`, "May 2022", action], measures: [ref] }));
const table = { headings, rows, said: [3] };

test("a column is said as seldom as it can be; what leads say, and what stands behind it, in each row", () => {
  expect([...placesOf(table, rows, [0, 1, 2, 3, 4], plan).values()]).toEqual(["once", "action", "row", "row", "row"]);
});

test("where nearly every row is of another action, nothing is said above them", () => {
  const few = rows.filter((_, n) => n === 0 || n === 2);

  expect([...placesOf(table, few, [1, 2], plan).values()]).toEqual(["row", "row"]);
});

test("the line above rows gives each column with its heading, a short one beside the next", () => {
  const row = { cells: ["1.1.1", "Train all staff", "", "Head of\nService"], measures: ["1.1.1-1"] };

  expect(bandWords(["Ref", "Action", "Risk", "Lead"], [0, 1, 2, 3], row)).toBe("Ref: 1.1.1 · Action: Train all staff\nLead: Head of; Service");
});
