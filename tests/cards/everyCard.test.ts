import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { AdaptiveCard, SerializationContext, Versions } from "adaptivecards";
import { CardAction } from "../../src/cards/cardAction.ts";
import { bytesOf, checkCard } from "../../src/cards/checkCard.ts";
import { fillTemplate } from "../../src/cards/fillTemplate.ts";
import { exampleCards } from "./exampleCards.ts";
import { actionsOf, textsOf } from "./readCard.ts";

const folder = new URL("../../cards/", import.meta.url);
const templates = readdirSync(folder)
  .filter((file) => !file.endsWith(".sample.json"))
  .map((file) => file.replace(".json", ""));
const samples = templates.map((name) => [`${name} with its sample`, () => fillTemplate(name, readJson(`${name}.sample.json`))] as const);

function readJson(file: string): object {
  return JSON.parse(readFileSync(new URL(file, folder), "utf8"));
}

test("every template has a sample and a card function that uses it", () => {
  const used = new Set(exampleCards.map(([name]) => name.split(":")[0]));

  expect(templates.toSorted()).toEqual([...used].toSorted());
  expect(readdirSync(folder)).toHaveLength(2 * templates.length);
});

describe.each([...samples, ...exampleCards])("%s", (_name, make) => {
  test("is read by the Adaptive Cards library without an event", () => {
    const context = new SerializationContext(Versions.v1_5);
    const card = new AdaptiveCard();

    card.parse(make(), context);
    // Charts are drawn by Teams alone; the library takes what stands in for one, and says so.
    const problems = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message).filter(
      (event) => !/Chart\..*Fallback will be used/.test(event),
    );

    expect(problems).toEqual([]);
    expect(card.getItemCount()).toBeGreaterThan(0);
  });

  test("may be sent, shows on the whole width, and is filled to the last field", () => {
    const card = make();

    expect(() => checkCard(card)).not.toThrow();
    expect(card).toMatchObject({ version: "1.5", msteams: { width: "Full" }, fallbackText: expect.any(String), speak: expect.any(String) });
    expect(JSON.stringify(card)).not.toContain("${");
  });

  test("says only what `CardAction` knows, the same from an old Teams", () => {
    for (const action of actionsOf(make())) {
      // The Agents Playground tells the person that the app can't be reached when an Action.Execute has no verb of its own.
      expect(action).toMatchObject({ type: "Action.Execute", verb: action.data.verb, fallback: { type: "Action.Submit" } });
      expect(action.fallback.data).toEqual(action.data);
      expect(CardAction.safeParse(action.data)).toMatchObject({ success: true });
    }
  });

  test("wraps its words", () => {
    const cut = textsOf(make()).filter(({ wrap, text }) => wrap !== true && text.length > 20);

    expect(cut).toEqual([]);
  });
});

test("an example stays far below what may be sent", () => {
  const largest = Math.max(...exampleCards.map(([, make]) => bytesOf(make())));

  expect(largest).toBeLessThan(14_000);
});
