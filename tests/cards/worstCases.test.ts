import { describe, expect, test } from "@jest/globals";
import { agendaCard, agendaInWords } from "../../src/cards/agendaCard.ts";
import { areaSummaryCard } from "../../src/cards/areaSummaryCard.ts";
import { askListCard, linesPerPage, mayName } from "../../src/cards/askListCard.ts";
import type { Card } from "../../src/cards/card.ts";
import { cardButton } from "../../src/cards/cardButton.ts";
import { changesCard } from "../../src/cards/changesCard.ts";
import { checkCard } from "../../src/cards/checkCard.ts";
import { dateDecisionCard } from "../../src/cards/dateDecisionCard.ts";
import { dateFormCard } from "../../src/cards/dateFormCard.ts";
import { dateNewsCard } from "../../src/cards/dateNewsCard.ts";
import { datesCard } from "../../src/cards/datesCard.ts";
import { digestCard } from "../../src/cards/digestCard.ts";
import { draftCard } from "../../src/cards/draftCard.ts";
import { dueCard } from "../../src/cards/dueCard.ts";
import { exceptionsCard } from "../../src/cards/exceptionsCard.ts";
import { figureDecisionCard } from "../../src/cards/figureDecisionCard.ts";
import { figureFormCard } from "../../src/cards/figureFormCard.ts";
import { formCard } from "../../src/cards/formCard.ts";
import { foundHistoryCard } from "../../src/cards/foundHistoryCard.ts";
import { heardCard } from "../../src/cards/heardCard.ts";
import { historyCard } from "../../src/cards/historyCard.ts";
import { importCard } from "../../src/cards/importCard.ts";
import { importColumnsCard } from "../../src/cards/importColumnsCard.ts";
import { importChangesCard, importProblemsCard } from "../../src/cards/importListCard.ts";
import { importWhichCard } from "../../src/cards/importWhichCard.ts";
import { kpiCard } from "../../src/cards/kpiCard.ts";
import { laterCard } from "../../src/cards/laterCard.ts";
import { askedAtOnce } from "../../src/cards/listToken.ts";
import { lookOverCard } from "../../src/cards/lookOverCard.ts";
import { noticeCard } from "../../src/cards/noticeCard.ts";
import { onAPageCard } from "../../src/cards/onAPageCard.ts";
import { overdueCard } from "../../src/cards/overdueCard.ts";
import { peopleCard } from "../../src/cards/peopleCard.ts";
import { reasonCard } from "../../src/cards/reasonCard.ts";
import { receiptCard } from "../../src/cards/receiptCard.ts";
import { riskFormCard } from "../../src/cards/riskFormCard.ts";
import { risksCard } from "../../src/cards/risksCard.ts";
import { signOffCard } from "../../src/cards/signOffCard.ts";
import { type SilenceRow, silenceCard } from "../../src/cards/silenceCard.ts";
import { summaryCard } from "../../src/cards/summaryCard.ts";
import { undeliveredCard } from "../../src/cards/undeliveredCard.ts";
import { unlinkedCard } from "../../src/cards/unlinkedCard.ts";
import { updateFormCard } from "../../src/cards/updateFormCard.ts";
import type { TypedAnswer } from "../../src/domain/answerForm.ts";
import type { AskLine } from "../../src/domain/askLine.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import type { AreaSummary, OverdueMeasure, PlanSummary } from "../../src/domain/summary.ts";
import { makeUpdate } from "../support/makePlan.ts";
import { item, proposal, release, signOffList } from "./completionExamples.ts";
import {
  challenged,
  figureDecision,
  figureForm,
  kpi,
  lines,
  list,
  narrative,
  nonce,
  onAPageRows,
  plan,
  planTitle,
  rating,
  receipt,
  riskForm,
  riskRow,
  silence,
  summary,
  overdue as twoOverdue,
  waitingDate,
} from "./exampleCards.ts";
import { nodesOf, shown, textsOf } from "./readCard.ts";

const waiting = { pending: nonce, plan, planTitle, fileNames: ["plan.xlsx"], page: 2 };
const offer = { ...waiting, changes: 3, problems: 5_000, keptFromChat: 2, hasColumns: true, mayBeOther: true, waitsUntil: "28 November 2022", news: "News." };
const many = (count: number) => Array.from({ length: count }, (_, i) => i);
const long = "One long measure *with stars* about families’ waits. ".repeat(10);
const longest: AskLine = {
  ...(lines[1] as AskLine),
  words: long,
  due: { kind: "undated", asWritten: long },
  moved: { original: { kind: "undated", asWritten: long }, moves: 12 },
  asked: { kind: "undated", asWritten: long },
  openAgain: makeUpdate("000002", { kind: "sentBack", narrative: long }),
};
const longDate = { ...waitingDate, words: long, reason: long.repeat(3), asked: { kind: "undated", asWritten: long } as const };
const overdue = many(300).map(
  (i): OverdueMeasure => ({ ...(twoOverdue[0] as OverdueMeasure), ref: `1.${i}`, words: long, leads: [long, long], daysOverdue: 300 - i }),
);
const [area] = summary.areas as [AreaSummary];
const crowded: PlanSummary = { ...summary, areas: many(12).map((i) => ({ ...area, ref: `Area ${i + 1}`, overdue: overdue.slice(i * 25, i * 25 + 25) })) };
const manyAreas: PlanSummary = { ...summary, areas: many(60).map((i) => ({ ...area, ref: `Area ${i + 1}`, title: long, sros: [long] })) };

function listOf(refs: string[]): Card {
  const perPage = linesPerPage(refs);
  return askListCard({
    planTitle,
    plan,
    heading: "60 measures need your update",
    why: long,
    lines: refs.slice(0, perPage).map((ref) => ({ ...longest, ref })),
    list: { ...list, refs, page: 2 },
    pages: 9,
    totals: { lines: 60, answered: 3 },
    receipt: { ...receipt, ...worstAnswer },
  });
}

const address = (n: number) => `https://council.sharepoint.com/${n}/${"x".repeat(560)}`;
const worstAnswer = {
  narrative: long.repeat(20),
  help: long,
  risk: long,
  mitigation: long,
  why: long,
  impact: rating("Amber"),
  evidence: many(5).map((n) => ({ kind: "file" as const, name: long.slice(0, 100), address: address(n) })),
  challenges: [...challenged.challenges, ...challenged.challenges].slice(0, 7),
};

function form(typed: TypedAnswer): Card {
  const refs = many(60).map((i) => `1.2.${i}-1`);
  return updateFormCard({
    planTitle,
    plan,
    line: longest,
    details: { iStatement: long, evidence: long, leads: [long] },
    scheme: bragScheme,
    target: long,
    nonce,
    list: { ...list, refs },
    asksImpact: true,
    challenges: challenged.challenges,
    typed,
  });
}

const most = many(askedAtOnce).map((i) => `1.2.${i}-1`);
const sixty = many(60).map((i) => `${i}`.padEnd(30, "x"));
const entry = { on: "21 November 2022", by: "Sam Field", ratingLabel: "Green", narrative: long.repeat(10) };
const exceptions = many(80).map((i) => ({
  ref: `1.${i}`,
  area: "Area 1",
  words: long,
  leads: [long],
  rating: rating("Red"),
  why: "82 days overdue",
  challenges: [long, long],
  reason: long,
}));

describe("is still small enough to be sent", () => {
  test.each<[string, () => Card]>([
    ["a list of 60 measures", () => listOf(many(60).map((i) => `1.2.${i}-1`))],
    ["a list of 60 references as long as are named", () => listOf(many(60).map((i) => `${i}`.padEnd(25, "x")))],
    ["a form with 20,000 typed characters", () => form({ narrative: long.repeat(40).slice(0, 20_000), help: long.repeat(40).slice(0, 20_000) })],
    ["a form typed full of three-byte characters", () => form({ narrative: "漢".repeat(20_000), help: "漢".repeat(20_000) })],
    [
      "a form with every box typed full, and five files",
      () => {
        const box = "漢".repeat(20_000);
        return form({ ...{ narrative: box, figure: box, help: box, risk: box, mitigation: box, why: box, link: box }, files: worstAnswer.evidence });
      },
    ],
    ["a receipt with all there can be", () => receiptCard({ planTitle, plan, receipt: { ...receipt, ...worstAnswer }, list: { ...list, refs: sixty } })],
    [
      "twenty receipts with all there can be",
      () =>
        heardCard({
          ...{ planTitle, plan, questions: [], notes: [] },
          receipts: many(20).map(() => ({ ...receipt, ...worstAnswer })),
          list: { ...list, refs: sixty },
        }),
    ],
    [
      "a page of history with all there can be",
      () =>
        historyCard({
          ...{ plan, planTitle, ref: "1", words: long, dueAsWritten: long, page: 2, pages: 3, canUpdate: true, list: { ...list, refs: sixty } },
          entries: many(5).map(() => ({ ...entry, ...worstAnswer, impactLabel: "Amber" })),
        }),
    ],
    ["a summary with 300 overdue in 12 areas", () => summaryCard({ summary: crowded, scheme: bragScheme })],
    [
      "an area with 300 overdue and 300 releases",
      () =>
        areaSummaryCard({
          summary: crowded,
          area: { ...area, overdue, released: 300, releases: many(300).map(() => ({ ...release, ref: long, reason: long })) },
          scheme: bragScheme,
        }),
    ],
    ["an area with 300 overdue", () => areaSummaryCard({ summary: crowded, area: { ...area, overdue }, scheme: bragScheme })],
    [
      "an area in which 300 measures are overdue, ahead, in need of help and unanswered, with 100 outcomes",
      () =>
        areaSummaryCard({
          summary: crowded,
          area: {
            ...{
              ...area,
              overdue,
              outcomes: many(100).map(() => long),
              challenged: overdue.map(({ ref }) => ref),
              proposedComplete: overdue.map(({ ref }) => ref),
            },
            ahead: overdue.map(({ ref, words, leads, dueOn }) => ({ ref, area: "Area 1", words, leads, on: dueOn, target: long })),
            help: overdue.map(({ ref, dueOn }) => ({ ref, help: long, on: dueOn })),
          },
          scheme: bragScheme,
          changed: `Since ${long}`,
          silent: many(300).map(() => ({ lead: long, measures: overdue.map(({ ref, dueOn }) => ({ ref, since: dueOn })) })),
        }),
    ],
    ["500 measures on a page", () => onAPageCard({ planTitle, heading: long, asOf: summary.asOf, rows: onAPageRows(500, long), words: "on a page" })],
    [
      "500 dates to come",
      () =>
        dueCard({
          ...{ planTitle, asOf: summary.asOf, words: "due" },
          dates: many(500).map((n) => ({ ref: `1.${n}`, area: "Area 1", words: long, leads: [long, long], on: summary.asOf, target: long })),
        }),
    ],
    ["300 overdue", () => overdueCard({ words: "overdue", title: planTitle, asOf: summary.asOf, overdue })],
    [
      "a full digest with 80 exceptions",
      () => digestCard({ kind: "full", summary: crowded, scheme: bragScheme, on: summary.asOf, late: true, exceptions, more: 5 }),
    ],
    [
      "300 measures with figures",
      () =>
        kpiCard({
          planTitle,
          heading: long,
          about: long,
          kpis: many(300).map((i) => ({ ...kpi, ref: `1.${i}`, words: long, baseline: long, trajectory: many(40).map(() => ({ target: long })) })),
          words: "kpi 1",
        }),
    ],
    [
      "300 risks",
      () =>
        risksCard({
          planTitle,
          heading: long,
          about: long,
          risks: many(300).map(() => ({ ...riskRow, title: long, words: long, lines: [long, long, long] })),
          words: "risks",
        }),
    ],
    [
      "a form for a risk, typed full",
      () => {
        const typed = "漢".repeat(20_000);
        const news = { sentence: long, lines: many(9).map(() => long) };
        return riskFormCard({ ...riskForm, measure: long, typed: { words: typed, owner: typed, mitigation: typed, reason: typed }, news });
      },
    ],
    [
      "a form for figures, typed full",
      () =>
        figureFormCard({
          ...figureForm,
          words: long,
          facts: [long, long],
          boxes: many(13).map((i) => ({ id: `step${i}`, label: "Target by 30 September 2022", value: "漢".repeat(20_000), fault: long })),
          more: "漢".repeat(20_000),
          reason: "漢".repeat(20_000),
          onBehalfOf: long,
          news: { sentence: long, lines: many(9).map(() => long) },
        }),
    ],
    [
      "a decision on figures, typed full",
      () => figureDecisionCard({ ...figureDecision, words: long, facts: many(30).map(() => long), comment: "漢".repeat(20_000), more: 9 }),
    ],
    [
      "a long history of a person",
      () =>
        foundHistoryCard({
          plan,
          planTitle,
          about: long,
          entries: many(5).map((i) => ({ ...entry, ref: `1.1.${i}-1`, help: long.repeat(3), note: long })),
          total: 900,
          words: long.slice(0, 200),
          page: 2,
          pages: 180,
        }),
    ],
    [
      "a long history",
      () => historyCard({ plan, planTitle, ref: "1", words: long, dueAsWritten: long, entries: many(30).map(() => entry), page: 2, pages: 3, canUpdate: true }),
    ],
    [
      "when to be asked again, of a list of 60",
      () =>
        laterCard({
          planTitle,
          plan,
          about: long,
          list: { ...list, refs: many(60).map((i) => `${i}`.padEnd(30, "x")) },
          nonce,
          date: "漢".repeat(2_000),
          fault: long,
          onlyLast: true,
        }),
    ],
    [
      "300 that nobody answers for, with a list to forward",
      () =>
        silenceCard({
          ...silence,
          intro: long,
          rows: many(300).map(() => ({ ...(silence.rows[0] as SilenceRow), title: long, lines: [long, long, long] })),
          quote: { title: long, words: "漢".repeat(20_000) },
        }),
    ],
    ["300 dates that wait", () => datesCard({ planTitle, plan, waiting: many(300).map((i) => ({ ...longDate, ref: `1.${i}` })) })],
    [
      "a decision on a date, typed full",
      () => dateDecisionCard({ planTitle, plan, waiting: longDate, nonce, more: 9, typed: { otherDate: long, comment: "漢".repeat(20_000) } }),
    ],
    [
      "a form for a date, typed full, from a list of 60",
      () =>
        dateFormCard({
          ...longDate,
          planTitle,
          plan,
          nonce,
          due: { kind: "milestones", steps: many(40).map(() => ({ on: summary.asOf, label: long })), asWritten: long },
          list: { ...list, refs: many(60).map((i) => `${i}`.padEnd(30, "x")) },
          typed: { date: long, reason: "漢".repeat(20_000) },
        }),
    ],
    ["a sentence with all that a form can hold", () => noticeCard({ heading: "This was not saved", body: "漢".repeat(30_000) })],
    [
      "300 decided dates",
      () => {
        const quote = { title: "What you wrote was not kept", words: "漢".repeat(20_000) };
        return dateNewsCard({ planTitle, heading: long, entries: many(300).map(() => ({ title: long, lines: [long.repeat(9)] })), quote, buttons: [] });
      },
    ],
    [
      "a page of 300 proposed complete with long words, all just decided",
      () =>
        signOffCard({
          ...signOffList,
          proposals: many(6).map((i) => ({
            ...proposal,
            ref: `1.2.${i}-1`.padEnd(30, "x"),
            words: long,
            narrative: "漢".repeat(4_000),
            evidence: long,
            by: long.slice(0, 100),
            onBehalfOf: long,
          })),
          page: 2,
          pages: 50,
          total: 300,
          outcomes: many(6).map((i) => ({
            kind: "done",
            title: `1.2.${i} is signed off`,
            lines: [long.repeat(3)],
            undo: { title: "Undo", data: { verb: "undoSignOff", plan, ref: `1.2.${i}`, nonce, update: "000001" } },
          })),
        }),
    ],
    [
      "a reason, typed full",
      () =>
        reasonCard({
          planTitle,
          heading: "1",
          words: long,
          facts: many(3).map(() => long.repeat(9)),
          news: { sentence: "It changed.", lines: many(9).map(() => long) },
          label: "Why?",
          placeholder: "",
          reason: "漢".repeat(20_000),
          store: { title: "Send", data: { verb: "sendBack", plan, ref: "1", nonce, basis: "000001", page: 1 } },
          buttons: [],
        }),
    ],
    [
      "a narrative to look over, typed full",
      () => lookOverCard({ ...narrative, words: long, narrative: "漢".repeat(20_000), instead: "漢".repeat(20_000), done: long, fault: long }),
    ],
    [
      "300 decisions that wait",
      () =>
        agendaCard({ planTitle, heading: agendaInWords(300, 0), items: many(300).map((i) => ({ ...item, ref: `1.${i}`, words: long, lines: [long, long] })) }),
    ],
    [
      "500 changes",
      () =>
        changesCard({
          ...{ planTitle, since: long.slice(0, 60), inShort: long },
          changes: many(500).map((i) => ({ ref: `1.${i}`, area: "1", words: long, did: { kind: "moved" }, reason: long })),
        }),
    ],
    [
      "500 exceptions",
      () =>
        exceptionsCard({
          planTitle,
          asOf: summary.asOf,
          exceptions: many(7)
            .flatMap(() => exceptions)
            .slice(0, 500),
          changed: long,
        }),
    ],
    [
      "500 messages that need a decision",
      () =>
        undeliveredCard({
          ...{ planTitle, plan },
          deliveries: many(500).map((i) => ({ key: `${i}-${"k".repeat(500)}`, to: long, what: long, why: long.repeat(9), maybeArrived: true })),
          waiting: many(500).map(String),
        }),
    ],
    [
      "something said in words that could be of any of the measures asked about at once",
      () =>
        draftCard({
          ...{ planTitle, heading: long, question: long, notes: [long] },
          measures: most.map((ref) => ({ ref, words: long })),
          go: { verb: "saveDraft", plan, nonce, among: most, bases: Object.fromEntries(most.map((ref) => [ref, "000001"])) },
          asks: { kind: "update", scheme: bragScheme, narrative: "漢".repeat(20_000), help: long },
        }),
    ],
    ["a summary of 60 areas", () => summaryCard({ summary: manyAreas, scheme: bragScheme })],
    [
      "a full digest of 60 areas",
      () => digestCard({ kind: "full", summary: manyAreas, scheme: bragScheme, on: summary.asOf, late: true, exceptions, more: 0 }),
    ],
    [
      "300 people",
      () =>
        peopleCard({
          planTitle,
          linked: many(300).map((i) => ({ lead: `Lead ${i}`, people: [long], measures: 1 })),
          unlinked: [],
          roles: [],
          claimed: many(300).map(() => long),
          given: many(300).map(() => long),
          away: many(300).map(() => long),
          undelivered: [],
        }),
    ],
    [
      "a form with long words and 300 people to choose from",
      () =>
        formCard({
          planTitle,
          heading: long.slice(0, 60),
          lines: [long, long, long],
          fields: [
            { kind: "choice", id: "who", label: "Who?", choices: many(300).map((i) => ({ title: long.slice(0, 100), value: `${i}-${nonce}` })), fault: long },
            { kind: "text", id: "words", label: "Words", value: "漢".repeat(20_000) },
          ],
          go: [cardButton("Save", { verb: "saveLeave", plan, nonce })],
          buttons: [],
        }),
    ],
    [
      "a file with 300 changes and 300 long problems",
      () =>
        importCard({
          ...offer,
          groups: [{ title: long, lines: many(300).map(() => long) }],
          facts: many(8).map(() => ({ title: "Leads", value: long.slice(0, 500) })),
        }),
    ],
    ["a page of long problems", () => importProblemsCard({ ...waiting, problems: many(300).map(() => ({ place: long, asWritten: long, problem: long })) })],
    [
      "a page of long changes",
      () => importChangesCard({ ...waiting, changes: many(300).map(() => ({ what: long.slice(0, 150), lines: many(20).map(() => long) })) }),
    ],
    [
      "columns with long headings and every meaning",
      () =>
        importColumnsCard({
          ...waiting,
          columns: many(60).map((i) => ({ heading: `${i} ${long}`.slice(0, 300) })),
          fields: many(25).map((i) => ({ field: `field${i}`, name: `A meaning of ${i}` })),
        }),
    ],
    [
      "300 plans a file may be of",
      () => importWhichCard({ ...waiting, plans: many(300).map((i) => ({ id: `plan-${i}`, title: long.slice(0, 100) })), create: { id: "a", title: "A" } }),
    ],
    ["300 leads nobody is linked to", () => unlinkedCard({ planTitle, leads: many(300).map((i) => ({ lead: `Lead ${i}`, refs: many(60).map(String) })) })],
  ])("%s", (_name, make) => {
    expect(() => checkCard(make())).not.toThrow();
  });
});

test("a list names references only as long as a line fits beside them", () => {
  const of = (length: number) => many(60).map((i) => `${i}`.padEnd(length, "x"));

  expect([of(25), of(26), many(61).map(String)].map(mayName)).toEqual([true, false, false]);
});

test("sixty usual references leave room for several lines a page", () => {
  expect(linesPerPage(many(60).map((i) => `1.2.${i}-1`))).toBeGreaterThanOrEqual(5);
});

test("on a page is shown in pages of a length to scroll through, and the next goes on where this one ends", () => {
  const card = onAPageCard({ planTitle, heading: "500 measures", asOf: summary.asOf, rows: onAPageRows(500, long), words: "on a page 2", from: 31 });
  const [to] = /to (\d+) of 500/.exec(textsOf(card).at(-1)?.text ?? "")?.slice(1) ?? [];

  expect(Number(to)).toBeGreaterThanOrEqual(45);
  expect(JSON.stringify(card)).toContain(`"words":"on a page 2 from ${Number(to) + 1}"`);
});

test("what does not fit is told, and the longest overdue come first", () => {
  const texts = textsOf(overdueCard({ words: "overdue", title: planTitle, asOf: summary.asOf, overdue })).map(({ text }) => shown(text));
  const listed = texts.filter((text) => text.endsWith("days overdue"));

  expect(listed[0]).toBe("1.0 · 300 days overdue");
  expect(texts).toContainEqual(expect.stringMatching(`^1 to ${listed.length} of 300`));
});

test("typed text a card cannot hold is cut, and the person is told", () => {
  const card = form({ narrative: "漢".repeat(20_000) });
  const kept = nodesOf(card).find(({ id }) => id === "narrative")?.value as string;

  expect(kept.length).toBeGreaterThan(3_000);
  expect(textsOf(card).map(({ text }) => text)).toContain(
    `⚠ This was too long for the card. Its first ${kept.length} characters are kept; please end it well.`,
  );
});
