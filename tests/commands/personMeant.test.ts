import { expect, test } from "@jest/globals";
import { personMeant } from "../../src/commands/personMeant.ts";
import type { Person } from "../../src/domain/person.ts";
import type { Asker, Ports } from "../../src/ports.ts";
import { aLead, aManager, anotherLead, makePlan } from "../support/makePlan.ts";

const known: readonly Person[] = [{ objectId: anotherLead, name: "Priya Shah" }];
const people = { find: async (id: string) => known.find(({ objectId }) => objectId === id), all: async () => known };
const ports = { people } as unknown as Ports;
const asker = { objectId: aManager, name: "Mo Manager" } as Asker;
const sam = { objectId: aLead, name: "Sam  Field" };

const meant = (words: string, mentioned = [sam]) => personMeant({ ports, asker, mentioned }, makePlan([]), words).then(({ name }) => name);

test.each([
  ["Sam Field", "Sam  Field"],
  ["@Sam Field please", "Sam  Field"],
  ["", "Sam  Field"],
  ["Priya Shah", "Priya Shah"],
  ["me", "Mo Manager"],
])("beside one mention %j means %s", async (words, name) => {
  expect(await meant(words)).toBe(name);
});

test("several mentions, and nobody, are not guessed at", async () => {
  const priya = { objectId: anotherLead, name: "Priya Shah" };

  await expect(meant("Sam Field and Priya Shah", [sam, priya])).rejects.toThrow("one person at a time");
  expect(await meant("Priya Shah", [sam, priya])).toBe("Priya Shah");
  await expect(meant("", [])).rejects.toThrow("Mention the person");
});
