import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { openStore } from "../../src/storage/openStore.ts";
import { type Deed, deed } from "../support/interleavedCalls.ts";
import { openTrial } from "../support/interleaving.ts";
import { openTestStoreWithTable, testConnection } from "../support/testStore.ts";

/** Two deeds at once; of a held pair the first reads before the second begins to write, and writes after it. */
const turn = fc.tuple(deed, fc.oneof({ weight: 4, arbitrary: deed }, fc.constant("again" as const)), fc.boolean());
const turns = fc.array(turn, { minLength: 6, maxLength: 6 });
type Turn = readonly [Deed, Deed | "again", boolean];

const says = (rating: "Red" | "Blue"): Deed => ({ do: "card", by: "first lead", ref: "1.1", rating, stale: false });
const undoes: Deed = { do: "undo", by: "first lead", ref: "1.1", nth: 0, stale: false };
const signsOff: Deed = { do: "signOff", ref: "1.1", stale: false };
const undoesSignOff: Deed = { do: "undoSignOff", ref: "1.1", stale: false };
const reopens: Deed = { do: "reopen", ref: "1.1", rating: "Amber", stale: false };
const sendsBack: Deed = { do: "sendBack", ref: "1.1", stale: false };
const releases: Deed = { do: "monitor", ref: "1.1", how: "release", stale: false };
const asks: Deed = { do: "askDate", by: "first lead", ref: "1.1", due: "31 March 2023", stale: false };
const decides: Deed = { do: "decideDate", ref: "1.1", due: "30 June 2023", how: "accept", stale: false };
const withdraws: Deed = { do: "withdrawDate", by: "first lead", ref: "1.1", stale: false };
const sends = (takeFile: boolean): Deed => ({ do: "import", ref: "1.1", rating: "Amber", due: "31 January 2023", takeFile, news: true });

/** What chance seldom comes to, one after another; and a file that lands just after something was said its sender could not know of. */
const always: readonly (readonly Turn[])[] = [
  [
    [says("Blue"), "again", false],
    [signsOff, "again", false],
    [undoesSignOff, "again", false],
    [sendsBack, "again", false],
    [says("Blue"), "again", false],
    [signsOff, "again", false],
    [reopens, "again", false],
  ],
  [
    [asks, "again", false],
    [withdraws, "again", false],
    [asks, "again", false],
    [decides, "again", false],
    [releases, "again", false],
  ],
  [[sends(false), says("Blue"), true]],
  [
    [says("Red"), "again", false],
    [sends(true), says("Blue"), true],
  ],
  [
    [says("Red"), "again", false],
    [sends(true), undoes, true],
  ],
  [
    [says("Blue"), "again", false],
    [sends(true), signsOff, true],
  ],
];

test("law 4: whatever two leads, a chair and edited files do at once, one consistent history is left and nothing is lost", async () => {
  const store = await openTestStoreWithTable();
  const other = await openStore(testConnection(), { prefix: store.prefix });
  const thanked = new Set<Deed["do"]>();
  let plans = 0;
  const property = fc.asyncProperty(turns, async (played) => {
    const trial = await openTrial([store, other], `trial-${++plans}`);
    for (const [one, another, held] of played) await trial.both([one, another], held);
    for (const kind of trial.thanked) thanked.add(kind);

    expect(await trial.faults()).toEqual([]);
  });

  await fc.assert(property, { numRuns: 60 + always.length, examples: always.map((played) => [played as never]) });

  // Each was thanked for at some time, or the test would have seen nothing of it.
  const answered = ["amend", "askDate", "card", "decideDate", "monitor", "reopen", "sendBack", "signOff", "undo", "undoSignOff", "withdrawDate", "words"];
  expect([...thanked].toSorted()).toEqual(answered);
}, 180_000);
