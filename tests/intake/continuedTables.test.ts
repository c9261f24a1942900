import { expect, test } from "@jest/globals";
import { readSheets, sheetOf } from "./sheets.ts";

const head = ["Action", "Lead", "By when", "RAG"];
const headings = ["Priority 1: Joint work"];
const first = sheetOf("Priority 1: Joint work", [head, ["Map what is spent", "Ann", "May 2024", "Green"]], headings);

test("a table without headings goes on from the one before it, and that is said", () => {
  const second = sheetOf("Priority 1: Joint work (2)", [["Write the plan", "Ben", "June 2024", "Red"]], headings);
  const { content, problems } = readSheets([first, second]);

  expect(content.measures.map(({ words, leads, ratingAsImported }) => [words, leads, ratingAsImported])).toEqual([
    ["Map what is spent", ["Ann"], "Green"],
    ["Write the plan", ["Ben"], "Red"],
  ]);
  expect(problems).toMatchObject([{ row: 3, problem: "A table without headings follows this one; it was read as the same table going on." }]);
});

test.each([
  ["below another heading", sheetOf("Governance", [["Chair", "Ann", "Vice chair", "Ben"]], ["Governance"])],
  ["of another width", sheetOf("Priority 1: Joint work (2)", [["Chair", "Ann", "2024"]], headings)],
])("a table %s is passed over", (_, other) => {
  const { content, passedOver } = readSheets([first, other]);

  expect(content.measures).toHaveLength(1);
  expect(passedOver.map(({ sheet }) => sheet)).toEqual([other.name]);
});
