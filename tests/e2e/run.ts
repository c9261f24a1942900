import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopEmbeddedStore } from "../../src/storage/embeddedStore.ts";
import { inTheChannel } from "./channel.ts";
import { openChecks } from "./checks.ts";
import { signingOff } from "./completion.ts";
import { movingADate, writingInWords } from "./inWords.ts";
import { answering, beingReminded } from "./personalChat.ts";
import { openBrowser, openPlaygroundPage } from "./playgroundPage.ts";
import type { Scene } from "./scene.ts";
import { stoppingAndStarting } from "./stopAndStart.ts";
import { freePort, startTrial, type TrialPlace, type TrialProcess } from "./trialProcess.ts";

/**
 * `npm run test:e2e`: somebody who starts Drumbeat for the first time and tries what it says, in the Playground's own
 * page. Pictures of every step are left in build/e2e; docs/screenshots holds three of them.
 */
const folder = mkdtempSync(join(tmpdir(), "drumbeat-e2e-"));
const newPlace = async (name: string): Promise<TrialPlace> => ({ dataDir: join(folder, name), port: await freePort(), playgroundPort: await freePort() });
const [place, elsewhere] = [await newPlace("data"), await newPlace("other")];

const browser = await openBrowser();
const bot = await openPlaygroundPage(browser);
const { check, picture, finish } = openChecks(async (path) => {
  writeFileSync(`${path}.txt`, await bot.words(bot.page.locator("body")));
  await bot.page.screenshot({ path: `${path}.png` });
});

const started: TrialProcess[] = [];
const scene: Scene = {
  ...{ bot, check, picture, place, elsewhere },
  address: `http://localhost:${place.playgroundPort}`,
  start(where) {
    const trial = startTrial(where);
    started.push(trial);
    return trial;
  },
};

try {
  await beingReminded(scene);
  await answering(scene);
  await inTheChannel(scene);
  await signingOff(scene);
  await writingInWords(scene);
  await movingADate(scene);
  await stoppingAndStarting(scene, started[0]);
} finally {
  for (const trial of started) trial.kill(); // Those that a failed check left; the others have ended.
  for (const { dataDir } of [place, elsewhere]) await stopEmbeddedStore(dataDir);
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
  finish();
}
