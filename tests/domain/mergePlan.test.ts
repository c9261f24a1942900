import { describe, expect, test } from "@jest/globals";
import { impactOf } from "../../src/domain/impact.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { mergePlan } from "../../src/domain/mergePlan.ts";
import type { Plan, PlanContent } from "../../src/domain/plan.ts";
import { countChanges } from "../../src/domain/planChanges.ts";
import { fileSpeaksOf, ratingOf, standingAfter } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";
import { storeImport } from "../support/storeImport.ts";

const on = day("2022-12-20");

/** A file's plan: the same measures as written, of a later import. */
function fileOf(plan: Plan, change: (measure: Measure) => Partial<Measure> | undefined = () => ({})): PlanContent {
  const measures = plan.measures.flatMap(({ standing: _, ...measure }) => {
    const changed = change(measure);
    return changed ? [{ ...measure, ...changed }] : [];
  });
  const { id, title, scheme, areas, sections, actions } = plan;
  return { id, title, scheme, areas, sections, actions, measures, importedAsOf: on, importedAt: instantOf("2022-12-20T09:00:00Z") };
}

function said(measure: Measure, ...history: Update[]): Measure {
  return { ...measure, standing: standingAfter(measure, history, makePlan([]).scheme) };
}

const plan = makePlan([makeMeasure("1.1-1", "December 2022"), makeMeasure("1.1-2", "March 2023"), makeMeasure("2.1", "May 2023")]);
const withChat = { ...plan, measures: plan.measures.map((one) => (one.ref === "1.1-1" ? said(one, makeUpdate("000001", { rating: "Red" })) : one)) };

test("the first import of a plan is all new", () => {
  const { changes, content } = mergePlan(undefined, fileOf(plan), { on });

  expect(changes.added.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(["area Area 1", "area Area 2", "measure 1.1-1", "measure 1.1-2", "measure 2.1"]);
  expect(content).toEqual(fileOf(plan));
});

test.each([
  ["with no word in chat", plan],
  ["after an update in chat", withChat],
])("the same file again changes nothing, %s", (_, before) => {
  expect(countChanges(mergePlan(before, fileOf(plan), { on }).changes)).toBe(0);
});

test("what differs is named field by field, other columns too; line ends and outer spaces are no difference", () => {
  const file = fileOf(plan, ({ ref }) =>
    ref === "2.1"
      ? { leads: ["SEND lead", "DCO"], ratingAsImported: "Amber", other: { "Board comment": "ask" } }
      : { narrativeAsImported: " As imported.\r\n" },
  );

  const { changes } = mergePlan(plan, file, { on });

  expect(changes).toMatchObject({ added: [], gone: [], back: [] });
  expect(changes.changed).toEqual([
    {
      kind: "measure",
      ref: "2.1",
      words: "Words of 2.1",
      fields: [
        { field: "rating", from: "Green", to: "Amber" },
        { field: "leads", from: "RISE Head of Service", to: "SEND lead; DCO" },
        { field: "Board comment", from: "", to: "ask" },
      ],
    },
  ]);
});

describe("a measure the file has lost", () => {
  const shorter = fileOf(plan, ({ ref }) => (ref === "2.1" ? undefined : {}));

  test("is withdrawn and kept, and gone only once", () => {
    const first = mergePlan(plan, shorter, { on });
    const stored = storeImport(plan, first.content);
    const second = mergePlan(stored, shorter, { on: day("2023-01-20") });

    expect(first.changes.gone).toMatchObject([{ kind: "measure", ref: "2.1" }]);
    expect(stored.measures.map(({ ref }) => ref)).toEqual(["1.1-1", "1.1-2"]);
    expect(stored.withdrawn?.measures).toMatchObject([{ ref: "2.1", withdrawnOn: "2022-12-20" }]);
    expect(countChanges(second.changes)).toBe(0);
    expect(second.content.measures.find(({ ref }) => ref === "2.1")?.withdrawnOn).toBe("2022-12-20");
  });

  test("comes back with what was said of it and the date it began with", () => {
    const moved = mergePlan(
      withChat,
      fileOf(withChat, () => ({ due: makeMeasure("x", "June 2023").due })),
      { on },
    );
    const withdrawn = storeImport(
      withChat,
      mergePlan(
        storeImport(withChat, moved.content),
        fileOf(plan, () => undefined),
        { on },
      ).content,
    );

    const { changes, content } = mergePlan(
      withdrawn,
      fileOf(plan, () => ({ due: makeMeasure("x", "June 2023").due })),
      { on },
    );
    const stored = storeImport(withdrawn, content);

    expect(changes.back.map(({ ref }) => ref)).toEqual(["1.1-1", "1.1-2", "2.1"]);
    expect(stored.withdrawn).toBeUndefined();
    expect(stored.measures[0]).toMatchObject({ standing: { rating: "Red" }, dateMoves: [{ from: { asWritten: "December 2022" }, reason: "import" }] });
  });
});

describe("a changed due phrase", () => {
  const due = (asWritten: string) => fileOf(plan, ({ ref }) => (ref === "1.1-1" ? { due: makeMeasure("x", asWritten).due } : {}));

  test("is a date move by import, each keeping the date before it", () => {
    const once = storeImport(plan, mergePlan(plan, due("June 2023"), { on }).content);
    const twice = storeImport(once, mergePlan(once, due("July 2023"), { on: day("2023-02-01") }).content);

    expect(twice.measures[0]?.due.asWritten).toBe("July 2023");
    expect(twice.measures[0]?.dateMoves).toMatchObject([
      { from: { asWritten: "December 2022" }, on: "2022-12-20", reason: "import" },
      { from: { asWritten: "June 2023" }, on: "2023-02-01", reason: "import" },
    ]);
    expect(countChanges(mergePlan(twice, due("July 2023"), { on }).changes)).toBe(0);
  });

  test("read better than before is no move, and is said", () => {
    const file = fileOf(plan, ({ ref }) => (ref === "1.1-1" ? { due: { kind: "undated", asWritten: "December 2022" } } : {}));

    const { changes, content } = mergePlan(plan, file, { on });

    expect(content.measures[0]?.dateMoves).toBeUndefined();
    expect(changes.changed[0]?.fields).toEqual([{ field: "due, as read", from: "day; 2022-12-31", to: "undated" }]);
  });

  test("does not take the place of one decided in chat, unless told to", () => {
    const decided = { ...makeMeasure("1.1-1", "June 2023"), dateMoves: [{ from: makeMeasure("x", "December 2022").due, on, reason: "Agreed by the board" }] };
    const before = { ...plan, measures: [decided, ...plan.measures.slice(1)] };

    const kept = mergePlan(before, due("December 2022"), { on });
    const taken = mergePlan(before, due("May 2023"), { on, takeFile: true });

    expect(kept.keptFromChat).toEqual([{ ref: "1.1-1", field: "due", chat: "June 2023", file: "December 2022" }]);
    expect(kept.content.measures[0]).toMatchObject({ due: { asWritten: "June 2023" } });
    expect(taken.content.measures[0]?.dateMoves?.map(({ from }) => from.asWritten)).toEqual(["December 2022", "June 2023"]);
  });
});

describe("a file and the chat", () => {
  const amber = fileOf(plan, ({ ref }) => (ref === "1.1-1" ? { ratingAsImported: "Amber", narrativeAsImported: "From the file." } : {}));
  const ratingAfter = (before: Plan, rules: Partial<Parameters<typeof mergePlan>[2]>) => {
    const merged = mergePlan(before, amber, { on, ...rules });
    const stored = storeImport(before, merged.content);
    return { label: ratingOf(stored.measures[0] as Measure, stored.scheme)?.label, kept: merged.keptFromChat, stored, changes: merged.changes };
  };
  // The update was given on 1 December 2022; the last import was on 21 November.
  test.each([
    ["no day is given and chat spoke since the last import", {}, "Red"],
    ["the file speaks of a day before the update", { asOf: day("2022-11-30") }, "Red"],
    ["the file speaks of the day of the update", { asOf: day("2022-12-01") }, "Red"],
    ["the file speaks of a later day", { asOf: day("2022-12-02") }, "Amber"],
    ["the file is to be taken", { takeFile: true }, "Amber"],
  ])("when %s", (_, rules, label) => {
    const after = ratingAfter(withChat, rules);

    expect(after.label).toBe(label);
    expect(after.kept.map(({ field, chat, file }) => [field, chat, file])).toEqual(
      label === "Amber"
        ? []
        : [
            ["rating", "Red", "Amber"],
            ["narrative", "Narrative 000001", "From the file."],
          ],
    );
    expect(after.changes.changed.length).toBe(label === "Amber" ? 1 : 0);
    expect(countChanges(mergePlan(after.stored, amber, { on, ...rules }).changes)).toBe(0);
  });

  test("an update older than the last import gives way to a file that says something new", () => {
    expect(ratingAfter({ ...withChat, importedAt: instantOf("2022-12-05T09:00:00Z") }, {}).label).toBe("Amber");
  });

  test("a file that says what an earlier one said has nothing new to say", () => {
    const { label, kept } = ratingAfter({ ...withChat, measures: withChat.measures.map((one) => ({ ...one, ratingAsImported: "Amber" })) }, { asOf: on });

    expect([label, kept.length]).toEqual(["Amber", 0]);
    const same = mergePlan(withChat, fileOf(plan), { on, asOf: on });
    expect(same.keptFromChat).toHaveLength(2);
    expect(countChanges(same.changes)).toBe(0);
  });

  test("a proposed completion waits for the board, and a signed-off one stays, whatever day the file speaks of", () => {
    const proposed = makeUpdate("000001", { rating: "Blue" });
    const signedOff = makeUpdate("000002", { kind: "signOff", rating: undefined });
    for (const history of [[proposed], [proposed, signedOff]]) {
      const before = { ...plan, measures: [said(plan.measures[0] as Measure, ...history), ...plan.measures.slice(1)] };
      expect(ratingAfter(before, { asOf: on }).kept).not.toEqual([]);
      expect(ratingAfter(before, { takeFile: true }).label).toBe("Amber");
    }
  });

  const row = (n: number, kind: Update["kind"], rating?: string) =>
    makeUpdate(`00000${n}`, { kind, rating, narrative: kind === "report" ? "All done." : "Why." });
  test.each<[string, Partial<Measure>, readonly Update[], string]>([
    ["complete as imported, reopened", { ratingAsImported: "Blue" }, [row(1, "reopening", "Amber")], "Amber"],
    ["signed off, reopened", {}, [row(1, "report", "Blue"), row(2, "signOff"), row(3, "reopening", "Red")], "Red"],
    ["proposed, sent back", {}, [row(1, "report", "Blue"), row(2, "sentBack")], "Green"],
  ])("what those who sign off said last stays when a file says complete: %s", (_, imported, history, stands) => {
    const before = makePlan([said(makeMeasure("1.1-1", "December 2022", imported), ...history)]);
    const complete = fileOf(before, () => ({ ratingAsImported: "Blue", narrativeAsImported: "Finished." }));
    const { content, keptFromChat } = mergePlan(before, complete, { on, asOf: on });

    expect(storeImport(before, content).measures.map((measure) => ratingOf(measure, before.scheme)?.label)).toEqual([stands]);
    expect(keptFromChat).toContainEqual({ ref: "1.1-1", field: "rating", chat: stands, file: "Blue" });
    const taken = mergePlan(before, complete, { on, asOf: on, takeFile: true }).content;
    expect(storeImport(before, taken).measures.map((measure) => ratingOf(measure, before.scheme)?.label)).toEqual(["Blue"]);
  });

  test("what a file overruled stays in the history, and the next update counts again", () => {
    const { stored } = ratingAfter(withChat, { takeFile: true });
    const measure = stored.measures[0] as Measure;
    const history = [makeUpdate("000001", { rating: "Red" })];

    expect(measure.standing).toEqual({ rating: "Amber", lastUpdate: "000001", overFile: { rating: "Amber", overrules: "000001" } });
    expect(standingAfter(measure, history, stored.scheme)).toMatchObject({ rating: "Amber", lastUpdate: "000001" });
    expect(standingAfter(measure, [...history, makeUpdate("000002", { rating: "Grey" })], stored.scheme)).toMatchObject({ rating: "Grey" });
    expect(standingAfter(measure, [...history, makeUpdate("000002", { kind: "withdrawal", amends: "000001" })], stored.scheme)?.rating).toBe("Amber");
  });

  test("a file that repeats what chat said was written after it, so what it changes besides is taken", () => {
    const edited = fileOf(plan, ({ ref }) => (ref === "1.1-1" ? { ratingAsImported: "Grey", narrativeAsImported: "Narrative 000001" } : {}));

    const { changes, keptFromChat } = mergePlan(withChat, edited, { on });

    expect(changes.changed[0]?.fields).toEqual([{ field: "rating", from: "Red", to: "Grey" }]);
    expect(keptFromChat).toEqual([]);
  });

  test("a file that agrees with chat changes nothing", () => {
    const agreeing = fileOf(plan, ({ ref }) => (ref === "1.1-1" ? { ratingAsImported: "Red", narrativeAsImported: "Narrative 000001" } : {}));

    const merged = mergePlan(withChat, agreeing, { on, asOf: on });

    expect([countChanges(merged.changes), merged.keptFromChat]).toEqual([0, []]);
  });
});

describe("the day a file's ratings speak of", () => {
  const daysOf = (content: PlanContent) => content.measures.map((measure) => `${measure.ref} ${fileSpeaksOf(measure, content)}`);
  const edited = fileOf(plan, ({ ref }) => (ref === "2.1" ? { narrativeAsImported: "New words" } : {}));

  test("where nobody said, what the file repeats keeps the day it had, however often it is imported", () => {
    const { content } = mergePlan(plan, edited, { on });
    const again = mergePlan(storeImport(plan, content), { ...edited, importedAsOf: day("2023-01-20") }, { on: day("2023-01-20") });

    expect(daysOf(content)).toEqual([`1.1-1 ${plan.importedAsOf}`, `1.1-2 ${plan.importedAsOf}`, `2.1 ${on}`]);
    expect(daysOf(again.content)).toEqual(daysOf(content));
    expect(countChanges(again.changes)).toBe(0);
  });

  test("where somebody said, all the file says is of that day", () => {
    const { content } = mergePlan(plan, edited, { on, asOf: on });

    expect(daysOf(content)).toEqual([`1.1-1 ${on}`, `1.1-2 ${on}`, `2.1 ${on}`]);
  });

  test("what is gone from the file keeps the day it had", () => {
    const { content } = mergePlan(
      plan,
      fileOf(plan, ({ ref }) => (ref === "2.1" ? undefined : {})),
      { on, asOf: on },
    );

    expect(daysOf(content).at(-1)).toBe(`2.1 ${plan.importedAsOf}`);
  });
});

describe("impact", () => {
  const inFile = (impactAsImported: string | undefined) => fileOf(plan, ({ ref }) => (ref === "1.1-1" ? { impactAsImported } : {}));
  const rated = (impact: string | undefined): Plan => {
    const [measure, ...others] = plan.measures as [Measure, ...Measure[]];
    const update = makeUpdate("000001", { ref: "1.1-1", rating: "Green", narrative: "As imported.", impact });
    return { ...plan, measures: [{ ...measure, impactAsImported: "Grey", standing: standingAfter(measure, [update], plan.scheme) }, ...others] };
  };

  test.each<[string, string | undefined, string | undefined, object, string, readonly string[]]>([
    ["of the file counts where chat gave none", undefined, "Amber", {}, "Amber", []],
    ["left blank in the file takes nothing away", undefined, undefined, {}, "Grey", []],
    ["given in chat stays, and is reported", "Red", "Amber", {}, "Red", ["Red against Amber"]],
    ["given in chat gives way to a file of a later day", "Red", "Amber", { asOf: day("2022-12-02") }, "Amber", []],
    ["given in chat gives way where the file is to be taken", "Red", "Amber", { takeFile: true }, "Amber", []],
    ["given in chat is not reported beside a blank", "Red", undefined, { asOf: day("2022-12-02") }, "Red", []],
  ])("%s", (_name, chat, file, rules, inForce, kept) => {
    const before = rated(chat);
    const merged = mergePlan(before, inFile(file), { on, ...rules });
    const after = storeImport(before, merged.content);

    expect(impactOf(after.measures[0] as Measure, after.scheme)?.label).toBe(inForce);
    expect(merged.keptFromChat.map((one) => `${one.chat} against ${one.file}`)).toEqual(kept);
    expect(countChanges(mergePlan(after, inFile(file), { on, ...rules }).changes)).toBe(0);
  });
});
