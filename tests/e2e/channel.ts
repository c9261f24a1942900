import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Scene } from "./scene.ts";

/** The steering group's channel is bound, asked in, and gets each of its digests once. */
export async function inTheChannel({ bot, check, picture }: Scene): Promise<void> {
  const { page } = bot;

  await check("the programme manager binds the channel and is told when digests come", async () => {
    await bot.go("Steering Group");
    await bot.post("use this channel");
    const answer = page.getByText("This is now the channel of Warwickshire Written Statement of Action").last();
    await answer.waitFor();
    assert.match(await bot.words(answer), /9 January 2023/);
    await page.screenshot({ path: picture("13-bound") });
  });

  await check("the summary shows every area with its bar, and the plan's counts in words", async () => {
    await bot.post("summary");
    const summary = bot.cards("Where the plan stands").last();
    await summary.waitFor();
    const words = await bot.words(summary);
    // 20, 38, 5, 0 and 9 as imported; two of Green were just answered, as Amber and as Red.
    for (const counts of ["72 measures, ", "20 (28%)", "36 (50%)", "6 (8%)", "1 (1%)", "9 (13%)"]) assert.ok(words.includes(counts), counts);
    for (const area of ["Blue 7 · Green 11 · Amber 2 · Red 1", "Blue 6 · Green 5 · Amber 1"]) assert.ok(words.includes(area), area);
    for (const area of [1, 2, 3, 4, 5]) assert.match(words, new RegExp(`^Area ${area}: `, "m"));
    assert.equal(await summary.locator('[style*="min-height: 16px"]').count(), 3 + 4 + 3 + 3 + 3); // a column for each rating that has a count
    // The Playground draws Teams' charts; what stands in for one elsewhere is columns like those of the areas.
    assert.match(words, /Whole plan\s+72\s+Area 1\s+15\s+Area 2\s+21/);
    await page.screenshot({ path: picture("14-summary-page") });
    await bot.photograph(summary, picture("14-summary"));
    await bot.photograph(summary, picture("14-summary-phone"), "phone");
  });

  await check("a chair's question in plain words is answered below it", async () => {
    await bot.post("how is area 2 doing?");
    const area = bot
      .cards(/^Area 2: /)
      .filter({ hasText: "Next dates" })
      .last();
    await area.waitFor();
    const words = await bot.words(area);
    for (const said of ["21 measures", "7 (33%)", "Not due yet", "Next dates"]) assert.ok(words.includes(said), said);
    await bot.photograph(area, picture("14-area"));
    await bot.photograph(area, picture("14-area-phone"), "phone");
  });

  await check("the plan on a page shows progress and impact side by side, and goes on at a press", async () => {
    await bot.post("on a page");
    const first = bot.cards("72 measures").last();
    await first.waitFor();
    await bot.photograph(first, picture("14-on-a-page-phone"), "phone");
    await first.getByRole("button", { name: "More ›" }).click();
    await page
      .getByText(/^\d\d to \d\d of 72$/)
      .last()
      .waitFor();
  });

  await check("what is overdue is listed with its leads", async () => {
    await bot.post("overdue 2");
    await bot
      .cards(/overdue$/)
      .last()
      .waitFor();
    await bot.photograph(bot.cards(/overdue$/).last(), picture("15-overdue"));
  });

  await check("a report asked for in the channel is offered one to one to whoever presses", async () => {
    await bot.post("report full");
    await page.getByRole("button", { name: /Word/ }).last().click();
    await page
      .getByText(/I have offered it to you one to one/)
      .last()
      .waitFor();
    await page.screenshot({ path: picture("15-report-page") });
  });

  await check("it is received as a Word file from the link that stands for an offer in the Playground", async () => {
    await bot.go("Personal Chat");
    const link = page.getByRole("link", { name: "warwickshire-full.docx" }).last();
    await link.waitFor();
    await page.screenshot({ path: picture("15-report-offered-page") });
    const download = await bot.download(link);
    assert.match(download.suggestedFilename(), /^warwickshire-full-2022-12-16\.docx$/);
    const parts = unzipSync(await readFile(await download.path()));
    assert.match(strFromU8(parts["word/document.xml"] ?? new Uint8Array()), /Warwickshire Written Statement of Action/);
    await bot.go("Steering Group");
  });

  await check("on its day the quarterly digest is posted in the channel", async () => {
    await bot.post("clock 2022-12-30"); // 2 January 2023 is a bank holiday
    await bot
      .cards(/^Full digest/)
      .first()
      .waitFor();
    await bot.photograph(bot.cards(/^Full digest/).first(), picture("16-full-report"));
  });

  await check("on its day the exception digest is posted, and each came once", async () => {
    await bot.post("clock 2023-01-09");
    await bot
      .cards(/^Exception digest/)
      .first()
      .waitFor();
    await bot.post("clock tomorrow");
    await page.getByText("It is now 09:00 on 10 January 2023").waitFor();
    await bot.go("Personal Chat");
    await bot.cards("Your updates, please").nth(1).waitFor(); // what was owed by now has gone out
    await bot.go("Steering Group");
    assert.equal(await bot.cards(/^Full digest/).count(), 1);
    assert.equal(await bot.cards(/^Exception digest/).count(), 1);
    await page.screenshot({ path: picture("17-exception-page") });
    await bot.photograph(bot.cards(/^Exception digest/), picture("17-exception"));
    await bot.photograph(bot.cards(/^Exception digest/), picture("17-exception-phone"), "phone");
  });
}
