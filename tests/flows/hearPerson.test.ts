import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock/systemClock.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { makeHearPerson } from "../../src/flows/hearPerson.ts";
import type { Asker, Ports } from "../../src/ports.ts";
import { openTestStore } from "../support/testStore.ts";

const address = { serviceUrl: "https://smba.example/uk/", conversationId: "a:1", tenantId: "t", botId: "28:b" };
const priya: Asker = { objectId: "p1", name: "Priya", where: { kind: "personal" }, address };

async function listening() {
  const store = await openTestStore();
  let at = Date.parse("2022-11-21T09:00:00Z");
  const looks: string[] = [];
  const people = {
    ...store.people,
    find(id: string) {
      looks.push(id);
      return store.people.find(id);
    },
  };
  const ports = { ...store, people, clock: { ...systemClock, realNow: () => instantOf(at) } } as unknown as Ports;
  return { hear: makeHearPerson(ports).heard, store, looks, pass: (ms: number) => (at += ms) };
}

test("somebody who says the same of themselves is looked up once in five minutes", async () => {
  const { hear, looks, pass } = await listening();
  await hear(priya);
  await hear(priya);
  expect(looks).toHaveLength(1);

  pass(5 * 60_000);
  await hear(priya);
  expect(looks).toHaveLength(2);
});

test("a new name or address is kept at once", async () => {
  const { hear, store } = await listening();
  await hear(priya);
  await hear({ ...priya, name: "Priya Shah" });
  await hear({ ...priya, name: "Priya Shah", address: { ...address, serviceUrl: "https://smba.example/eu/" } });

  expect(await store.people.find("p1")).toMatchObject({ name: "Priya Shah", address: { serviceUrl: "https://smba.example/eu/" } });
});

test("heard first in a channel and then one to one, the way to them is kept", async () => {
  const { hear, store } = await listening();
  const channel = { kind: "channel", teamId: "19:t", channelId: "19:c" } as const;
  await hear({ ...priya, where: channel, address: { ...address, conversationId: "19:c" } });
  await hear(priya);

  expect((await store.people.find("p1"))?.address).toEqual(address);
});
