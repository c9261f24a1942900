import { expect, test } from "@jest/globals";
import type { DigestRecord } from "../../../src/domain/delivery.ts";
import { day } from "../../../src/domain/localDate.ts";
import type { ReportKind } from "../../../src/domain/report/report.ts";
import { reportPeriod } from "../../../src/domain/report/reportPeriod.ts";

const digests: DigestRecord[] = [
  { digest: "exception", on: day("2022-10-03"), outcome: "owed" },
  { digest: "exception", on: day("2022-11-14"), outcome: "missed" },
  { digest: "exception", on: day("2023-01-02"), outcome: "owed" },
];

test.each<[ReportKind, string, readonly DigestRecord[], string]>([
  ["exception", "2022-11-21", [], "2022-10-10"],
  ["exception", "2022-11-21", digests, "2022-10-03"],
  ["exception", "2022-10-03", digests, "2022-08-22"],
  ["full", "2022-11-21", digests, "2022-08-21"],
  ["scrutiny", "2022-11-21", [], "2022-05-21"],
  ["scrutiny", "2023-08-31", [], "2023-02-28"],
  ["stocktake", "2023-03-15", [], "2022-09-15"],
])("a %s report of %s tells changes from the last digest of its kind, else %j from %s", (kind, asOf, records, since) => {
  expect(reportPeriod(kind, day(asOf), records)).toBe(since);
});
