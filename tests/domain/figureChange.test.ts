import { expect, test } from "@jest/globals";
import { distanceInWords, figureAgainst } from "../../src/domain/challenge/figureAgainst.ts";
import { readFigure } from "../../src/domain/figure.ts";
import { type FigureChange, figuresAfter, withFigures, withoutFigures } from "../../src/domain/figureChange.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { mergePlan } from "../../src/domain/mergePlan.ts";
import type { PlanContent } from "../../src/domain/plan.ts";
import { readFigureChange } from "../../src/domain/readFigureChange.ts";
import { targetOf } from "../../src/domain/trajectory.ts";
import { aLead, makeMeasure, makePlan } from "../support/makePlan.ts";

const today = day("2022-11-21");
const waits = makeMeasure("1.1-1", "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks", { words: "Waits fall (was 242 weeks)" });
const undated = makeMeasure("1.1-2", "Ongoing", { words: "Schools trained" });

function row(id: string, kind: FigureChange["kind"], typed: string, more: Partial<FigureChange> = {}, measure = waits): FigureChange {
  const read = typed === "" ? { said: [] } : readFigureChange(typed, measure, makePlan([measure]), today);
  if (!("said" in read)) throw new Error(read.sentence);
  const at = instantOf(`2022-11-${20 + Number(id)}T10:00:00Z`);
  return {
    id,
    ref: measure.ref,
    at,
    on: today,
    by: { objectId: aLead, name: "Sam" },
    via: "chat",
    nonce: `nonce ${id}`,
    kind,
    said: read.said,
    reason: "",
    ...more,
  };
}

const after = (measure: Measure, ...rows: FigureChange[]) => withFigures(measure, figuresAfter(rows));

test.each<[string, Measure, readonly object[]]>([
  ["baseline 240 weeks", waits, [{ place: "baseline", to: "240 weeks", before: "242 weeks" }]],
  ["target 15 weeks", waits, [{ place: "2024-03-31", to: "15 weeks", before: "13 weeks", ofDue: true }]],
  ["target 15 weeks by March 2024", waits, [{ place: "2024-03-31", to: "15 weeks", before: "13 weeks", ofDue: true }]],
  ["target 60 weeks by December 2023", waits, [{ place: "2023-12-31", to: "60 weeks" }]],
  ["target none by June 2023", waits, [{ place: "2023-06-30", before: "125 weeks", ofDue: true }]],
  [
    "Baseline: 20 of 190, target 154 of 190",
    undated,
    [
      { place: "baseline", to: "20 of 190" },
      { place: "target", to: "154 of 190" },
    ],
  ],
  [
    "baseline £1,200 and target is 64%",
    undated,
    [
      { place: "baseline", to: "£1,200" },
      { place: "target", to: "64%" },
    ],
  ],
])("“%s” is read", (typed, measure, said) => {
  expect(readFigureChange(typed, measure, makePlan([measure]), today)).toEqual({ kind: "read", said });
});

test.each([
  ["baseline soon", "“soon” has no number"],
  ["twelve", "could not read “twelve”"],
  ["target 13 weeks", "these are the figures that count already"],
  ["target 13 weeks by 31 February 2024", "could not be read as a day"],
])("“%s” is asked about", (typed, sentence) => {
  expect(readFigureChange(typed, waits, makePlan([waits]), today)).toMatchObject({ kind: "fault", sentence: expect.stringContaining(sentence) });
});

test("a proposal changes nothing until it is agreed, then targets, distance and what is asked for change with it", () => {
  const proposal = row("000001", "proposal", "target 150 weeks by 30 September 2022");
  const proposed = after(waits, proposal);
  const agreed = after(waits, proposal, row("000002", "agreement", "", { answers: "000001" }));
  const figure = readFigure("153 weeks");
  const distance = (measure: Measure) =>
    distanceInWords(figureAgainst(measure, figure ?? { value: 0, asWritten: "" }, today) ?? { target: "", isDue: false, better: 0 });

  expect(proposed.due).toEqual(waits.due);
  expect(distance(proposed)).toBe("24 weeks better than the 177 weeks wanted by 30 September 2022");
  expect(distance(agreed)).toBe("3 weeks worse than the 150 weeks wanted by 30 September 2022");
  expect(agreed.agreed?.waiting).toEqual([]);
  expect(withoutFigures(agreed)).toEqual(waits);
});

test("a refusal leaves what there is; a later proposal takes the place of those for the same figures alone", () => {
  const first = row("000001", "proposal", "baseline 240 weeks");
  const other = row("000002", "proposal", "target 15 weeks");
  const again = row("000003", "proposal", "baseline 238 weeks");
  const standing = figuresAfter([first, other, again, row("000004", "refusal", "", { answers: "000002" })]);

  expect(standing).toMatchObject({ waiting: [{ id: "000003" }], inForce: [], decided: [{ proposal: { id: "000002" } }] });
});

test("what a programme manager sets settles the proposals for the same figures, so that who made them hears of it", () => {
  const standing = figuresAfter([row("000001", "proposal", "baseline 240 weeks"), row("000002", "setting", "baseline 230 weeks")]);

  expect(standing).toMatchObject({ waiting: [], inForce: [{ to: "230 weeks" }], decided: [{ proposal: { id: "000001" }, decision: { id: "000002" } }] });
});

test("a target for a day that is no date of the measure is asked against, and adds no date", () => {
  const agreed = after(waits, row("000001", "setting", "target 160 weeks by 30 November 2022"));

  expect(targetOf(agreed, today)).toBe("160 weeks");
  expect(agreed.due).toEqual(waits.due);
});

test("what stood at first is known however often a figure changes", () => {
  const standing = figuresAfter([row("000001", "setting", "baseline 240 weeks"), row("000002", "setting", "baseline 230 weeks")]);

  expect(standing?.inForce).toMatchObject([{ place: "baseline", to: "230 weeks", first: "242 weeks" }]);
});

test("a date decided later that brings a target of its own outranks what was agreed before", () => {
  const request = { ...row("000001", "setting", "target 15 weeks"), kind: "request" as const };
  const due = makeMeasure("x", "March 2024: 10 weeks").due;
  const decision = { ...request, id: "000002", kind: "acceptance" as const, answers: "000001", due, at: instantOf("2022-12-01T09:00:00Z") };
  const moved: Measure = { ...waits, due, dates: { lastChange: "000002", decided: [{ request, decision }] } };

  expect(targetOf(after(moved, row("000001", "setting", "target 15 weeks")), today)).toBe("10 weeks");
});

const agreedWaits = after(waits, row("000001", "setting", "target 15 weeks"));
function fileOf(due: string): PlanContent {
  const { id, title, scheme, areas, sections, actions, importedAsOf, importedAt } = makePlan([waits]);
  return { id, title, scheme, areas, sections, actions, importedAsOf, importedAt, measures: [{ ...waits, due: makeMeasure("1.1-1", due).due }] };
}
const newer = "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 12 weeks";

test("a file with another target is told of, and the one agreed stays; what is stored is the file's", () => {
  const { content, keptFromChat } = mergePlan(makePlan([agreedWaits]), fileOf(newer), { on: today });
  const [stored] = content.measures;

  expect(keptFromChat).toEqual([{ ref: "1.1-1", field: "figures", chat: "15 weeks", file: "12 weeks" }]);
  expect(stored?.due.asWritten).toBe(newer);
  expect(stored).not.toHaveProperty("agreed");
  expect(targetOf(withFigures(stored as Measure, agreedWaits.agreed), day("2024-01-01"))).toBe("15 weeks");
});

test("a file that is let have its way takes the place of what was agreed, and later imports keep to that", () => {
  const { content, keptFromChat } = mergePlan(makePlan([agreedWaits]), fileOf(newer), { on: today, takeFile: true });
  const taken = withFigures(content.measures[0] as Measure, agreedWaits.agreed);
  const again = mergePlan(makePlan([taken]), fileOf(newer), { on: today });

  expect(keptFromChat).toEqual([]);
  expect(targetOf(taken, day("2024-01-01"))).toBe("12 weeks");
  expect(again.keptFromChat).toEqual([]);
  expect(targetOf(withFigures(again.content.measures[0] as Measure, agreedWaits.agreed), day("2024-01-01"))).toBe("12 weeks");
});
