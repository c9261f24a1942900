import { expect, test } from "@jest/globals";
import { CardAction } from "../../src/cards/cardAction.ts";
import { checkCard } from "../../src/cards/checkCard.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { AtPlan } from "../../src/flows/atPlan.ts";
import { composeHeard } from "../../src/flows/composeHeard.ts";
import { composeWhich } from "../../src/flows/composeQuestion.ts";
import { actionsOf, textsOf } from "../cards/readCard.ts";
import { aLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const long = "The third workshop is booked; two posts are empty. ".repeat(80);
const measures = Array.from({ length: 300 }, (_, n) => makeMeasure(`1.${n}.1-1`, "December 2022", { words: long.slice(0, 400) }));
const at: AtPlan = {
  plan: makePlan(measures),
  person: { objectId: aLead, leads: ["RISE Head of Service"], roles: [], given: [], relieved: [], areas: [], standsInFor: [] },
  name: "Lead",
  today: day("2022-11-22"),
};
const ports = { clock: { now: () => instantOf("2022-11-22T10:00:00Z"), realNow: () => instantOf("2022-11-22T10:00:00Z") } };

test.each([
  [0, 2],
  [1, 1],
  [3, 3],
  [8, 8],
  [0, 20],
])("%d recorded and %d asked, all of them long, fit on one card that says what it left out", (stored, asked) => {
  const { card = {} } = composeHeard(ports, at, {
    stored: measures.slice(0, stored).map((measure) => ({ measure, update: makeUpdate("000001", { ref: measure.ref, narrative: long.slice(0, 4_000) }) })),
    questions: measures.slice(100, 100 + asked).map(({ ref }) => ({ ref, sentence: "Which rating fits?", draft: { narrative: long } })),
    notes: [],
  });

  checkCard(card);
  const actions = actionsOf(card);
  for (const { data } of actions) expect(CardAction.safeParse(data)).toMatchObject({ success: true });
  const shown = new Set(actions.map(({ data }) => ("ref" in data ? data.ref : "")));
  const isWhole = shown.size === stored + asked;
  expect(isWhole || textsOf(card).some(({ text }) => /more do(?:es)? not fit here/.test(text))).toBe(true);
  expect(shown.size).toBeGreaterThanOrEqual(Math.min(stored + asked, 2));
});

test("a lead of 300 measures with a long narrative is asked which on one card", () => {
  const { card = {} } = composeWhich(at, { among: measures.map(({ ref }) => ref), draft: { narrative: long.repeat(3) } });

  checkCard(card);
  const texts = textsOf(card).map(({ text }) => text);
  expect(texts.some((text) => text.startsWith("240 more are not listed"))).toBe(true);
  expect(texts.some((text) => text.includes("too long for the card"))).toBe(true);
});

test.each([
  [2, 3, 5],
  [2, 40, 8],
  [20, 40, 60],
])("of %d that are likely and %d less likely, %d are offered, the likely ones first", (likely, others, offered) => {
  const refs = measures.map(({ ref }) => ref);
  const among = refs.slice(0, likely);
  const { card = {} } = composeWhich(at, { among, also: refs.slice(likely, likely + others), draft: { narrative: "two posts are vacant" } });

  checkCard(card);
  const saved = actionsOf(card).map(({ data }) => CardAction.parse(data));
  expect(saved).toContainEqual(expect.objectContaining({ verb: "saveDraft", among: refs.slice(0, offered) }));
  expect(textsOf(card).some(({ text }) => text.startsWith(`${likely + others - offered} more are not listed`))).toBe(likely + others > offered);
});
