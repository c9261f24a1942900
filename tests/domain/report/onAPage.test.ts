import { expect, test } from "@jest/globals";
import { day } from "../../../src/domain/localDate.ts";
import { onAPage } from "../../../src/domain/report/onAPage.ts";
import { makeMeasure, makePlan } from "../../support/makePlan.ts";

test("impact that a lead gave since the import stands beside progress, in place of the file's", () => {
  const standing = { rating: "Green", impact: "Amber", latest: undefined, lastUpdate: "000001" };
  const plan = makePlan([makeMeasure("1.1.1-1", "March 2023", { impactAsImported: "Red", standing }), makeMeasure("1.1.1-2", "March 2023")]);

  const [, block] = onAPage(plan, day("2022-11-21")).blocks;
  const rows = block?.kind === "table" ? block.table.rows.filter(({ kind }) => kind === "cells") : [];

  expect(rows.map((row) => ("cells" in row ? row.cells.at(-1) : undefined))).toMatchObject([{ kind: "rating", words: "Amber" }, "Not recorded"]);
});
