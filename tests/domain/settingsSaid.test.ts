import { expect, test } from "@jest/globals";
import { defaultSettings } from "../../src/domain/defaultSettings.ts";
import { isQuiet } from "../../src/domain/isQuiet.ts";
import { day } from "../../src/domain/localDate.ts";
import { settingsInWords } from "../../src/domain/settingsInWords.ts";
import { settingsSaid } from "../../src/domain/settingsSaid.ts";
import { weekdays } from "../support/makePlan.ts";

const before = defaultSettings(day("2022-11-21"), weekdays);

test.each([
  ["reminders 21, 14, 3", { leadTimes: [21, 14, 3] }, "Leads are reminded 21, 14 and 3 days before a date."],
  ["reminders 3 and 14 days before", { leadTimes: [14, 3] }, "Leads are reminded 14 and 3 days before a date."],
  ["Reminder 7, 1, 0", { leadTimes: [7, 1, 0] }, "Leads are reminded 7 and 1 days before a date and on the day."],
  ["reminders 1", { leadTimes: [1] }, "Leads are reminded 1 day before a date."],
  ["chase 14 days", { chaseEveryDays: 14 }, "Once a date has gone by they are asked again every 14 days."],
  ["chase 1", { chaseEveryDays: 1 }, "Once a date has gone by they are asked again every day."],
  [
    "patience 15 working days",
    { patience: 15 },
    "After 15 working days of silence over an overdue measure the area’s senior responsible officer is told, after 30 the chair.",
  ],
  ["quiet 18:00-08:00", { quiet: { from: "18:00", to: "08:00" } }, "Between 18:00 and 08:00 nothing is sent that nobody waits for; answers come at once."],
  ["quiet from 6pm to 8am", { quiet: { from: "18:00", to: "08:00" } }, "Between 18:00 and 08:00 nothing is sent that nobody waits for; answers come at once."],
  ["quiet none", { quiet: undefined }, "There are no quiet hours: what could not be sent at the plan’s hour may come at any time of day."],
  ["speaks at 8.30", { speaksAt: "08:30" }, "Reminders and digests go out at 08:30, on working days."],
  [
    "escalate to the Health and Wellbeing Board",
    { escalatesTo: { kind: "words", words: "the Health and Wellbeing Board" } },
    "Above the chair the Health and Wellbeing Board gets a list, which a programme manager forwards.",
  ],
  ["escalate the board", { escalatesTo: { kind: "role", role: "board" } }, "Above the chair the board is told."],
  ["dates decided by the board", { datesDecidedBy: "board" }, "New dates are decided by the board."],
  ["escalate nobody", { escalatesTo: undefined }, "Nobody above the chair is told."],
] as const)("%j is understood, and told back as what it means", (words, change, meaning) => {
  const { name, settings } = settingsSaid(before, words);

  expect(settings).toEqual({ ...before, ...change });
  expect(settingsInWords(settings)[name].meaning).toBe(meaning);
});

test.each([
  ["reminders soon", "Write up to 6 numbers of days before a date"],
  ["reminders -3", "Write up to 6 numbers of days before a date"],
  ["reminders 1,2,3,4,5,6,7", "Write up to 6 numbers"],
  ["reminders 400", "Write up to 6 numbers"],
  ["patience 0", "Write whole days, 1 to 60"],
  ["patience 2.5", "Write whole days"],
  ["chase", "Write whole days"],
  ["quiet 18:00", "Write from when to when"],
  ["quiet 25:00-08:00", "Write from when to when"],
  ["quiet 08:00-08:00", "Write from when to when"],
  ["speaks early", "Write a time of day"],
  ["escalate", "Write who is told above the chair"],
  ["dates soon", "Write who decides on new dates"],
  ["colour blue", "I can set reminders, chase, patience, quiet, speaks, dates, escalate"],
])("%j is refused in words that say how it is written", (words, sentence) => {
  expect(() => settingsSaid(before, words)).toThrow(sentence);
});

test.each([
  [undefined, "03:00", false],
  [{ from: "18:00", to: "08:00" }, "17:59", false],
  [{ from: "18:00", to: "08:00" }, "18:00", true],
  [{ from: "18:00", to: "08:00" }, "00:00", true],
  [{ from: "18:00", to: "08:00" }, "07:59", true],
  [{ from: "18:00", to: "08:00" }, "08:00", false],
  [{ from: "12:00", to: "13:00" }, "12:30", true],
  [{ from: "12:00", to: "13:00" }, "13:00", false],
])("quiet hours %j at %s: %s", (quiet, time, expected) => {
  expect(isQuiet({ quiet }, time)).toBe(expected);
});
