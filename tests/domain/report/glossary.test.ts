import { expect, test } from "@jest/globals";
import { expandOnFirstUse, glossaryOf, glossaryPart } from "../../../src/domain/report/glossary.ts";
import { wordsOf } from "../../../src/domain/report/mapWords.ts";
import type { ReportPart } from "../../../src/domain/report/report.ts";

const saying = (...sentences: string[]): { parts: ReportPart[] } => ({
  parts: [{ heading: "SEND", level: 1, blocks: sentences.map((words) => ({ kind: "words", words })) }],
});

test.each([
  [["SEND and SEND"], ["Special educational needs and disabilities (SEND) and SEND"]],
  [
    ["Two EHCPs", "an EHCP"],
    ["Two education, health and care plans (EHCPs)", "an EHCP"],
  ],
  [
    ["JSNA (Joint Strategic Needs Assessment)", "the JSNA"],
    ["JSNA (Joint Strategic Needs Assessment)", "the JSNA"],
  ],
  [["It grew. DfE agrees"], ["It grew. Department for Education (DfE) agrees"]],
  [["It grew. PCFs agree"], ["It grew. Parent carer forums (PCFs) agree"]],
  [["Forum (PCF) and PCF"], ["Forum (PCF) and PCF"]],
  [["SENDER, appSEND, pa"], ["SENDER, appSEND, pa"]],
])("%j becomes %j", (before, after) => {
  expect(wordsOf(expandOnFirstUse(saying(...before), glossaryOf(undefined)))).toEqual(after);
});

test("the glossary lists what the report uses and no more, the plan's own meanings before ours", () => {
  const part = glossaryPart(saying("LA and XYZ"), glossaryOf({ XYZ: "a scheme of ours", LA: "Walsall Council" }));

  expect(part?.blocks).toMatchObject([{ table: { rows: [{ cells: ["LA", "Walsall Council"] }, { cells: ["XYZ", "a scheme of ours"] }] } }]);
  expect(glossaryPart(saying("nothing short"), glossaryOf(undefined))).toBeUndefined();
});
