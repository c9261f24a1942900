import assert from "node:assert/strict";
import { historyHolds, type Scene } from "./scene.ts";

const [told, moved] = ["2.1.1-4", "2.1.1-5"] as const;

/** A lead simply writes; what is certain is recorded, what is not is asked. */
export async function writingInWords(scene: Scene): Promise<void> {
  const { bot, check, picture } = scene;
  const { page } = bot;

  await check("a typed sentence is recorded and shown back, and Undo takes it back", async () => {
    await bot.go("Personal Chat");
    await bot.say(`${told} amber, two of the three workshops were held because a trainer left; the third is booked, otherwise families wait until June`);
    const receipt = page
      .locator(".ac-adaptiveCard")
      .filter({ hasText: `Recorded for ${told}` })
      .last();
    await receipt.waitFor();
    await bot.photograph(receipt, picture("25-in-words"));
    await bot.photograph(receipt, picture("25-in-words-phone"), "phone");
    await receipt.getByRole("button", { name: "Undo" }).click();
    await page.getByText(`Your update on ${told} was taken back`).last().waitFor();
    await historyHolds(scene, told, ["two of the three workshops were held", "takes back the update of"]);
  });

  await check("what is doubtful is asked, with all that was typed, and recorded from there", async () => {
    await bot.say(`${told} nearly there, two of the three workshops were held`);
    const form = bot.cards(`${told}: your update`).last();
    await form.getByText("Which rating fits?").waitFor();
    const narrative = form.getByLabel(/^What has happened/).last();
    assert.equal(await narrative.inputValue(), "nearly there, two of the three workshops were held");
    await bot.photograph(form, picture("26-asked"));
    await bot.photograph(form, picture("26-asked-phone"), "phone");
    await form.getByRole("radio", { name: /^Green/ }).check();
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText(`Recorded for ${told}`).last().waitFor();
  });
}

/** A lead asks for more time and gives the reason; the board accepts it. */
export async function movingADate(scene: Scene): Promise<void> {
  const { bot, check, picture } = scene;

  await check("more time without its reason brings the form, and the request says what counts meanwhile", async () => {
    await bot.say(`${moved} need until end of March`);
    const form = bot.cards(`${moved}: ask for a new date`).last();
    await form.waitFor();
    await bot.photograph(form, picture("27-new-date"));
    await bot.photograph(form, picture("27-new-date-phone"), "phone");
    await form.getByLabel(/^Why/).last().fill("The focus group meets in February.");
    await form.getByRole("button", { name: /^Ask the / }).click();
    const asked = bot.cards(`New date asked for: ${moved}`).last();
    await asked.getByText(/Until .* decides/).waitFor();
    await bot.photograph(asked, picture("28-asked-for"));
    await bot.photograph(asked, picture("28-asked-for-phone"), "phone");
  });

  await check("who decides sees both dates, how far it moves and why, and accepts", async () => {
    await bot.say("dates");
    const card = bot.cards(`${moved}: a new date is asked for`).last();
    await card.getByText("The focus group meets in February.").waitFor();
    await bot.photograph(card, picture("29-decide"));
    await bot.photograph(card, picture("29-decide-phone"), "phone");
    await card.getByRole("button", { name: "Accept", exact: true }).click();
    const decided = bot.cards(`Decided: ${moved}`).last();
    await decided.waitFor();
    await bot.photograph(decided, picture("30-decided"));
    await historyHolds(scene, moved, ["The focus group meets in February.", "31 March 2023"]);
  });
}
