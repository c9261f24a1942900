import type { CardAction } from "../cards/cardAction.ts";
import type { Deed } from "../domain/permission.ts";

/**
 * What a press needs to be allowed at its plan; `words` are judged as if they were typed. A flow may be finer still: whose
 * measure it is, whom the plan names. A file that waits belongs to no plan yet: there it is enough to manage one.
 */
export const deedOfVerb = {
  say: "words",
  choosePlan: "read",
  showList: "read",
  showHistory: "read",
  findHistory: "read",
  openForm: "answer",
  saveUpdate: "answer",
  undoUpdate: "answer",
  openDraft: "answer",
  saveDraft: "answer",
  chooseForDate: "answer",
  openDate: "answer",
  askForDate: "answer",
  withdrawDate: "answer",
  openLater: "answer",
  askLater: "answer",
  startRound: "manage",
  showForward: "manage",
  openDateDecision: "decideDates",
  decideDate: "decideDates",
  settleDelivery: "manage",
  addEvidence: "answer",
  saveCadence: "manage",
  openFigures: "answer",
  saveFigures: "answer",
  decideFigures: "manage",
  openRisk: "answer",
  logRisk: "answer",
  saveRisk: "answer",
  setConfidential: "confide",
  showImport: "manage",
  choosePlanToImport: "manage",
  showImportProblems: "manage",
  showImportChanges: "manage",
  offerImportProblems: "manage",
  showImportColumns: "manage",
  mapImportColumns: "manage",
  acceptImport: "manage",
  cancelImport: "manage",
} as const satisfies Record<CardAction["verb"], Deed | "words">;
