import type { Deed, Part } from "../../src/domain/permission.ts";

/** Who may do what, as the plan's people would be told. */
const table = `
                lead  deputy  sro  manager  chair  vice chair  member  substitute  reader  nobody
read            yes   yes     yes  yes      yes    yes         yes     yes         yes     -
answer          yes   yes     yes  yes      -      -           -       -           -       -
answerForOthers -     -       -    yes      -      -           -       -           -       -
signOff         -     -       -    yes      yes    yes         yes     yes         -       -
oversee         -     -       -    yes      yes    yes         yes     yes         -       -
decideDates     -     -       yes  yes      yes    yes         yes     yes         -       -
confide         -     -       -    yes      yes    yes         -       -           -       -
manage          -     -       -    yes      -      -           -       -           -       -
`;

const [heading = [], ...rows] = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s{2,}|(?<=^\w+) /));

export const parts = heading as readonly (Part | "nobody")[];
export const deeds = rows.map(([deed]) => deed) as readonly Deed[];

/** @throws RangeError for a deed the table has not */
export function mayByTable(part: Part | "nobody", deed: Deed): boolean {
  const row = rows.find(([named]) => named === deed);
  if (!row) throw new RangeError(`nobody has said who may ${deed}`);
  return row[parts.indexOf(part) + 1] === "yes";
}
