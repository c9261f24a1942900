import { expect, test } from "@jest/globals";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { stateAfter } from "../../src/flows/stateAfter.ts";
import { aLead } from "../support/makePlan.ts";

const at = instantOf("2022-11-22T09:00:00Z");
const address = { serviceUrl: "s", conversationId: "c", tenantId: "t", botId: "b" };
const delivery = (attempts: number): Delivery => ({
  plan: "warwickshire",
  key: "k",
  notice: { kind: "reminder", to: aLead, refs: ["1.1.1-1"] },
  owedOn: day("2022-11-22"),
  state: { kind: "attempting", attemptingSince: at },
  attempts,
});
const again = { kind: "refused", why: "Teams asked Drumbeat to slow down", retryAfterSeconds: 20 } as const;
const waitAfter = (attempts: number, jitter?: (attempts: number) => number) => {
  const state = stateAfter(delivery(attempts), again, address, at, day("2022-11-22"), jitter);
  return state.kind === "owed" ? (Date.parse(state.notBefore ?? at) - Date.parse(at)) / 1_000 : state.kind;
};

test("law 3: sent, unknown and a plain refusal are final", () => {
  expect(stateAfter(delivery(1), { kind: "sent", activityId: "1" }, address, at, day("2022-11-22"))).toEqual({
    kind: "sent",
    at,
    activityId: "1",
    conversationId: "c",
  });
  expect(stateAfter(delivery(1), { kind: "unknown", why: "502" }, address, at, day("2022-11-22"))).toEqual({ kind: "unknown", at, why: "502" });
  expect(stateAfter(delivery(1), { kind: "refused", why: "blocked" }, address, at, day("2022-11-22"))).toEqual({ kind: "refused", at, why: "blocked" });
});

test("law 3: a refusal that asks for it is tried again, never sooner than asked, each time later, an hour at the most", () => {
  const exact = (attempts: number) => Math.min(3_600_000, 5_000 * 2 ** (attempts - 1));

  expect([1, 2, 3, 4, 5, 12].map((attempts) => waitAfter(attempts, exact))).toEqual([20, 20, 20, 40, 80, 3_600]);
});

test("two deliveries refused together do not come back together", () => {
  const waits = Array.from({ length: 50 }, () => waitAfter(8) as number);

  expect(new Set(waits).size).toBeGreaterThan(10);
  for (const wait of waits) expect(wait).toBeGreaterThanOrEqual((5 * 2 ** 7) / 2);
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(5 * 2 ** 7);
});

test("an outage at nine does not cost the day's reminders: it is tried all day, and given up on the next", () => {
  expect(waitAfter(30)).not.toBe("refused");
  expect(stateAfter(delivery(8), again, address, at, day("2022-11-23")).kind).toBe("refused");
});
