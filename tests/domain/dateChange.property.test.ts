import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type DateChange, datesAfter, datesAsOf, datesWith, withDates } from "../../src/domain/dateChange.ts";
import { addDays, day, instantOf, type LocalDate } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { mergePlan } from "../../src/domain/mergePlan.ts";
import { originalDue } from "../../src/domain/originalDue.ts";
import type { Plan, PlanContent } from "../../src/domain/plan.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { nextUpdateId } from "../../src/domain/standing.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";
import { storeImport } from "../support/storeImport.ts";

const phrase = fc.constantFrom("December 2022", "31 January 2023", "March 2023", "30 June 2023", "December 2023");
const step = fc.oneof(
  fc.record({ do: fc.constant("request" as const), due: phrase }),
  fc.record({ do: fc.constantFrom("accept" as const, "refuse" as const, "withdraw" as const), stale: fc.boolean() }),
  fc.record({ do: fc.constant("acceptOther" as const), due: phrase, stale: fc.boolean() }),
  /** `late`: read before what was decided next to it, and stored after. */
  fc.record({ do: fc.constant("import" as const), due: phrase, takeFile: fc.boolean(), late: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const kinds = { request: "request", accept: "acceptance", acceptOther: "acceptance", refuse: "refusal", withdraw: "withdrawal" } as const;

/** What is stored: rows an import wrote, rows of date changes, and the standing beside them. */
class Stored {
  history: DateChange[] = [];
  on: LocalDate = day("2022-11-22");
  plan: Plan;

  constructor() {
    this.plan = makePlan([makeMeasure("1.1.1-1", "December 2022")]);
  }

  get measure(): Measure {
    return this.plan.measures[0] as Measure;
  }

  play(next: Step, between?: Step): void {
    this.on = addDays(this.on, 1);
    if (next.do === "import") this.import(next, between);
    else this.change(next);
  }

  private import(next: Extract<Step, { do: "import" }>, between?: Step): void {
    const before = this.plan;
    if (next.late && between && between.do !== "import") this.change(between);
    const { id, title, scheme, areas, sections, actions } = before;
    const file: PlanContent = {
      id,
      title,
      scheme,
      areas,
      sections,
      actions,
      measures: [makeMeasure("1.1.1-1", next.due)],
      importedAsOf: this.on,
      importedAt: instantOf(`${this.on}T09:00:00Z`),
    };
    this.plan = storeImport(this.plan, mergePlan(before, file, { on: this.on, takeFile: next.takeFile }).content);
  }

  private change(next: Exclude<Step, { do: "import" }>): void {
    const dates = this.measure.dates;
    const waiting = dates?.waiting;
    const kind = kinds[next.do];
    const stale = "stale" in next && next.stale;
    const answers = kind === "request" ? undefined : stale ? "000001" : waiting?.id;
    // What the stories refuse never becomes a row.
    if (kind !== "request" && (!waiting || answers !== waiting.id)) return;
    const due = "due" in next ? readDuePhrase(next.due) : kind === "acceptance" ? waiting?.due : undefined;
    const change: DateChange = {
      id: nextUpdateId(dates?.lastChange),
      ref: "1.1.1-1",
      at: instantOf(`${this.on}T10:00:00Z`),
      on: this.on,
      by: { objectId: "a", name: "Somebody" },
      via: "card",
      kind,
      reason: "import",
      ...(due && { due }),
      ...(answers && { answers }),
      nonce: `nonce-${this.history.length}`,
    };
    this.history.push(change);
    this.plan = { ...this.plan, measures: [withDates(this.measure, datesWith(dates, change))] };
  }
}

test("any order of request, decision, import and second request leaves one current date and the original as it was", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const stored = new Stored();
      for (const [n, next] of steps.entries()) {
        const before = stored.measure;
        const between = steps[n + 1];
        stored.play(next, between);
        const after = stored.measure;

        expect(originalDue(after)).toMatchObject({ kind: "day", on: "2022-12-31" });
        // Each move leads from the date the one before led to, and the last to the one in force.
        const line = [...(after.dateMoves ?? []).map(({ from }) => from), after.due].map(({ asWritten }) => asWritten);
        for (const [at, one] of line.slice(1).entries()) expect(one).not.toBe(line[at]);
        // Only a decision or a file moves it, by one; a late import and the decision beside it by two.
        const moves = (after.dateMoves?.length ?? 0) - (before.dateMoves?.length ?? 0);
        expect(moves).toBeLessThanOrEqual(
          next.do === "import" && next.late ? 2 : next.do === "request" || next.do === "refuse" || next.do === "withdraw" ? 0 : 1,
        );
        expect(moves).toBeGreaterThanOrEqual(0);
      }

      const { measure, history } = stored;
      expect(measure.dates).toEqual(datesAfter(history));
      // Reading it again puts nothing over it twice.
      expect(withDates(measure, measure.dates)).toEqual(measure);
      const last = measure.dates?.decided.findLast(({ decision }) => decision.kind === "acceptance")?.decision.due?.asWritten;
      const fileHadItsWay = steps.some((one) => one.do === "import" && one.takeFile);
      if (last !== undefined && !fileHadItsWay) expect(measure.due.asWritten).toBe(last);
      // Every request was decided, replaced, taken back, or waits.
      const requests = history.filter(({ kind }) => kind === "request");
      if (measure.dates?.waiting) expect(measure.dates.waiting).toEqual(requests.at(-1));
      for (const { request, decision } of measure.dates?.decided ?? []) expect(decision.answers).toBe(request.id);
    }),
    { numRuns: 600 },
  );
});

test("as of an earlier day, dates decided later have not come into force", () => {
  const stored = new Stored();
  stored.play({ do: "request", due: "March 2023" });
  stored.play({ do: "accept", stale: false });
  const decidedOn = stored.on;

  expect(stored.measure.due.asWritten).toBe("March 2023");
  expect(datesAsOf(stored.measure, decidedOn).due.asWritten).toBe("March 2023");
  expect(datesAsOf(stored.measure, addDays(decidedOn, -1))).toMatchObject({ due: { asWritten: "December 2022" }, dateMoves: [] });
});

test("an answer to what does not wait changes nothing but the number of the last row", () => {
  const stored = new Stored();
  stored.play({ do: "request", due: "March 2023" });
  const [request] = stored.history as [DateChange];
  const again = datesWith(stored.measure.dates, { ...request, id: "000002", kind: "acceptance", answers: "000009" });

  expect(again).toEqual({ ...stored.measure.dates, lastChange: "000002" });
});
