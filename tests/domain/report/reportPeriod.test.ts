import { expect, test } from "@jest/globals";
import { day } from "../../../src/domain/localDate.ts";
import type { ReportKind } from "../../../src/domain/report/report.ts";
import { reportPeriod } from "../../../src/domain/report/reportPeriod.ts";

test.each<[ReportKind, string, string]>([
  ["exception", "2022-11-21", "2022-10-10"],
  ["kpi", "2022-11-21", "2022-10-21"],
  ["full", "2022-11-21", "2022-08-21"],
  ["scrutiny", "2022-11-21", "2022-05-21"],
  ["scrutiny", "2023-08-31", "2023-02-28"],
  ["stocktake", "2023-03-15", "2022-09-15"],
])("without a digest of its kind a %s report of %s tells changes from %s", (kind, asOf, since) => {
  expect(reportPeriod(kind, day(asOf))).toBe(since);
});
