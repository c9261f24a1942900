import assert from "node:assert/strict";
import { first, historyHolds, type Scene, since, typed } from "./scene.ts";
import { isFree, processesAt, type TrialPlace, type TrialProcess } from "./trialProcess.ts";

/** Starts that must not come up beside one that runs, a stop, and the next start. @param trial - the one that runs */
export async function stoppingAndStarting(scene: Scene, trial: TrialProcess | undefined): Promise<void> {
  const { bot, check, picture, place, elsewhere, address } = scene;

  await check("a second start on the same folder is refused in one sentence", async () => {
    await refuses(scene, { ...elsewhere, dataDir: place.dataDir }, /already runs on .*data/);
  });

  await check("a port of the bot that is taken is told in one sentence", async () => {
    await refuses(scene, { ...elsewhere, port: place.port }, new RegExp(`Port ${place.port} is taken`));
  });

  await check("a port of the Playground that is taken is told in one sentence, and nothing is left running", async () => {
    await refuses(scene, { ...elsewhere, playgroundPort: place.playgroundPort }, new RegExp(`Port ${place.playgroundPort} is taken`));
    assert.deepEqual(processesAt(elsewhere), []);
  });

  await check("Ctrl-C stops everything within 10 seconds, and its ports are free", () => stops(trial, place));

  let again: TrialProcess | undefined;
  await check("the next start finds the plan, the answers, the channel and the clock", async () => {
    again = scene.start(place);
    const greeting = await again.greeting;
    assert.match(greeting, /what was there/);
    assert.match(greeting, /10 January 2023/);

    await bot.open(address);
    await historyHolds(scene, first, [typed, "16 December 2022, Voice and Influence Officer"]);
    await bot.go("Steering Group");
    await bot.post("summary");
    await bot.cards("Where the plan stands").waitFor();
    assert.match(await bot.words(bot.cards("Where the plan stands")), /As of 10 January 2023: 72 measures/);
    assert.equal(await bot.cards(/report: /).count(), 0);
    await bot.page.screenshot({ path: picture("31-second-start") });
  });

  await check("and stops as well", () => stops(again, place));
}

async function stops(trial: TrialProcess | undefined, place: TrialPlace): Promise<void> {
  assert.ok(trial);
  const began = performance.now();
  trial.interrupt();
  await Promise.race([trial.ended, new Promise((_, reject) => setTimeout(() => reject(new Error("it still runs after 10 s")), 10_000).unref())]);
  console.log(`       after ${since(began)}`);
  assert.deepEqual(processesAt(place), []);
  assert.ok(await isFree(place.port));
  assert.ok(await isFree(place.playgroundPort));
}

/** It ends by itself, not well, and what it says besides npm's own lines is one sentence. */
async function refuses({ start }: Scene, where: TrialPlace, sentence: RegExp): Promise<void> {
  const trial = start(where);
  const code = await trial.ended;
  const said = trial
    .printed()
    .split("\n")
    .filter((words) => words.trim() && !/^(npm|>) /.test(words));
  assert.equal(said.length, 1, trial.printed());
  assert.match(said[0] ?? "", sentence);
  assert.notEqual(code, 0);
}
