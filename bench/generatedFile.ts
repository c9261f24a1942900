import { writeXlsx } from "../src/reports/writeXlsx.ts";

const headings = ["Area", "Action ref", "Action", "Lead", "Resources", "Evidence of success", "Impact measure", "When", "RAG", "Progress", "Notes"];
const ratings = ["Green", "Amber", "Red", "Blue", "Green"];
const months = ["January", "March", "May", "July", "September", "November"];

/**
 * A plan as an .xlsx: five areas, an impact measure a row, five of them an action; about as many words in a cell as
 * councils write, some 360 distinct dates and 120 ways of naming leads.
 *
 * @param rows - measures
 * @param round - the file as it comes again later: with each round a tenth of the narratives and a hundredth of the dates differ
 */
export async function generatedFile(rows: number, round = 0): Promise<Uint8Array> {
  const lines = Array.from({ length: rows }, (_, n) => lineOf(n, round));
  return writeXlsx([{ name: "Plan", header: 0, rows: [headings, ...lines] }]);
}

function lineOf(n: number, round: number): string[] {
  const area = (n % 5) + 1;
  const action = Math.floor(n / 25) + 1;
  const isNewsworthy = round > 0 && (n + round) % 10 === 0;
  const isMoved = round > 0 && (n + round) % 100 === 0;
  return [
    `Area ${area}`,
    `${area}.${action}`,
    `Shorten wait number ${action} for families of area ${area}, together with those who wait, and say openly how long it still is.`,
    leadsOf(action),
    "Existing resources of both organisations; one more post from the transformation fund.",
    `Fewer families of group ${n % 50} say that they wait without knowing why; the panel has seen the figures of each quarter.`,
    `Longest wait of pathway ${n} is at most ${(n % 40) + 10} weeks, and nine of ten families were told in time.`,
    isMoved ? `31 December ${2025 + round}` : dateOf(n),
    ratings[n % ratings.length] ?? "",
    `${isNewsworthy ? `News of round ${round}. ` : ""}The longest wait of pathway ${n} was ${(n % 60) + 12} weeks in the last month. ${"Further clinics were held and the list was checked with families. ".repeat(3)}`,
    n % 3 === 0 ? `Seen by the panel as item ${n}.` : "",
  ];
}

function dateOf(n: number): string {
  const year = 2023 + (n % 3);
  const [month = "", later = ""] = [months[n % 6], months[(n + 1) % 6]];
  if (n % 7 === 0) return `${month} ${year}: ${n % 20} weeks; ${later} ${year + 1}: 13 weeks`;
  if (n % 11 === 0) return "Ongoing";
  return n % 2 === 0 ? `${(n % 28) + 1} ${month} ${year}` : `End of ${month} ${year}`;
}

function leadsOf(action: number): string {
  const [first, second] = [(action % 30) + 1, (action % 4) + 1];
  return `Service manager ${first} (WCC), Commissioner ${second} (ICB)`;
}
