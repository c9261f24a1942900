import { areaSummaryCard } from "../../src/cards/areaSummaryCard.ts";
import { askListCard } from "../../src/cards/askListCard.ts";
import type { Card } from "../../src/cards/card.ts";
import { cardButton } from "../../src/cards/cardButton.ts";
import { changesCard } from "../../src/cards/changesCard.ts";
import { choosePlanCard } from "../../src/cards/choosePlanCard.ts";
import { dateDecisionCard } from "../../src/cards/dateDecisionCard.ts";
import { dateFormCard } from "../../src/cards/dateFormCard.ts";
import { dateNewsCard } from "../../src/cards/dateNewsCard.ts";
import { datesCard, type WaitingDate } from "../../src/cards/datesCard.ts";
import { digestCard } from "../../src/cards/digestCard.ts";
import { type DraftForm, draftCard } from "../../src/cards/draftCard.ts";
import { dueCard } from "../../src/cards/dueCard.ts";
import { exceptionsCard } from "../../src/cards/exceptionsCard.ts";
import { type FigureDecision, figureDecisionCard } from "../../src/cards/figureDecisionCard.ts";
import { type FigureForm, figureFormCard } from "../../src/cards/figureFormCard.ts";
import { formCard } from "../../src/cards/formCard.ts";
import { foundHistoryCard } from "../../src/cards/foundHistoryCard.ts";
import { heardCard } from "../../src/cards/heardCard.ts";
import { helpCard } from "../../src/cards/helpCard.ts";
import { historyCard } from "../../src/cards/historyCard.ts";
import { importCard, importedCard } from "../../src/cards/importCard.ts";
import { importColumnsCard } from "../../src/cards/importColumnsCard.ts";
import { importChangesCard, importProblemsCard } from "../../src/cards/importListCard.ts";
import { importWhichCard } from "../../src/cards/importWhichCard.ts";
import { kpiCard } from "../../src/cards/kpiCard.ts";
import { laterCard } from "../../src/cards/laterCard.ts";
import type { ListToken } from "../../src/cards/listToken.ts";
import { lookOverCard, type Narrative } from "../../src/cards/lookOverCard.ts";
import { noticeCard } from "../../src/cards/noticeCard.ts";
import { onAPageCard } from "../../src/cards/onAPageCard.ts";
import { overdueCard } from "../../src/cards/overdueCard.ts";
import { peopleCard } from "../../src/cards/peopleCard.ts";
import type { Receipt } from "../../src/cards/receipt.ts";
import { receiptCard } from "../../src/cards/receiptCard.ts";
import { replyCard } from "../../src/cards/replyCard.ts";
import { type RiskForm, riskFormCard } from "../../src/cards/riskFormCard.ts";
import { type RiskRow, risksCard } from "../../src/cards/risksCard.ts";
import { type Silence, silenceCard } from "../../src/cards/silenceCard.ts";
import { summaryCard } from "../../src/cards/summaryCard.ts";
import { undeliveredCard } from "../../src/cards/undeliveredCard.ts";
import { unlinkedCard } from "../../src/cards/unlinkedCard.ts";
import { updateFormCard } from "../../src/cards/updateFormCard.ts";
import { welcomeCard } from "../../src/cards/welcomeCard.ts";
import type { AskLine } from "../../src/domain/askLine.ts";
import type { Kpi } from "../../src/domain/kpi.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { OnAPageRow } from "../../src/domain/onAPage.ts";
import type { Change } from "../../src/domain/picture.ts";
import { bragScheme, findRating, type Rating } from "../../src/domain/ratingScheme.ts";
import type { AreaSummary, Counts, OverdueMeasure, PlanSummary } from "../../src/domain/summary.ts";
import { completionExamples, release } from "./completionExamples.ts";

export const plan = "warwickshire";
export const planTitle = "Warwickshire Written Statement of Action";
export const nonce = "5b8c1f0a-6a39-4a43-9d0c-1f0f4b1f6f11";

export function rating(label: string): Rating {
  const found = findRating(bragScheme, label);
  if (!found) throw new RangeError(label);
  return found;
}

export const lines: readonly AskLine[] = [
  {
    ref: "1.2.4-1",
    words: "Families wait no more than four weeks for a first call after a diagnosis",
    due: { kind: "day", on: day("2022-08-31"), asWritten: "August 2022" },
    why: { kind: "overdue", dueOn: day("2022-08-31"), daysOverdue: 82 },
    rating: rating("Amber"),
    ratedOn: day("2022-09-16"),
    proposedComplete: false,
  },
  {
    ref: "1.1.1-1",
    words: "Longest wait at most 13 weeks (was 242 weeks)\nProvider's data",
    due: {
      kind: "milestones",
      steps: [
        { on: day("2022-09-30"), target: "177 weeks" },
        { on: day("2023-06-30"), target: "125 weeks" },
        { on: day("2024-03-31"), target: "13 weeks" },
      ],
      asWritten: "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks",
    },
    why: {
      kind: "milestonePassed",
      passed: { on: day("2022-09-30"), target: "177 weeks" },
      next: { on: day("2023-06-30"), target: "125 weeks" },
      daysLeft: 221,
    },
    rating: rating("Green"),
    ratedOn: day("2022-09-16"),
    proposedComplete: false,
  },
  {
    ref: "1.1.2-1",
    words: "10% fewer referrals from mental health, paediatrics and educational psychology, whose staff assess too\nProvider's data",
    due: {
      kind: "milestones",
      steps: [{ on: day("2022-07-31"), label: "interim milestone" }, { on: day("2022-12-31") }],
      asWritten: "December 2022 (interim milestone in July 2022)",
    },
    why: { kind: "ahead", next: { on: day("2022-12-31") }, daysLeft: 40 },
    rating: rating("Green"),
    ratedOn: day("2022-09-16"),
    proposedComplete: false,
    answered: { at: instantOf("2022-11-21T09:12:00Z"), by: "Sam Field", rating: "Amber" },
  },
  {
    ref: "1.2.1-1",
    words: "Autistic CYP and staff say if support is better.",
    due: { kind: "undated", asWritten: "" },
    why: { kind: "noDate" },
    proposedComplete: false,
  },
  {
    ref: "1.2.2-1",
    words: "[text lost in extract]",
    due: { kind: "day", on: day("2022-10-31"), asWritten: "October 2022" },
    why: { kind: "settled" },
    rating: rating("Green"),
    proposedComplete: true,
  },
];

export const list: ListToken = { kind: "reminder", refs: lines.map(({ ref }) => ref), since: "2022-11-21T09:00:00.000Z", page: 1 };

export const receipt: Receipt = {
  ref: "1.1.2-1",
  rating: rating("Amber"),
  proposedComplete: false,
  narrative: "The third workshop is booked for 17 November.\nTwo posts are still empty, so referrals have not fallen yet.",
  figure: "4% fewer",
  help: "A date from the ICB for the two posts.",
  update: "000003",
  nonce,
};

const reminder = {
  planTitle,
  plan,
  heading: "5 measures need your update",
  why: "You are the lead for these measures: Associate Director for LD and Autism.",
  lines,
  list,
  pages: 2,
  totals: { lines: 9, answered: 1 },
};

const [overdueLine, milestoneLine] = lines as [AskLine, AskLine];
const form = {
  planTitle,
  plan,
  line: milestoneLine,
  details: {
    iStatement: "I get expert help with my autism and with feeling well.",
    evidence: "The service copes with new referrals. Extra capacity clears the backlog on an agreed trajectory.",
    leads: ["Associate Director for LD and Autism", "Lead officer A"],
  },
  scheme: bragScheme,
  target: "125 weeks by 30 June 2023",
  nonce,
  list,
};

export const overdue: readonly OverdueMeasure[] = [
  {
    ref: "1.2.4-1",
    words: "Families wait no more than four weeks for a first call after a diagnosis",
    leads: ["RISE Head of Service"],
    dueOn: day("2022-08-31"),
    daysOverdue: 82,
    rating: "Amber",
  },
  {
    ref: "1.1.3-2",
    words: "More autistic people and families report that the first conversation told them what happens next and whom to call",
    leads: ["Associate Director for LD and Autism", "Lead officer A"],
    dueOn: day("2022-10-31"),
    daysOverdue: 21,
  },
];

const ahead = ["1.1.2-1", "1.1.2-2", "1.2.1-1", "1.2.2-1", "1.2.3-1"].map((ref, n) => ({
  ...{ ref, area: "Area 1", words: `Measure ${ref}`, leads: ["Lead officer A"], on: day(`2022-12-0${n + 1}`) },
  ...(n === 0 ? { target: "125 weeks" } : { rating: rating("Green") }),
}));

function area(ref: string, title: string, sro: string, counts: Counts, late: readonly OverdueMeasure[] = []): AreaSummary {
  const rated = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    ref,
    title,
    sros: [sro],
    outcomes: late.length > 0 ? ["Families know what happens next and whom to call.", "Nobody waits more than four weeks for a first call."] : [],
    ahead: late.length > 0 ? ahead : [],
    help: late.length > 0 ? [{ ref: "1.2.1-1", help: "Agency budget until March", on: day("2022-11-14") }] : [],
    counts,
    unrated: 0,
    total: rated,
    overdue: late,
    proposedComplete: late.length > 0 ? ["1.2.2-1"] : [],
    challenged: late.length > 0 ? ["1.1.1-1"] : [],
    releases: [],
    risks: late.length > 0 ? ["R1", "R4"] : [],
  };
}

/** So many measures, five to an action. */
export function onAPageRows(count: number, words = "Families wait no more than four weeks for a first call"): OnAPageRow[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ ref: `1.${Math.floor(n / 5) + 1}-${(n % 5) + 1}`, words, due: { kind: "undated", asWritten: "Ongoing" }, overdue: n % 3 === 0 },
    ...{ progress: n % 4 === 0 ? undefined : rating("Amber"), proposedComplete: n === 1, impact: n % 2 === 0 ? rating("Green") : undefined },
    ...{ area: "Area 1: Long waits", action: `1.${Math.floor(n / 5) + 1} ${words}` },
  }));
}

export const summary: PlanSummary = {
  plan,
  title: planTitle,
  asOf: day("2022-11-21"),
  scheme: bragScheme.ratings.map(({ label }) => label),
  areas: [
    area(
      "Area 1",
      "Long waits for autism assessment and weak support before and after diagnosis",
      "Director of Joint Commissioning, CWICB",
      { Blue: 0, Green: 10, Amber: 3, Red: 0, Grey: 2 },
      overdue,
    ),
    area("Area 2", "Damaged trust with families, and weak communication and co-production", "Assistant Director, Children and Families, WCC", {
      Blue: 7,
      Green: 13,
      Amber: 1,
      Red: 0,
      Grey: 0,
    }),
    area("Area 3", "Some CYP wrongly in special settings; heads unaware why it matters", "Interim Assistant Director, Education, WCC", {
      Blue: 5,
      Green: 4,
      Amber: 0,
      Red: 0,
      Grey: 5,
    }),
    area("Area 4", "Too few mainstream staff trained to support pupils with SEND", "Head of SEND and Inclusion and Educational Entitlement, WCC", {
      Blue: 2,
      Green: 6,
      Amber: 0,
      Red: 0,
      Grey: 2,
    }),
    area("Area 5", "How good the local offer website is", "Strategy and Commissioning Manager, SEND and Inclusion, WCC", {
      Blue: 6,
      Green: 5,
      Amber: 1,
      Red: 0,
      Grey: 0,
    }),
  ],
  overall: {
    counts: { Blue: 20, Green: 38, Amber: 5, Red: 0, Grey: 9 },
    unrated: 0,
    total: 72,
    percentages: { Blue: 28, Green: 53, Amber: 7, Red: 0, Grey: 13 },
  },
};

const digest = {
  summary,
  scheme: bragScheme,
  on: day("2022-11-21"),
  late: false,
  next: day("2023-01-02"),
  rhythm: "every six weeks",
  exceptions: [
    { ref: "1.2.4-1", area: "Area 1", words: overdue[0]?.words ?? "", leads: ["RISE Head of Service"], rating: rating("Amber"), why: "82 days overdue" },
    { ref: "1.1.3-2", area: "Area 1", words: overdue[1]?.words ?? "", leads: ["Lead officer A"], why: "21 days overdue" },
    {
      ref: "2.2.1-5",
      area: "Area 2",
      words: "80% of families say that they were heard",
      leads: ["RISE Head of Service"],
      rating: rating("Red"),
      why: "Off track",
    },
    {
      ref: "1.1.1-1",
      area: "Area 1",
      words: "Longest wait at most 13 weeks (was 242 weeks)",
      leads: ["Associate Director for LD and Autism"],
      rating: rating("Green"),
      why: "challenged",
      challenges: ["Green while 201 weeks is 24 weeks worse than the 177 weeks wanted by 30 September 2022"],
      reason: "A second provider starts in January and takes 200 referrals.",
    },
    { ref: "1.2.2-1", area: "Area 1", words: "[text lost in extract]", leads: [], rating: rating("Green"), why: "Proposed complete" },
  ],
  more: 3,
};

const waiting = { pending: nonce, plan, fileNames: ["SEND plan v2.xlsx"] };
const importOffer = {
  ...waiting,
  planTitle,
  facts: [
    { title: "Plan", value: "5 areas, 19 actions, 72 measures" },
    { title: "Ratings", value: "Blue 20, Green 38, Amber 5, Red 0, Grey 9" },
  ],
  groups: [
    { title: "What it changes: 1 new, 1 changed", lines: ["Changed: 1.1.1-2: due “March 2022” → “May 2022”", "New: 1.1.2-9 Families say they were heard"] },
    { title: "3 things to look at", lines: ["Column Completion date, rows 7, 8, 9: this date is not one there is."] },
  ],
  changes: 0,
  problems: 3,
  keptFromChat: 0,
  hasColumns: false,
  mayBeOther: false,
  waitsUntil: "28 November 2022",
};
const importProblems = [...Array(40).keys()].map((n) => ({
  place: n === 0 ? "" : `Row ${n}, Completion date`,
  asWritten: n === 0 ? "" : "31/09/2020",
  problem: "September has 30 days; did you mean 30 September 2020? Kept as written.",
}));

const december = { kind: "day", on: day("2022-12-31"), asWritten: "December 2022" } as const;
export const narrative: Narrative = {
  ...{ planTitle, plan, nonce, ref: "2.1.1-3", words: "Every school has a named contact", said: "Amber · said 16 September 2022" },
  heading: "12 of 38 still to look over",
  narrative: "Forty schools have a named contact. Two small schools share one.",
  done: "2.1.1-2: May go out (Alex Moor, 21 November 2022)",
  seen: "0123456789abcdef",
  basis: "000001",
  instead: "",
  buttons: [cardButton("Next ›", { verb: "showLookOver", plan, ref: "2.1.2-1" })],
};

export const waitingDate: WaitingDate = {
  ref: "1.1.2-1",
  words: lines[2]?.words ?? "",
  request: "000003",
  by: "Sam Field",
  on: day("2022-11-18"),
  reason: "The two posts were advertised twice without an applicant.\nInterviews are on 9 December.",
  due: december,
  moved: { original: { kind: "day", on: day("2022-09-30"), asWritten: "September 2022" }, moves: 2 },
  asked: { kind: "day", on: day("2023-01-31"), asWritten: "31 January 2023" },
  rating: "Amber: On track, some concerns",
  decider: "the chair",
  canDecide: true,
};
const dateForm = {
  planTitle,
  plan,
  ref: "1.1.2-1",
  words: lines[2]?.words ?? "",
  due: lines[1]?.due ?? december,
  moved: waitingDate.moved,
  which: day("2023-06-30"),
  nonce,
  decider: "the chair",
};

const everyBox = { link: "https://council.gov.uk/minutes", help: "A date.", risk: "The winter", mitigation: "Agency cover", why: "It comes down in January." };
const against = { target: "177 weeks", on: day("2022-09-30"), isDue: true, better: -24, unit: "weeks" };
export const challenged = {
  impact: rating("Amber"),
  risk: "The winter",
  mitigation: "Agency cover",
  evidence: [
    { kind: "link", name: "council.gov.uk", address: "https://council.gov.uk/minutes" },
    { kind: "file", name: "minutes.pdf", address: "https://council.sharepoint.com/minutes.pdf" },
    { kind: "link", name: "icb.nhs.uk", address: "https://icb.nhs.uk/waits" },
  ],
  challenges: [
    { rule: "datePassed", rating: "Green", on: day("2022-09-30"), milestone: true },
    { rule: "behindTarget", rating: "Green", figure: "201 weeks", against },
    { rule: "noEvidence", rating: "Blue" },
    { rule: "unexplained", rating: "Amber", missing: ["cause", "action", "otherwise"] },
    { rule: "sameWords", on: day("2022-10-03") },
    { rule: "otherFigure", figure: "64%", said: "71%" },
    { rule: "betterThanImpact", rating: "Green", impact: "Red" },
  ],
} as const;

/** Every kind of card with realistic data, the first of each template being its sample in /cards. */
const draft: DraftForm = {
  planTitle,
  heading: "Which measure do you mean?",
  question: "You could mean several, and I don’t guess.",
  measures: lines.slice(0, 2),
  go: { verb: "saveDraft", plan, nonce, among: ["1.2.4-1", "1.1.1-1"], bases: { "1.1.1-1": "000003" } },
  asks: { kind: "update", scheme: bragScheme, rating: "Amber", narrative: "recruitment delayed until March" },
};

export const someChanges: readonly Change[] = [
  {
    ref: "1.2.4-1",
    area: "Area 1",
    words: "First calls within four weeks",
    did: { kind: "rated", from: "Amber", to: "Red", way: "worse" },
    reason: "Two posts are vacant.",
  },
  {
    ref: "1.1.1-1",
    area: "Area 1",
    words: "Longest wait at most 13 weeks",
    did: { kind: "rated", from: "Amber", to: "Green", way: "better" },
    reason: "153 weeks now.",
  },
  { ref: "2.1", area: "Area 2", words: "Training for all schools", did: { kind: "rated", to: "Green", way: "neither" } },
  { ref: "2.2", area: "Area 2", words: "Posters in all schools", did: { kind: "proposed" }, reason: "All are up." },
  {
    ref: "2.3",
    area: "Area 2",
    words: "A new survey",
    did: { kind: "moved", from: day("2023-03-31"), to: day("2023-06-30") },
    reason: "The provider starts later.",
  },
  { ref: "3.1", area: "Area 3", words: "A new measure", did: { kind: "added" } },
  { ref: "3.2", words: "", did: { kind: "gone" } },
];
export const silence: Silence = {
  planTitle,
  heading: "Nobody answers for 1.2.4-1",
  intro: "A date has gone by, and nobody answered.",
  rows: [
    {
      title: "1.2.4-1: Families wait no more than four weeks",
      lines: ["Due 31 August 2022, 82 days ago.", "Led by RISE Head of Service."],
      link: "Answer for the lead ›",
      press: cardButton("Answer 1.2.4-1 for the lead", { verb: "openForm", plan, ref: "1.2.4-1" }),
    },
  ],
  rest: "type silent",
  buttons: [cardButton("Everybody who is silent", { verb: "say", words: "silent" })],
};

/** A measure with figures, and the forms to change and decide on them. */
export const kpi: Kpi = {
  ref: "1.1.1-1",
  words: "Longest wait at most 13 weeks",
  baseline: "242 weeks",
  trajectory: [
    { on: day("2022-09-30"), target: "177 weeks" },
    { on: day("2024-03-31"), target: "13 weeks" },
  ],
  said: [{ figure: { value: 190, asWritten: "190 weeks" } }, { figure: { value: 153, asWritten: "153 weeks" }, on: day("2022-11-21") }],
  against: { target: "177 weeks", on: day("2022-09-30"), isDue: true, better: 24, unit: "weeks" },
  better: "lower",
  trend: "better",
};

export const figureForm: FigureForm = {
  planTitle,
  plan,
  ref: "1.1.1-1",
  words: "Longest wait at most 13 weeks",
  facts: ["Latest: 153 weeks on 21 November 2022"],
  boxes: [
    { id: "baseline", label: "Baseline", value: "242 weeks" },
    { id: "step0", label: "Target by 30 September 2022", value: "soon", fault: "“soon” has no number." },
  ],
  days: ["2022-09-30"],
  more: "",
  reason: "",
  faults: {},
  nonce,
  atOnce: true,
};

export const figureDecision: FigureDecision = {
  planTitle,
  plan,
  ref: "1.1.1-1",
  words: "Longest wait at most 13 weeks",
  request: "000001",
  facts: ["Proposed by Sam Field, 21 November 2022: “The provider counted again.”", "Baseline 240 weeks (before: 242 weeks)"],
  nonce,
  more: 0,
};

export const riskRow: RiskRow = {
  title: "R1 · 2.1.1-1 · open for 12 days",
  words: "Winter vacancies",
  lines: ["Owner: SENCO lead", "What is done about it: agency cover"],
  press: { title: "Open R1", data: { verb: "say", words: "risks R1" } },
};

export const riskForm: RiskForm = {
  planTitle,
  plan,
  ref: "2.1.1-1",
  measure: "190 schools trained",
  risk: { risk: "R1", last: "000001", isClosed: false },
  typed: { words: "Winter vacancies", owner: "SENCO lead", mitigation: "Agency cover", reason: "" },
  nonce,
};

export const exampleCards: readonly (readonly [string, () => Card])[] = [
  ["askList", () => askListCard({ ...reminder, receipt })],
  [
    "askList: dates that moved, and one asked for",
    () => askListCard({ ...reminder, lines: lines.map((line) => ({ ...line, moved: waitingDate.moved, asked: waitingDate.asked })) }),
  ],
  ["askList: no receipt, page 2", () => askListCard({ ...reminder, list: { ...list, page: 2 } })],
  ["askList: all answered", () => askListCard({ ...reminder, pages: 1, totals: { lines: 5, answered: 5 } })],
  ["askList: empty", () => askListCard({ ...reminder, lines: [], list: { ...list, refs: [] }, pages: 1, totals: { lines: 0, answered: 0 } })],
  [
    "later",
    () => laterCard({ planTitle, plan, about: "About 1.1.2-1.", ref: "1.1.2-1", nonce, onlyLast: false, date: "yesterday", fault: "Write a later day." }),
  ],
  ["later: of a list, with only the last reminder", () => laterCard({ planTitle, plan, about: "About five.", list, nonce, onlyLast: true })],
  ["silence", () => silenceCard({ ...silence, quote: { title: "To forward to the *board*", words: "1.2.4-1\n1.2.4-2" } })],
  ["silence: nothing to press", () => silenceCard({ ...silence, rows: [{ title: "RISE Head of Service", lines: ["1.2.4-1: 12 days without an answer"] }] })],
  ["silence: nobody", () => silenceCard({ ...silence, rows: [], buttons: [] })],
  ["receipt", () => receiptCard({ planTitle, plan, receipt: { ...receipt, rating: rating("Blue"), keeps: rating("Green"), proposedComplete: true } })],
  ["receipt: challenged, with evidence", () => receiptCard({ planTitle, plan, receipt: { ...receipt, ...challenged } })],
  [
    "receipt: challenged and answered",
    () => receiptCard({ planTitle, plan, receipt: { ...receipt, ...challenged, why: "A second provider starts in January." } }),
  ],
  ["receipt: undone", () => receiptCard({ planTitle, plan, receipt: { ...receipt, undone: true, keeps: rating("Green") }, list })],
  ["updateForm", () => updateFormCard(form)],
  ["updateForm: first update, no list, no target", () => updateFormCard({ ...form, line: overdueLine, list: undefined, target: undefined })],
  [
    "updateForm: challenged, with everything in it",
    () =>
      updateFormCard({
        ...form,
        amends: "000003",
        asksImpact: true,
        challenges: challenged.challenges,
        typed: { rating: "Green", impact: "Amber", narrative: "Booked.", figure: "201 weeks", ...everyBox, files: [...challenged.evidence.slice(1)] },
      }),
  ],
  [
    "updateForm: faults and news",
    () =>
      updateFormCard({
        ...form,
        basis: "000002",
        amends: "000002",
        onBehalfOf: "Lead officer A",
        typed: { rating: undefined, narrative: "Booked.", figure: undefined, help: "A date." },
        faults: [{ field: "rating", sentence: "Choose one of the plan’s ratings." }, { sentence: "Somebody else answered first." }],
        news: { sentence: "This changed since the card was shown.", lines: ["21 November 2022, Jo Smith: Amber: On track, some concerns"] },
      }),
  ],
  ["draft", () => draftCard(draft)],
  [
    "draft: of many, with faults",
    () =>
      draftCard({
        ...draft,
        measures: Array.from({ length: 60 }, (_, n) => ({ ref: `1.1.${n}-1`, words: "Words" })),
        faults: { ref: "Choose the measure you mean." },
      }),
  ],
  [
    "draft: a new date",
    () => draftCard({ ...draft, go: { verb: "chooseForDate", plan, among: ["1.1.1-1"] }, asks: { kind: "date", date: "31 January", reason: "" } }),
  ],
  [
    "draft: evidence",
    () =>
      draftCard({
        ...draft,
        go: { verb: "addEvidence", plan, nonce, among: ["1.1.1-1"], files: challenged.evidence.slice(1, 2) },
        asks: { kind: "evidence" },
      }),
  ],
  [
    "heard",
    () =>
      heardCard({
        planTitle,
        plan,
        receipts: [receipt],
        questions: [{ ref: "1.1.1-1", title: "1.1.1-1: Green. Say why.", words: "You typed: green" }],
        notes: ["1.2.1-1 is led by Lead officer B."],
        list: { ...list, said: [{ ref: "1.1.1-1", rating: "Green", narrative: "green" }] },
      }),
  ],
  [
    "reply",
    () =>
      replyCard({
        planTitle,
        heading: "Not yours to answer?",
        lines: ["Nothing was recorded."],
        quote: { title: "To copy to your programme manager", words: "1.1.1-1: *not* mine" },
        buttons: [cardButton("My measures", { verb: "say", words: "mine" })],
      }),
  ],
  [
    "reply: no plan",
    () => replyCard({ heading: "I am here", lines: ["These I understand."], buttons: [cardButton("summary", { verb: "say", words: "summary" })] }),
  ],
  [
    "history",
    () =>
      historyCard({
        plan,
        planTitle,
        ref: "1.1.2-1",
        words: lines[2]?.words ?? "",
        dueAsWritten: "December 2022 (interim milestone in July 2022)",
        currentDue: "31 December 2022",
        entries: [
          {
            on: "21 November 2022",
            by: "Sam Field",
            ratingLabel: "Amber",
            meaning: "On track, some concerns",
            narrative: receipt.narrative,
            figure: "4% fewer",
            note: "Changes the update of 3 October 2022",
          },
          { on: "3 October 2022", by: "Jo Smith", ratingLabel: "Green", narrative: "Two workshops are done.", help: "A room for the third." },
        ],
        page: 1,
        pages: 3,
        canUpdate: true,
        list,
      }),
  ],
  [
    "history: challenged, with evidence",
    () =>
      historyCard({
        ...{ plan, planTitle, ref: "1.1.2-1", words: "Words", dueAsWritten: "Ongoing", page: 1, pages: 1, canUpdate: false },
        entries: [{ on: "21 November 2022", by: "Sam Field", narrative: "Booked.", ...challenged, impactLabel: "Amber", why: "It comes down in January." }],
      }),
  ],
  [
    "history: nothing said",
    () => historyCard({ plan, planTitle, ref: "1.1.2-1", words: "Words", dueAsWritten: "", entries: [], page: 1, pages: 1, canUpdate: false }),
  ],
  [
    "history: of a lead in a time",
    () =>
      foundHistoryCard({
        plan,
        planTitle,
        about: "RISE Head of Service, 1 October 2022 to 31 October 2022",
        entries: [
          {
            ref: "1.1.2-1",
            on: "3 October 2022",
            by: "Jo Smith",
            ratingLabel: "Green",
            meaning: "On track",
            was: "Amber",
            narrative: "Two workshops are done.",
          },
        ],
        total: 6,
        words: "of RISE Head of Service in October",
        page: 2,
        pages: 3,
      }),
  ],
  [
    "history: nothing in that time",
    () => foundHistoryCard({ plan, planTitle, about: "the whole plan, on 3 October 2022", entries: [], total: 0, words: "on 3 October", page: 1, pages: 1 }),
  ],
  ["summary", () => summaryCard({ summary, scheme: bragScheme })],
  ["summary: an area without measures", () => summaryCard({ summary: { ...summary, areas: [area("6", "Nothing yet", "", {})] }, scheme: bragScheme })],
  [
    "areaSummary",
    () =>
      areaSummaryCard({
        ...{ summary, area: summary.areas[0] as AreaSummary, scheme: bragScheme },
        changed: "Since the digest of 10 October 2022: 2 Amber to Green, 3 dates moved",
        silent: [
          {
            lead: "RISE Head of Service",
            measures: [
              { ref: "1.2.4-1", since: day("2022-11-07") },
              { ref: "1.2.5-1", since: day("2022-11-07"), unheard: "notReached" },
            ],
          },
        ],
      }),
  ],
  ["onAPage", () => onAPageCard({ planTitle, heading: "72 measures", asOf: summary.asOf, rows: onAPageRows(20), words: "on a page" })],
  [
    "onAPage: the last of an area",
    () => onAPageCard({ planTitle, heading: "5 measures", asOf: summary.asOf, area: "Area 1", rows: onAPageRows(5), words: "on a page 1", from: 4 }),
  ],
  ["overdue: what is due", () => dueCard({ planTitle, asOf: summary.asOf, dates: ahead, words: "due" })],
  [
    "overdue: nothing due in a month",
    () => dueCard({ planTitle, asOf: summary.asOf, dates: [], words: "due next month", area: "Area 1", since: day("2022-12-01"), until: day("2022-12-31") }),
  ],
  [
    "areaSummary: with what is released",
    () =>
      areaSummaryCard({
        summary,
        area: { ...(summary.areas[0] as AreaSummary), released: 2, releases: [release, { ...release, part: "area", ref: "Area 1" }] },
        scheme: bragScheme,
      }),
  ],
  ["overdue", () => overdueCard({ words: "overdue", title: planTitle, asOf: summary.asOf, overdue })],
  [
    "overdue: by the dates at first, of dates that moved",
    () =>
      overdueCard({
        words: "overdue",
        title: planTitle,
        asOf: summary.asOf,
        original: true,
        overdue: overdue.map((one) => ({ ...one, moved: waitingDate.moved })),
      }),
  ],
  ["overdue: none, of an area", () => overdueCard({ words: "overdue", title: planTitle, asOf: summary.asOf, overdue: [], area: "Area 2" })],
  ["dateForm", () => dateFormCard({ ...dateForm, list })],
  ["dateForm: one date, nothing typed", () => dateFormCard({ ...dateForm, due: december, moved: undefined, which: undefined })],
  [
    "dateForm: faults and news",
    () =>
      dateFormCard({
        ...dateForm,
        basis: "000002",
        onBehalfOf: "Lead officer A",
        typed: { date: "31/09/2022", reason: "Two posts." },
        faults: { which: "Choose one.", date: "There is no day “31/09/2022”.", reason: "Say why." },
        news: { sentence: "A new date is asked for already and waits.", lines: ["Jo Smith, 18 November 2022: asked for 31 January 2023"] },
      }),
  ],
  ["dateDecision", () => dateDecisionCard({ planTitle, plan, waiting: waitingDate, nonce, more: 2 })],
  [
    "dateDecision: never moved, faults and news",
    () =>
      dateDecisionCard({
        planTitle,
        plan,
        waiting: { ...waitingDate, moved: undefined, onBehalfOf: "Lead officer A" },
        nonce,
        more: 0,
        typed: { otherDate: "yesterday", comment: "" },
        faults: { otherDate: "20 November 2022 has gone by.", comment: "Say why." },
        news: { sentence: "This changed after the card was shown.", lines: ["Sam Field, 19 November 2022: asked for 28 February 2023"] },
      }),
  ],
  [
    "dateNews",
    () =>
      dateNewsCard({
        planTitle,
        heading: "The date of 1.1.2-1 was decided",
        intro: "You hear of it because you asked, or lead the measure.",
        entries: [{ title: "1.1.2-1: 31 January 2023 was accepted", lines: ["By Alex Moor, 21 November 2022: “No later, please.”"] }],
        buttons: [{ title: "My measures", data: { verb: "say", words: "mine" } }],
      }),
  ],
  [
    "dateNews: decided by somebody else first",
    () =>
      dateNewsCard({
        planTitle,
        heading: "1.1.2-1 was decided already",
        intro: "Alex Moor decided it first, and that stands.",
        entries: [{ title: "1.1.2-1: 31 January 2023 was accepted", lines: ["By Alex Moor, 21 November 2022."] }],
        quote: { title: "What you wrote was not kept", words: "Not before the audit." },
        buttons: [],
      }),
  ],
  ["dateNews: a receipt", () => dateNewsCard({ planTitle, heading: "Decided", entries: [{ title: "1.1.2-1", lines: [] }], buttons: [] })],
  ["dates", () => datesCard({ planTitle, plan, waiting: [waitingDate, { ...waitingDate, ref: "2.3.1-4", moved: undefined, canDecide: false }] })],
  ["dates: none", () => datesCard({ planTitle, plan, waiting: [] })],
  ...completionExamples,
  ["digest", () => digestCard({ ...digest, kind: "exception" })],
  ["digest: full and late", () => digestCard({ ...digest, kind: "full", late: true, next: undefined, rhythm: "every quarter" })],
  [
    "digest: exceptions asked for",
    () => exceptionsCard({ planTitle, asOf: day("2022-11-21"), exceptions: digest.exceptions, changed: "Since 1 September 2022: 1 new Red" }),
  ],
  ["changes", () => changesCard({ planTitle, since: "the digest of 28 November 2022", inShort: "1 new Red", changes: someChanges })],
  [
    "changes: of a digest",
    () =>
      changesCard({
        ...{ planTitle, since: "the digest of 28 November 2022", inShort: "1 new Red", changes: someChanges },
        digest: { heading: "Digest of changes: 9 January 2023", about: "The next is on 20 February 2023." },
      }),
  ],
  ["changes: none", () => changesCard({ planTitle, since: "1 September 2022", area: "Area 1", changes: [] })],
  ["digest: nothing to report", () => digestCard({ ...digest, kind: "exception", exceptions: [], more: 0 })],
  ["kpi", () => kpiCard({ planTitle, heading: "1 measure with figures", about: "As of 21 November 2022", kpis: [kpi], words: "kpi" })],
  ["kpi: none", () => kpiCard({ planTitle, heading: "No measure has figures", about: "", kpis: [], words: "kpi" })],
  [
    "kpi: of a measure nothing is known of",
    () => kpiCard({ planTitle, heading: "KPI", about: "Of area 1", kpis: [{ ref: "1.1", words: "Trust", trajectory: [], said: [] }], words: "kpi 1" }),
  ],
  ["risks", () => risksCard({ planTitle, heading: "1 open risk", about: "As of 21 November 2022", risks: [riskRow], words: "risks" })],
  ["risks: none", () => risksCard({ planTitle, heading: "No risk is open", about: "", risks: [], words: "risks" })],
  ["riskForm", () => riskFormCard(riskForm)],
  ["riskForm: a new one", () => riskFormCard({ ...riskForm, risk: undefined })],
  [
    "riskForm: of a closed one, behind and faulty",
    () =>
      riskFormCard({
        ...riskForm,
        risk: { risk: "R1", last: "000003", isClosed: true },
        faults: { words: "Say what could go wrong.", owner: "Too long.", mitigation: "Too long.", reason: "Say why." },
        news: { sentence: "Somebody changed it.", lines: ["Sam Field, 19 November 2022: closed it: done"] },
      }),
  ],
  ["figureForm", () => figureFormCard(figureForm)],
  [
    "figureForm: behind and faulty",
    () =>
      figureFormCard({
        ...figureForm,
        atOnce: false,
        basis: "000002",
        onBehalfOf: "Lead officer A",
        faults: { summary: "Not saved yet.", more: "No day.", reason: "Too long." },
        news: { sentence: "Something was said.", lines: ["Sam Field, 19 November 2022: proposed baseline 240 weeks"] },
      }),
  ],
  ["figureDecision", () => figureDecisionCard(figureDecision)],
  ["figureDecision: with a fault", () => figureDecisionCard({ ...figureDecision, more: 2, comment: "No.", fault: "Say why." })],
  [
    "help",
    () =>
      helpCard({
        heading: "What you can ask",
        intro: "Press a line to try it, or write it. A short form will do.",
        commands: [
          { usage: "mine", does: "Your measures and what they need", words: "mine" },
          { usage: "summary [area]", does: "Where the plan or one area stands", words: "summary" },
          { usage: "overdue", does: "What is overdue and who leads it", words: "overdue" },
        ],
        more: [{ usage: "risks", does: "The plan's risk log" }],
        roles: ["Leads: answer the card I send, or simply write."],
        others: [{ usage: "sign-off REF", does: "Accept a measure as complete, for the chair" }],
      }),
  ],
  [
    "form",
    () =>
      formCard({
        planTitle,
        heading: "Away or handing over",
        lines: ["Whoever stands in is asked in these days."],
        fields: [
          { kind: "date", id: "from", label: "First day away", value: "2022-12-01" },
          { kind: "choice", id: "who", label: "Who is asked instead?", choices: [{ title: "Kim Lane", value: "kim" }], fault: "Somebody else must stand in." },
          { kind: "choices", id: "refs", label: "Not mine", value: "1.1", choices: [{ title: "1.1: Waiting times", value: "1.1" }] },
          { kind: "line", id: "whoElse", label: "Or somebody else" },
          { kind: "text", id: "words", label: "Words for them", value: "Until the new post is filled." },
        ],
        go: [cardButton("Save", { verb: "saveLeave", plan, nonce })],
        buttons: [cardButton("Back to my measures", { verb: "say", words: "mine" })],
      }),
  ],
  ["welcome", () => welcomeCard({ planTitle, about: "You lead 9 of its measures, so I will ask you for an update before each date." })],
  ["welcome: no plan yet", () => welcomeCard({ about: "You are not in a plan yet. Ask your programme manager to link you." })],
  [
    "choosePlan",
    () =>
      choosePlanCard({
        plans: [
          { id: plan, title: planTitle },
          { id: "worcestershire", title: "Worcestershire Accelerated Progress Plan" },
        ],
        words: "summary 2",
      }),
  ],
  [
    "people",
    () =>
      peopleCard({
        planTitle,
        linked: [{ lead: "Lead officer A", people: ["Sam Field", "Jo Smith"], measures: 3 }],
        unlinked: [{ lead: "RISE Head of Service", measures: 7 }],
        roles: [
          { who: "Alex Moor", role: "chair" },
          { who: "Kim Lane", role: "sro", of: "Area 2" },
        ],
        claimed: ["Kim Lane: 2.1.1-1"],
        given: ["3.2.1-5: Priya Shah"],
        away: ["Sam Field: away from 1 December 2022 to 14 December 2022, Priya Shah is asked instead"],
        undelivered: [{ to: "Sam Field", what: "reminder of 3 measures", why: "refused: the app was removed", since: "18 November 2022" }],
      }),
  ],
  ["unlinked", () => unlinkedCard({ planTitle, leads: [{ lead: "RISE Head of Service", refs: ["1.2.4-1", "2.2.1-5"] }] })],
  [
    "undelivered",
    () =>
      undeliveredCard({
        planTitle,
        plan,
        deliveries: ["a", "b", "c", "d"].map((key, i) => ({
          key,
          to: "Head of Service",
          what: "reminder of 3 measures",
          why: "may have arrived: Teams answered 502",
          maybeArrived: i % 2 === 0,
        })),
        waiting: ["Sam Field"],
      }),
  ],
  ["import", () => importCard(importOffer)],
  [
    "import: of several plans, older than chat, with news",
    () => importCard({ ...importOffer, changes: 2, keptFromChat: 2, hasColumns: true, mayBeOther: true, news: "This plan changed after the card was shown." }),
  ],
  ["import: nothing to look at", () => importCard({ ...importOffer, problems: 0, groups: [{ title: "0 things to look at", lines: [] }] })],
  [
    "import: stored",
    () => importedCard({ planTitle, lines: ["It now says what the file says: 2 new.", "9 leads are linked to nobody yet. Type people to see whom."] }),
  ],
  ["importList", () => importProblemsCard({ ...waiting, planTitle, problems: importProblems, page: 2 })],
  ["importList: none", () => importProblemsCard({ ...waiting, planTitle, problems: [], page: 1 })],
  [
    "importList: changes",
    () =>
      importChangesCard({
        ...waiting,
        planTitle,
        changes: [
          { what: "Gone: 1.1.2-9 “Families say they were heard”", lines: [] },
          { what: "Changed: 1.1.1-2 “Longest wait”", lines: ["due “March 2022” → “May 2022”", "leads “Lead officer A” → “Lead officer B”"] },
        ],
        page: 1,
      }),
  ],
  [
    "importColumns",
    () =>
      importColumnsCard({
        ...waiting,
        planTitle,
        columns: [...Array(20).keys()].map((n) => ({ heading: `Column ${n}`, ...(n % 2 === 0 && { field: "due" }) })),
        fields: [
          { field: "due", name: "Completion date" },
          { field: "lead", name: "Lead" },
        ],
        page: 2,
      }),
  ],
  ["importWhich", () => importWhichCard({ ...waiting, plans: [{ id: plan, title: planTitle }], create: { id: "send-plan", title: "SEND plan" } })],
  [
    "importWhich: none yet, and a bad name",
    () => importWhichCard({ ...waiting, plans: [], create: { id: "A plan!", title: "" }, fault: "Give the plan a title." }),
  ],
  ["lookOver", () => lookOverCard(narrative)],
  [
    "lookOver: behind, with what was typed",
    () => lookOverCard({ ...narrative, fault: "It says something else since.", decided: "Left out (Alex Moor, 21 November 2022)", instead: "Most schools." }),
  ],
  ["notice", () => noticeCard({ heading: "That measure is gone", body: "1.9.9 is no longer in the plan. Type mine to see your measures." })],
];
