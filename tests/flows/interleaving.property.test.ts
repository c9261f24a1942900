import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Deed, deed } from "../support/interleavedCalls.ts";
import { type How, hows, openTrial, type Second } from "../support/interleaving.ts";
import { openTestStore, openTestStoreWithTable } from "../support/testStore.ts";

/** Two deeds, of which the second may be the first once more. */
const turn = fc.tuple(deed, fc.oneof({ weight: 4, arbitrary: deed }, fc.constantFrom("again" as const, "other words" as const)), fc.constantFrom(...hows));
const turns = fc.array(turn, { minLength: 6, maxLength: 6 });
type Turn = readonly [Deed, Second, How];

const says = (rating: "Red" | "Blue"): Deed => ({ do: "card", by: "first lead", ref: "1.1", rating, stale: false });
const undoes: Deed = { do: "undo", by: "first lead", ref: "1.1", nth: 0, stale: false };
const signsOff: Deed = { do: "signOff", ref: "1.1", stale: false };
const undoesSignOff: Deed = { do: "undoSignOff", ref: "1.1", stale: false };
const reopens: Deed = { do: "reopen", ref: "1.1", rating: "Amber", stale: false };
const sendsBack: Deed = { do: "sendBack", ref: "1.1", stale: false };
const releases: Deed = { do: "monitor", ref: "1.1", how: "release", stale: false };
const asks: Deed = { do: "askDate", by: "first lead", ref: "1.1", due: "31 March 2023", stale: false };
const decides: Deed = { do: "decideDate", ref: "1.1", due: "30 June 2023", how: "accept", stale: false };
const refuses: Deed = { ...decides, how: "refuse" };
const withdraws: Deed = { do: "withdrawDate", by: "first lead", ref: "1.1", stale: false };
const sends = (takeFile: boolean): Deed => ({ do: "import", ref: "1.1", rating: "Amber", due: "31 January 2023", takeFile, news: true });

/** Each that takes words, once more with others, in turns that make it possible. */
const inOtherWords = hows.map((how): Turn[] => [
  [says("Blue"), "other words", how],
  [says("Blue"), "again", how],
  [sendsBack, "other words", how],
  [says("Blue"), "again", how],
  [signsOff, "again", how],
  [reopens, "other words", how],
  [asks, "other words", how],
  [asks, "again", how],
  [decides, "other words", how],
  [asks, "again", how],
  [refuses, "other words", how],
  [releases, "other words", how],
]);

/** What chance seldom comes to, one after another; and a file that lands just after something was said its sender could not know of. */
const always: readonly (readonly Turn[])[] = [
  ...inOtherWords,
  [
    [says("Blue"), "again", "at once"],
    [signsOff, "again", "at once"],
    [undoesSignOff, "again", "at once"],
    [sendsBack, "again", "at once"],
    [says("Blue"), "again", "at once"],
    [signsOff, "again", "at once"],
    [reopens, "again", "at once"],
  ],
  [
    [asks, "again", "at once"],
    [withdraws, "again", "at once"],
    [asks, "again", "at once"],
    [decides, "again", "at once"],
    [releases, "again", "at once"],
  ],
  [[sends(false), says("Blue"), "held"]],
  [
    [says("Red"), "again", "at once"],
    [sends(true), says("Blue"), "held"],
  ],
  [
    [says("Red"), "again", "at once"],
    [sends(true), undoes, "held"],
  ],
  [
    [says("Blue"), "again", "at once"],
    [sends(true), signsOff, "held"],
  ],
];

test("law 4: whatever two leads, a chair and edited files do at once, one consistent history is left and nothing is lost", async () => {
  const store = await openTestStoreWithTable();
  const other = await openTestStore({ prefix: store.prefix });
  const thanked = new Set<Deed["do"]>();
  let plans = 0;
  const property = fc.asyncProperty(turns, async (played) => {
    const trial = await openTrial([store, other], `trial-${++plans}`);
    for (const [one, another, how] of played) await trial.both([one, another], how);
    for (const kind of trial.thanked) thanked.add(kind);

    expect(await trial.faults()).toEqual([]);
  });

  await fc.assert(property, { numRuns: 60 + always.length, examples: always.map((played) => [played as never]) });

  // Each was thanked for at some time, or the test would have seen nothing of it.
  const answered = ["amend", "askDate", "card", "decideDate", "monitor", "reopen", "sendBack", "signOff", "undo", "undoSignOff", "withdrawDate", "words"];
  expect([...thanked].toSorted()).toEqual(answered);
}, 180_000);
