import { expect, test } from "@jest/globals";
import { colourName } from "../../src/intake/colourName.ts";

test.each([
  ["FF0000", "Red"],
  ["C00000", "Red"],
  ["FFC7CE", "Red"],
  ["FFC000", "Amber"],
  ["ED7D31", "Amber"],
  ["FFEB9C", "Amber"],
  ["FFFF00", "Yellow"],
  ["00B050", "Green"],
  ["92D050", "Green"],
  ["C6EFCE", "Green"],
  ["0070C0", "Blue"],
  ["00b0f0", "Blue"],
  ["FF99CC", "Pink"],
  ["7030A0", "Purple"],
  ["BFBFBF", "Grey"],
  ["000000", "Black"],
])("%s is called %s", (hex, name) => {
  expect(colourName(hex)).toBe(name);
});

test.each(["FFFFFF", "F2F2F2", "D9E1F2", "DDEBF7", "DEEAF6", "1F3864", "E2EFDA00", "auto", ""])("%j is no rating's colour", (hex) => {
  expect(colourName(hex)).toBeUndefined();
});
