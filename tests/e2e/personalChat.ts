import assert from "node:assert/strict";
import { first, historyHolds, type Scene, second, since, typed } from "./scene.ts";

/** Somebody starts Drumbeat for the first time and is asked for their updates. */
export async function beingReminded(scene: Scene): Promise<void> {
  const { bot, check, picture, place, address } = scene;
  const { page } = bot;
  const reminder = bot.cards("Your updates, please").last();
  const refsOf = async () => {
    const rows = await reminder.getByRole("button", { name: /^Answer \d/ }).all();
    return Promise.all(rows.map(async (row) => (await row.getAttribute("aria-label"))?.split(" ")[1]));
  };

  await check("npm start brings in the sample plan and prints one address to open", async () => {
    const greeting = await scene.start(place).greeting;
    assert.match(greeting, /sample plan loaded/);
    assert.match(greeting, /21 November 2022/);
    assert.deepEqual(greeting.match(/http:\S+/g), [address]);
  });

  const openedAt = performance.now();
  await check("a welcome appears in the personal chat", async () => {
    await bot.open(address);
    await bot
      .cards(/^Drumbeat keeps/)
      .first()
      .waitFor();
  });

  await check("the first reminder holds the four overdue measures", async () => {
    await reminder.waitFor();
    console.log(`       ${since(openedAt)} after the page was opened`);
    assert.deepEqual(await refsOf(), ["2.1.1-3", "2.2.1-5", "2.2.1-6", "2.3.1-4"]);
    assert.equal(await reminder.getByText("52 days overdue").count(), 4);
    await page.screenshot({ path: picture("01-first-page") });
    await bot.photograph(bot.cards(/^Drumbeat keeps/).first(), picture("02-welcome"));
    await bot.photograph(bot.cards(/could not be reminded/), picture("03-unlinked"));
    await bot.photograph(reminder, picture("04-reminder"));
    await bot.photograph(reminder, picture("04-reminder-phone"), "phone");
  });

  await check("the welcome came once", async () => {
    assert.equal(await bot.cards(/^Drumbeat keeps/).count(), 1);
  });

  await check("after the page is loaded again no second welcome comes, and help is given", async () => {
    await bot.open(address);
    await bot.say("help");
    await bot.cards("What you can ask Drumbeat").waitFor();
    assert.equal(await bot.cards(/^Drumbeat keeps/).count(), 0);
    const help = bot.cards("What you can ask Drumbeat");
    await bot.photograph(help, picture("05-help"));
    await help.getByRole("button", { name: "More you can ask" }).click();
    await help.getByText("report [KIND]").waitFor();
    await bot.photograph(help, picture("05-help-more-phone"), "phone");
  });

  await check("the clock moved to 16 December brings a reminder with the December measures, soonest first", async () => {
    await bot.say("clock 2022-12-16");
    await reminder.waitFor();
    assert.match(await bot.words(reminder), /0 of 11 answered · page 1 of 2/);
    assert.deepEqual(await refsOf(), ["2.1.1-3", "2.2.1-5", "2.2.1-6", "2.3.1-4", "2.1.1-2", "2.1.1-4", "2.1.1-5", "2.1.1-6"]);
    assert.equal(await reminder.getByText("15 days left").count(), 3);
    assert.equal(await reminder.getByText("15 days to the next milestone").count(), 1);
    await bot.photograph(reminder, picture("06-december"));
    await reminder.getByRole("button", { name: "Next ›" }).click();
    await reminder.getByText("page 2 of 2").waitFor();
    assert.equal((await refsOf()).length, 3);
    await reminder.getByRole("button", { name: "‹ Previous" }).click();
    await reminder.getByText("page 1 of 2").waitFor();
  });
}

/** They answer two measures from that one card. */
export async function answering(scene: Scene): Promise<void> {
  const { bot, check, picture } = scene;
  const { page } = bot;
  const reminder = bot.cards("Your updates, please").last();
  const line = (ref: string) => reminder.getByRole("button", { name: new RegExp(`^(Answer|Change) ${ref}$`) });
  const form = (ref: string) => bot.cards(`${ref}: your update`).last();
  const field = (ref: string, label: RegExp) => form(ref).getByLabel(label).last();

  await check("a measure opens its form in the card's place", async () => {
    const cards = await page.locator(".ac-adaptiveCard").count();
    await line(first).click();
    await form(first).waitFor();
    assert.equal(await page.locator(".ac-adaptiveCard").count(), cards);
    await bot.photograph(form(first), picture("07-form"));
    await bot.photograph(form(first), picture("07-form-phone"), "phone");
  });

  await check("saved, it is thanked for with what was typed to the letter, and its line is ticked", async () => {
    await form(first)
      .getByRole("radio", { name: /^Amber/ })
      .check();
    await field(first, /^What has happened/).fill(typed);
    await field(first, /^Figure/).fill("154 of 250");
    await form(first).getByRole("button", { name: "Evidence, help, risk" }).click();
    await field(first, /^What would help/).fill("A second trainer");
    await bot.photograph(form(first), picture("08-filled"));
    await form(first).getByRole("button", { name: "Save" }).click();
    await reminder.getByText(`Recorded for ${first}`).waitFor();
    await page.screenshot({ path: picture("09-saved-page") });

    const words = await bot.words(reminder);
    for (const said of [`“${typed}”`, "Figure: 154 of 250", "What would help: A second trainer", "1 of 11 answered"]) assert.ok(words.includes(said), said);
    assert.match(await bot.words(line(first)), /✔ Answered by Voice and Influence Officer: Amber/);
    await bot.photograph(reminder, picture("09-receipt"));
    await bot.photograph(reminder, picture("09-receipt-phone"), "phone");
  });

  await check("a form without its narrative is refused in place, with all that was typed kept", async () => {
    await line(second).click();
    await form(second).getByRole("radio", { name: /^Red/ }).check();
    await field(second, /^Figure/).fill("61%");
    await form(second).getByRole("button", { name: "Evidence, help, risk" }).click();
    await field(second, /^What would help/).fill("Somebody to ring families");
    await form(second).getByRole("button", { name: "Save" }).click();
    await form(second).getByText("Write a sentence or two on what has happened.").waitFor();

    await field(second, /^What has happened/).fill(" "); // enough for the page, not for Drumbeat
    await form(second).getByRole("button", { name: "Save" }).click();
    await form(second).getByText("Not saved yet. Please put this right and save again.").waitFor();
    assert.ok(await form(second).getByRole("radio", { name: /^Red/ }).isChecked());
    assert.equal(await field(second, /^Figure/).inputValue(), "61%");
    assert.equal(await field(second, /^What would help/).inputValue(), "Somebody to ring families");
    await bot.photograph(form(second), picture("10-refused"));
  });

  await check("a second measure is answered from the same card", async () => {
    await field(second, /^What has happened/).fill("Calls to families stopped in the autumn.");
    await form(second).getByRole("button", { name: "Save" }).click();
    await reminder.getByText("2 of 11 answered").waitFor();
    assert.match(await bot.words(line(first)), /✔ Answered/);
    assert.match(await bot.words(line(second)), /✔ Answered by Voice and Influence Officer: Red/);
    await bot.photograph(reminder, picture("11-two-answered"));
  });

  await check("what the board may ask is said with the receipt; the reason is typed into the same form, and kept", async () => {
    await reminder.getByText("It is recorded as it is. The board will see, and may ask:").waitFor();
    await reminder.getByRole("button", { name: "Say why, or change it" }).click();
    const change = bot.cards(`${second}: change your update`).last();
    await change.getByLabel(/^Your answer/).fill("The rota was cut; a bank of callers starts in January, otherwise families hear nothing.");
    await bot.photograph(change, picture("11-why"));
    await change.getByRole("button", { name: "Save" }).click();
    await reminder.getByText(/^Your answer: The rota was cut/).waitFor();
  });

  await check("history shows both", async () => {
    await historyHolds(scene, first, [typed, "Amber: On track, some concerns", "16 December 2022, Voice and Influence Officer", "The plan as imported"]);
    await bot.photograph(bot.cards(`${first}: what was said`), picture("12-history"));
    await historyHolds(scene, second, ["Calls to families stopped in the autumn.", "Red: No progress, major concerns", "Figure: 61%"]);
  });
}
