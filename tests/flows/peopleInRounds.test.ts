import { expect, test } from "@jest/globals";
import type { NoticedSoFar } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { type Round, roundMark } from "../../src/domain/round.ts";
import { peopleInRounds } from "../../src/flows/peopleInRounds.ts";
import { aLead, anotherLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const by = { objectId: "manager", name: "Programme Manager" };
const first: Round = { last: "000001", on: day("2022-12-05"), at: instantOf("2022-12-05T09:30:00Z"), by, asked: [{ to: aLead, refs: ["1.1.1-1"] }] };
const second: Round = {
  ...first,
  last: "000002",
  on: day("2022-12-07"),
  at: instantOf("2022-12-07T09:30:00Z"),
  asked: [
    { to: aLead, refs: ["2.1.1-1"] },
    { to: anotherLead, refs: ["2.1.1-1"] },
  ],
};
const noticed = (...marks: string[]): NoticedSoFar => ({ marks: new Set(marks), markedOn: new Map(), open: [], finished: [], digests: [] });
const told = [roundMark(aLead, "1.1.1-1", first), roundMark(aLead, "2.1.1-1", second)];

test("who is asked in two rounds stands once, with what is left of both and since the first", () => {
  const plan = makePlan([makeMeasure("1.1.1-1", "Ongoing"), makeMeasure("2.1.1-1", "Ongoing")]);

  expect(peopleInRounds(plan, [first, second], noticed(...told))).toEqual([
    { to: aLead, state: "silent", open: ["1.1.1-1", "2.1.1-1"], since: first.on },
    { to: anotherLead, state: "onItsWay", open: ["2.1.1-1"], since: second.on },
  ]);
  expect(peopleInRounds(plan, [first, second], noticed(...told.slice(0, 1)))[0]).toMatchObject({ state: "onItsWay" });
});

test("an answer counts for the round that asked before it", () => {
  const latest = makeUpdate("000001", { on: day("2022-12-06"), at: instantOf("2022-12-06T10:00:00Z") });
  const standing = { rating: "Green", lastUpdate: "000001", latest };
  const plan = makePlan([makeMeasure("1.1.1-1", "Ongoing", { standing }), makeMeasure("2.1.1-1", "Ongoing", { standing })]);

  expect(peopleInRounds(plan, [first], noticed(...told))).toEqual([{ to: aLead, state: "answered", open: [] }]);
  expect(peopleInRounds(plan, [first, second], noticed(...told))[0]).toEqual({ to: aLead, state: "silent", open: ["2.1.1-1"], since: second.on });
});
