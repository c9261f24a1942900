import { expect, test } from "@jest/globals";
import { areaMeant } from "../../src/domain/areaMeant.ts";

const areas = ["Area 1.2", "Area 1", "Area 2", "Communication"].map((ref) => ({ ref, title: `Title of ${ref}`, sros: [] }));

test.each([
  ["Area 2", "Area 2"],
  ["area2", "Area 2"],
  ["2", "Area 2"],
  ["in theme 2", "Area 2"],
  ["priority 2", "Area 2"],
  ["1", "Area 1"],
  ["1.2", "Area 1.2"],
  ["title of area 2", "Area 2"],
  ["communication", "Communication"],
  ["3", undefined],
  ["12", undefined],
  ["", undefined],
])("%j means %s", (typed, ref) => {
  expect(areaMeant({ areas }, typed)?.ref).toBe(ref);
});
