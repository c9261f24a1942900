import { expect, test } from "@jest/globals";
import { askedOne, askedSeveral, heard } from "./saidInShort.ts";

test.each([
  ["2.1.1-1\ngreen\n154 of 190 staff trained", '2.1.1-1 Green "154 of 190 staff trained" [154 of 190]'],
  ["> Your updates, please: 2.1.1-1\nAmber, recruitment delayed until March", '2.1.1-1 Amber "recruitment delayed until March"'],
  ["<blockquote>1.1.1-1 Longest wait</blockquote>green, both posts filled", '1.1.1-1 Green "both posts filled"'],
  ["> 2.1.1-1 Train all staff\n> 2.2.1-5 Plans in time\n\namber, two posts vacant", 'which? 2.1.1-1|2.2.1-5 Amber "two posts vacant"'],
  [
    "2.1.1-1: green, all trained\n2.2.1-5: amber, two posts vacant\n5.1.2-2: same",
    '2.1.1-1 Green "all trained" + 2.2.1-5 Amber "two posts vacant" + 5.1.2-2 same as 2.2.1-5? "same"',
  ],
  ["1. green\n2. amber", '2.2.1-5 rating? "1. green\\n2. amber"'],
  ["Green\n\nBoth posts are filled.\n\nThanks\nSam", '2.2.1-5 Green "Both posts are filled."'],
  ["2.1.1-1 green both posts filled\nsame for 5.1.2-2", '2.1.1-1 Green "both posts filled" + 5.1.2-2 same as 2.1.1-1? "same for"'],
  [
    "Hi\n\nAmber\nRecruitment is slow and two posts are vacant\n\nKind regards\nSam Okoro\nSent from my iPhone",
    '2.2.1-5 Amber "Recruitment is slow and two posts are vacant"',
  ],
  [
    "2.1.1-1\nGreen\nAll staff trained\n\n2.2.1-5\nAmber\nTwo posts vacant\nHelp: agency budget",
    '2.1.1-1 Green "All staff trained" + 2.2.1-5 Amber "Two posts vacant" help: agency budget',
  ],
  ["Rating: amber\nUpdate: two posts vacant\nFigure: 64%\nHelp: agency", '2.2.1-5 Amber "two posts vacant" [64%] help: agency'],
  ["• 2.1.1-1 green, all trained\n• 2.2.1-5 – amber – two posts vacant", '2.1.1-1 Green "all trained" + 2.2.1-5 Amber "two posts vacant"'],
])("in several lines, %j is heard as %s", (words, understood) => {
  expect(heard(words, askedOne)).toBe(understood);
});

test.each([
  ["2.1.1-1 green 154 of 190 staff trained", '2.1.1-1 Green "154 of 190 staff trained" [154 of 190]'],
  ["Amber, recruitment delayed until March", 'which? 2.1.1-1|2.2.1-5 Amber "recruitment delayed until March"'],
  ["done", 'which? 2.1.1-1|2.2.1-5 Blue ""'],
  ["all on track", 'which, all? 2.1.1-1|2.2.1-5 Green ""'],
  ["both green", 'which, all? 2.1.1-1|2.2.1-5 Green ""'],
  ["not mine, it's the SENCO lead's", "not mine 2.1.1-1|2.2.1-5: SENCO lead"],
  ["need until end of January", "time 2.1.1-1|2.2.1-5 until end of January ()"],
  ["nearly there", 'which? 2.1.1-1|2.2.1-5 "nearly there"'],
  ["green", 'which? 2.1.1-1|2.2.1-5 Green ""'],
  ["2.1.1 green all staff trained", 'which? 2.1.1-1|2.1.1-2 Green "all staff trained"'],
  ["9.9.9-9 green all staff trained", 'which, not 9.9.9-9? 6 refs Green "all staff trained"'],
  ["as last month", 'which? 2.1.1-1|2.2.1-5 "as last month"'],
  ["same as above for 5.1.2-2", '5.1.2-2 same? "same as above for"'],
  ["we got 71 percent", 'which? 2.1.1-1|2.2.1-5 "we got 71 percent" [71 percent]'],
  ["1. green\n2. amber", 'which? 2.1.1-1|2.2.1-5 "1. green\\n2. amber"'],
  ["ok", "nod"],
  ["asdf", 'unsure 2.1.1-1|2.2.1-5 "asdf"'],
  ["2.1.1-1 green, 2.2.1-5 no change", '2.1.1-1 why? Green "" + 2.2.1-5 same? "no change"'],
  ["all of them are green, nothing slipped", 'which, all? 2.1.1-1|2.2.1-5 Green "nothing slipped"'],
  ["2.1.1-1 amber two posts vacant. Blocked by 2.2.1-5", '2.1.1-1 Amber "two posts vacant. Blocked by 2.2.1-5"'],
])("asked about two measures, %j is heard as %s", (words, understood) => {
  expect(heard(words, askedSeveral)).toBe(understood);
});
