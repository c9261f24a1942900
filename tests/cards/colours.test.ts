import { expect, test } from "@jest/globals";
import { AdaptiveCard, SerializationContext, Versions } from "adaptivecards";
import { digestCard } from "../../src/cards/digestCard.ts";
import { ratingStyle } from "../../src/cards/ratingStyle.ts";
import { summaryCard } from "../../src/cards/summaryCard.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { rating, summary } from "./exampleCards.ts";
import { nodesOf, textsOf } from "./readCard.ts";

test.each([
  ["blue", "accent"],
  ["Green", "good"],
  ["amber", "warning"],
  ["red", "attention"],
  ["grey", "emphasis"],
  ["pink", "default"],
])("%s is shown in the style %s", (colour, style) => {
  expect(ratingStyle(colour)).toBe(style);
});

test("a bar is as wide as its counts, leaves out what is nought, and is said in words below", () => {
  const card = summaryCard({ summary, scheme: bragScheme });
  const bars = nodesOf(card).filter(({ type }) => type === "ColumnSet") as unknown as { columns: { width: number; style: string }[] }[];

  expect(bars[1]?.columns.map(({ width, style }) => [width, style])).toEqual([
    [10, "good"],
    [3, "warning"],
    [2, "emphasis"],
  ]);
  expect(textsOf(card).map(({ text }) => text)).toContain("Green 10 · Amber 3 · Grey 2");
});

test("a chart of Teams' own has a bar for the plan and each area, with columns in its place where charts are unknown", () => {
  const json = summaryCard({ summary, scheme: bragScheme });
  const chart = nodesOf(json).find(({ type }) => type === "Chart.HorizontalBar.Stacked");
  const card = new AdaptiveCard();
  card.parse(json, new SerializationContext(Versions.v1_5));
  const elsewhere = Array.from({ length: card.getItemCount() }, (_, i) => card.getItemAt(i).getJsonTypeName());

  expect(chart).toMatchObject({ fallback: { type: "ColumnSet", columns: [{ width: 20 }, { width: 38 }, { width: 5 }, { width: 9 }] } });
  expect(chart?.data).toContainEqual({
    title: "Whole plan",
    data: [
      { legend: "Blue", value: 20, color: "categoricalBlue" },
      { legend: "Green", value: 38, color: "good" },
      { legend: "Amber", value: 5, color: "warning" },
      { legend: "Grey", value: 9, color: "neutral" },
    ],
  });
  expect(chart?.data).toHaveLength(6);
  expect(elsewhere).toContain("ColumnSet");
});

test("the whole plan is told by count, share and meaning", () => {
  const facts = nodesOf(summaryCard({ summary, scheme: bragScheme })).find(({ type }) => type === "FactSet")?.facts;

  expect(facts).toContainEqual({ title: "Green", value: "38 (53%) On track, no concerns" });
  expect(facts).toContainEqual({ title: "Red", value: "0 (0%) No progress, major concerns" });
});

test.each(["Amber", "Red"])("an exception coloured for %s says so", (label) => {
  const exceptions = [{ ref: "1.1", area: "Area 1", words: "Words", leads: [], rating: rating(label), why: "9 days overdue" }];
  const card = digestCard({ kind: "exception", summary, scheme: bragScheme, on: summary.asOf, late: false, exceptions, more: 0 });
  const coloured = nodesOf(card).find(({ style }) => style === ratingStyle(rating(label).colour)) as { items: { text: string }[] };

  expect(coloured.items[0]?.text).toBe(`1.1 · ${label} · 9 days overdue`);
});

test("an overdue measure rated green does not look well among the exceptions", () => {
  const exceptions = [{ ref: "1.1", area: "Area 1", words: "Words", leads: [], rating: rating("Green"), why: "9 days overdue" }];
  const card = digestCard({ kind: "exception", summary, scheme: bragScheme, on: summary.asOf, late: false, exceptions, more: 0 });

  expect(nodesOf(card).filter(({ type, style }) => type === "Container" && style === "good")).toEqual([]);
});
