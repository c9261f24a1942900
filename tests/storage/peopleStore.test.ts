import { expect, test } from "@jest/globals";
import { openTestStore } from "../support/testStore.ts";

const { people } = await openTestStore();
const address = { serviceUrl: "https://smba.trafficmanager.net/uk/", conversationId: "c", tenantId: "local", botId: "28:bot" };

test("what is saved of a person is kept, and the rest stays as it was", async () => {
  await people.save({ objectId: "p1", email: "priya@council.example" });
  await people.save({ objectId: "p1", name: "Priya", address, email: undefined });
  await people.save({ objectId: "p2", name: "Dan" });

  expect(await people.find("p1")).toEqual({ objectId: "p1", name: "Priya", email: "priya@council.example", address });
  expect((await people.all()).map(({ objectId }) => objectId)).toEqual(["p1", "p2"]);
  expect(await people.find("p3")).toBeUndefined();
});

test("two who save a person at once both have their say", async () => {
  await Promise.all([
    people.save({ objectId: "p4", name: "Ann" }),
    people.save({ objectId: "p4", address }),
    people.save({ objectId: "p4", currentPlan: "w" }),
  ]);

  expect(await people.find("p4")).toEqual({ objectId: "p4", name: "Ann", address, currentPlan: "w" });
});

test("of plans that come to know a person at once none is lost, and one that did stays", async () => {
  await Promise.all(["w", "s", "k"].map((plan) => people.save({ objectId: "p5", plans: [plan] })));
  await people.save({ objectId: "p5", plans: ["w"] });

  expect((await people.find("p5"))?.plans?.toSorted()).toEqual(["k", "s", "w"]);
});

test("a team is kept under its Teams id until it is forgotten", async () => {
  const team = { teamId: "19:abc/def@thread.tacv2", serviceUrl: address.serviceUrl, tenantId: "local", botId: "28:bot", name: "SEND board" };

  await people.saveTeam({ ...team, name: "Board" });
  await people.saveTeam(team);
  expect(await people.teams()).toEqual([team]);

  await people.forgetTeam(team.teamId);
  await people.forgetTeam(team.teamId);
  expect(await people.teams()).toEqual([]);
});
