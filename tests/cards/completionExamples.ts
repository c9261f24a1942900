import { type AgendaItem, agendaCard, agendaInWords } from "../../src/cards/agendaCard.ts";
import type { Card } from "../../src/cards/card.ts";
import { reasonCard } from "../../src/cards/reasonCard.ts";
import { type Proposal, proposalsPerPage, type SignOffList, signOffCard } from "../../src/cards/signOffCard.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { MonitoringChange } from "../../src/domain/monitoring.ts";

const plan = "warwickshire";
const planTitle = "Warwickshire Written Statement of Action";
const nonce = "5b8c1f0a-6a39-4a43-9d0c-1f0f4b1f6f11";

export const proposal: Proposal = {
  ref: "2.1.1-3",
  words: "Every school has a named contact",
  basis: "000002",
  narrative: "All 190 schools have one; the list is on the local offer.",
  figure: "190 of 190",
  evidence: "Schools say whom they call",
  by: "Sam Field",
  onBehalfOf: "Lead officer A",
  on: day("2022-11-18"),
  before: "Green: On track, no concerns",
};
export const signOffList: SignOffList = { planTitle, plan, proposals: [proposal], page: 1, pages: 1, total: 1, nonce };
const undo = { title: "Undo", data: { verb: "undoSignOff", plan, ref: "1.2.5-3", nonce, update: "000002" } } as const;

export const release: MonitoringChange = {
  id: "000001",
  part: "section",
  ref: "2.1",
  at: instantOf("2022-10-03T10:00:00Z"),
  on: day("2022-10-03"),
  by: { objectId: "a", name: "Alex Moor" },
  via: "chat",
  kind: "release",
  reason: "Embedded for two terms",
  nonce,
};

export const item: AgendaItem = {
  what: "Proposed complete",
  ref: "2.1.1-3",
  words: proposal.words,
  lines: ["By Sam Field, 18 November 2022: “All 190 schools have one.”", "Until then: Green: On track, no concerns"],
  decide: { title: "Decide on 2.1.1-3", data: { verb: "showSignOff", plan, page: 1 } },
  history: { title: "History of 2.1.1-3", data: { verb: "showHistory", plan, ref: "2.1.1-3" } },
};

/** Cards about what the board decides. */
export const completionExamples: readonly (readonly [string, () => Card])[] = [
  [
    "signOff",
    () => signOffCard({ ...signOffList, outcomes: [{ kind: "done", title: "1.2.5-3 is signed off as complete", lines: ["Its lead will be told."], undo }] }),
  ],
  [
    "signOff: a page of several, one left",
    () =>
      signOffCard({
        ...signOffList,
        proposals: Array.from({ length: proposalsPerPage }, (_, n) => ({ ...proposal, ref: `2.1.${n}`, figure: undefined, onBehalfOf: undefined })),
        page: 2,
        pages: 3,
        total: 14,
        outcomes: [{ kind: "not", title: "2.1.9 was not signed off", lines: ["Its lead said something new."] }],
      }),
  ],
  ["signOff: nothing waits", () => signOffCard({ ...signOffList, proposals: [], total: 0 })],
  ["dates: agenda", () => agendaCard({ planTitle, heading: agendaInWords(2, 0), items: [item, { ...item, decide: undefined }] })],
  ["dates: agenda, nothing waits", () => agendaCard({ planTitle, heading: agendaInWords(0, 0), items: [] })],
  [
    "reason",
    () =>
      reasonCard({
        planTitle,
        heading: "2.1.1-3: open it again",
        words: proposal.words,
        facts: ["Its lead is told."],
        fault: "Choose what it counts as now.",
        news: { sentence: "This changed.", lines: ["Alex Moor, 21 November 2022: signed off as complete"] },
        choice: { label: "It counts from now on as", value: "Amber", choices: [{ title: "Amber", value: "Amber" }] },
        label: "Why is it opened again?",
        placeholder: "For example: it went up again",
        reason: "It went up.",
        store: { title: "Reopen", data: { verb: "reopen", plan, ref: "2.1.1-3", nonce } },
        buttons: [],
      }),
  ],
  [
    "reason: to send back",
    () =>
      reasonCard({
        planTitle,
        heading: "2.1.1-3: send it back",
        words: proposal.words,
        facts: [],
        label: "What is still missing?",
        placeholder: "For example: a term's figures",
        store: { title: "Send back", data: { verb: "sendBack", plan, ref: "2.1.1-3", nonce, basis: "000002", page: 1 } },
        buttons: [],
      }),
  ],
];
