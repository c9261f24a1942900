import assert from "node:assert/strict";
import { historyHolds, type Scene } from "./scene.ts";

const [done, notYet] = ["2.1.1-3", "2.2.1-5"] as const;

/** Two measures are said to be complete; one is signed off by the list, the other sent back with words. */
export async function signingOff(scene: Scene): Promise<void> {
  const { bot, check, picture } = scene;
  const { page } = bot;
  const list = bot.cards(/proposed complete$|^Nothing waits for sign-off$/).last();

  await check("said to be complete, a measure keeps its rating and waits for the board", async () => {
    await bot.go("Personal Chat");
    await bot.say(`${done} blue, all schools have a named contact and the list is on the local offer`);
    await page.getByText(`Recorded for ${done}`).last().waitFor();
    await bot.say(`${notYet} blue, the last course was on Friday`);
    await page.getByText(`Recorded for ${notYet}`).last().waitFor();
    await page.getByText("Complete is only proposed until the board signs it off").last().waitFor();
  });

  await check("the agenda and the list hold both, with what was said and a tick each", async () => {
    await bot.say("agenda");
    await bot.cards("2 decisions wait").last().waitFor();
    await bot.photograph(bot.cards("2 decisions wait").last(), picture("18-agenda"));
    await bot.say("sign-off");
    await list.getByRole("checkbox", { name: `Sign off ${done}` }).waitFor();
    const words = await bot.words(list);
    for (const one of ["2 proposed complete", "the last course was on Friday", "Until then: "]) assert.ok(words.includes(one), `${one} in ${words}`);
    await bot.photograph(list, picture("19-sign-off"));
    await bot.photograph(list, picture("19-sign-off-phone"), "phone");
  });

  await check("the ticked one is signed off, the other waits", async () => {
    await list.getByRole("checkbox", { name: `Sign off ${done}` }).check();
    await list.getByRole("button", { name: "Sign off the ticked" }).click();
    const signedOff = list.getByText(`✔ ${done} is signed off as complete`);
    await signedOff.waitFor().catch(async () => assert.fail(`not signed off: ${await bot.words(list)}`));
    assert.match(await bot.words(list), /1 proposed complete/);
    await bot.photograph(list, picture("20-signed-off"));
    await bot.photograph(list, picture("20-signed-off-phone"), "phone");
  });

  await check("the other is sent back with words, and what is typed is asked for", async () => {
    await list.getByRole("button", { name: `Send ${notYet} back` }).click();
    const form = bot.cards(`${notYet}: send it back`).last();
    await form.waitFor();
    await bot.photograph(form, picture("21-send-back"));
    await form
      .getByLabel(/^What is still missing/)
      .last()
      .fill("Show that it lasted a term.");
    await form.getByRole("button", { name: "Send back" }).click();
    await list.getByText(`✔ ${notYet} was sent back`).waitFor();
    await bot.photograph(list, picture("22-sent-back"));
  });

  await check("the history holds who decided and why, and a complete measure is opened again from it", async () => {
    await historyHolds(scene, notYet, ["sent back, not complete yet", "Show that it lasted a term."]);
    await historyHolds(scene, done, ["signed off as complete"]);
    await bot.cards(`${done}: what was said`).last().getByRole("button", { name: "Reopen it" }).click();
    const form = bot.cards(`${done}: open it again`).last();
    await form.waitFor();
    await bot.photograph(form, picture("23-reopen"));
    await bot.photograph(form, picture("23-reopen-phone"), "phone");
    await form
      .getByLabel(/^Why is it opened again/)
      .last()
      .fill("Forty schools have none since September.");
    await form.getByRole("button", { name: "Reopen", exact: true }).click();
    await bot.cards(`${done} is open again`).last().waitFor();
    await bot.photograph(bot.cards(`${done} is open again`).last(), picture("24-reopened"));
  });
}
