import { challengeForBoard } from "../domain/challenge/challenge.ts";
import { lastDate } from "../domain/duePhrase.ts";
import type { FigureChange } from "../domain/figureChange.ts";
import type { MattersHistory } from "../domain/matters.ts";
import type { Measure } from "../domain/measure.ts";
import type { Person } from "../domain/person.ts";
import type { Plan } from "../domain/plan.ts";
import { figureSaidInWords } from "../domain/readFigureChange.ts";
import type { RiskChange } from "../domain/risk.ts";
import type { Update } from "../domain/update.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";
import type { ExportTable } from "./exportTable.ts";

const headings = {
  Updates: [
    "Ref",
    "No",
    "What",
    "At",
    "By",
    "Rating",
    "Narrative",
    "Figure",
    "What would help",
    "Via",
    "On behalf of",
    "In place of",
    "Impact",
    "Risk",
    "What is done about it",
    "Evidence",
    "Challenged",
    "Their answer",
  ],
  Dates: ["Ref", "Due", "Due as written", "Due at first", "Due at first, as written", "Moves", "What moved it"],
  People: ["Lead or role", "Area", "Name", "Email", "Object id"],
  Risks: ["Risk", "No", "Measure", "What", "At", "By", "Risk in words", "Owner", "What is done about it", "Why"],
  Figures: ["Ref", "No", "What", "At", "By", "Figures", "Why", "In answer to"],
} as const;

type RecordName = keyof typeof headings;

/** Sheets an export adds to the plan's own: every update, the dates, and who is who. An import passes them over. */
export function recordTables(plan: Plan, history: readonly Update[], people: readonly Person[], { figures = [], risks = [] }: MattersHistory): ExportTable[] {
  const all = everMeasuresOf(plan);
  const known = new Map(people.map((person) => [person.objectId, person]));
  return [
    table("Updates", history.map(updateRow)),
    table("Dates", all.map(dateRow)),
    table("People", peopleRows(plan, all, known)),
    table("Figures", figures.map(figureRow)),
    table("Risks", risks.map(riskRow)),
  ];
}

/** Whether a sheet is one of those, by its name and its first headings; later releases may add to them. */
export function isRecordSheet(name: string, firstRow: readonly string[]): boolean {
  const own = Object.entries(headings).find(([record]) => record === name)?.[1];
  return own?.slice(0, fewestHeadings).every((heading, at) => firstRow[at] === heading) ?? false;
}
const fewestHeadings = 5;

function table(name: RecordName, rows: string[][]): ExportTable {
  return { name, rows: [[...headings[name]], ...rows], header: 0 };
}

const what = { report: "reported", withdrawal: "took back", signOff: "signed off", sentBack: "sent back", reopening: "reopened" } as const;

function updateRow(update: Update): string[] {
  const { ref, kind, at, by, rating, narrative, figure, help, via, onBehalfOf, amends, id } = update;
  const { impact, risk, mitigation, evidence = [], challenges = [], why } = update;
  const report = [rating, narrative, figure?.asWritten, help, via, onBehalfOf, amends, impact, risk, mitigation];
  const addresses = evidence.map(({ address }) => address).join("\n");
  return [ref, id, what[kind], at, by.name, ...report.map((one) => one ?? ""), addresses, challenges.map(challengeForBoard).join("\n"), why ?? ""];
}

function dateRow({ ref, due, dateMoves = [], withdrawnOn }: Measure): string[] {
  const first = dateMoves[0]?.from ?? due;
  const moves = dateMoves.map(({ on, from, reason }) => `${on}, from “${from.asWritten}”: ${reason}`);
  const withdrawn = withdrawnOn ? [`${withdrawnOn}, withdrawn from the plan`] : [];
  return [ref, lastDate(due) ?? "", due.asWritten, lastDate(first) ?? "", first.asWritten, String(dateMoves.length), [...moves, ...withdrawn].join("\n")];
}

/** What a row leaves as it was is left blank. */
function riskRow({ risk, id, at, by, change }: RiskChange): string[] {
  if ("reason" in change) return [risk, id, "", change.kind, at, by.name, "", "", "", change.reason];
  const { kind, words, owner = "", mitigation = "" } = change;
  return [risk, id, kind === "raised" ? change.ref : "", kind, at, by.name, words, owner, mitigation, ""];
}

const figureDeeds = { proposal: "proposed", setting: "set", agreement: "agreed", refusal: "not agreed" } as const;

function figureRow({ ref, id, kind, at, by, said, reason, answers }: FigureChange): string[] {
  return [ref, id, figureDeeds[kind], at, by.name, said.map(figureSaidInWords).join("\n"), reason, answers ?? ""];
}

function peopleRows(plan: Plan, measures: readonly Measure[], known: ReadonlyMap<string, Person>): string[][] {
  const about = (objectId: string) => [known.get(objectId)?.name ?? "", known.get(objectId)?.email ?? "", objectId];
  const leads = [...new Set(measures.flatMap((measure) => measure.leads))];
  const linked = leads.flatMap((lead) => {
    const links = plan.links.filter((link) => link.lead === lead);
    return links.length > 0 ? links.map(({ objectId }) => [lead, "", ...about(objectId)]) : [[lead, "", "", "", ""]];
  });
  return [...linked, ...plan.roles.map(({ role, area, standsFor, objectId }) => [role, area ?? standsFor ?? "", ...about(objectId)])];
}
