import { expect, test } from "@jest/globals";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { recordTables } from "../../src/reports/recordTables.ts";
import { aLead, makeMeasure, makePlan } from "../support/makePlan.ts";

const row = { at: instantOf("2022-11-21T10:00:00Z"), on: day("2022-11-21"), by: { objectId: aLead, name: "Sam" }, via: "chat", nonce: "a nonce" } as const;

test("an export tells every proposal and decision about figures, and the history of every risk", () => {
  const said = [{ place: day("2024-03-31"), to: "15 weeks", before: "13 weeks" }];
  const tables = recordTables(makePlan([makeMeasure("1.1-1", "March 2024: 13 weeks")]), [], [], {
    figures: [
      { ...row, id: "000001", ref: "1.1-1", kind: "proposal", said, reason: "Recounted." },
      { ...row, id: "000002", ref: "1.1-1", kind: "agreement", said: [], reason: "", answers: "000001" },
    ],
    risks: [
      { ...row, id: "000001", risk: "R1", change: { kind: "raised", ref: "1.1-1", words: "Winter vacancies", owner: "SENCO lead" } },
      { ...row, id: "000002", risk: "R1", change: { kind: "closed", reason: "Filled." } },
    ],
  });
  const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows.slice(1);

  expect(rowsOf("Figures")).toEqual([
    ["1.1-1", "000001", "proposed", row.at, "Sam", "target 15 weeks by 31 March 2024 (before: 13 weeks)", "Recounted.", ""],
    ["1.1-1", "000002", "agreed", row.at, "Sam", "", "", "000001"],
  ]);
  expect(rowsOf("Risks")).toEqual([
    ["R1", "000001", "1.1-1", "raised", row.at, "Sam", "Winter vacancies", "SENCO lead", "", ""],
    ["R1", "000002", "", "closed", row.at, "Sam", "", "", "", "Filled."],
  ]);
});
