import { CardAction } from "../cards/cardAction.ts";
import { escapeMarkdown } from "../cards/escape.ts";
import { noticeCard } from "../cards/noticeCard.ts";
import { typedIn } from "../domain/answerForm.ts";
import type { ObjectId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import { addEvidence } from "../flows/addEvidence.ts";
import { askForDate, openDateForm } from "../flows/askForDate.ts";
import { askLater, openLater } from "../flows/askLater.ts";
import { type AtPlan, atPlan } from "../flows/atPlan.ts";
import { boxesOf, openFigures, saveFigures } from "../flows/changeFigures.ts";
import { composeForward } from "../flows/composeForward.ts";
import { composeList } from "../flows/composeList.ts";
import { composeLookOver } from "../flows/composeLookOver.ts";
import { composeWhich } from "../flows/composeQuestion.ts";
import { decideAlone } from "../flows/decideAlone.ts";
import { decideClaim, openClaim } from "../flows/decideClaim.ts";
import { decideDate, openDateDecision } from "../flows/decideDate.ts";
import { decideFigures } from "../flows/decideFigures.ts";
import { findHistory } from "../flows/findHistory.ts";
import { lookOver } from "../flows/lookOver.ts";
import { moveUpdate } from "../flows/moveUpdate.ts";
import { sendReport } from "../flows/offerReport.ts";
import { openForm } from "../flows/openForm.ts";
import { recordUpdate } from "../flows/recordUpdate.ts";
import { chooseForDate, saveDraft } from "../flows/saveDraft.ts";
import { cancelLeave, openLeave, saveLeave, undoLeave } from "../flows/saveLeave.ts";
import { logRisk, openRisk, saveRisk } from "../flows/saveRisk.ts";
import { openNotMine, sayNotMine, takeBackNotMine } from "../flows/sayNotMine.ts";
import { saveCadence } from "../flows/setCadence.ts";
import { setConfidential } from "../flows/setConfidential.ts";
import { settleDelivery } from "../flows/settleDelivery.ts";
import { showHistory } from "../flows/showHistory.ts";
import { startRound } from "../flows/startRound.ts";
import { undoUpdate } from "../flows/undoUpdate.ts";
import { withdrawDate } from "../flows/withdrawDate.ts";
import type { Asker, Message, Ports } from "../ports.ts";
import { answerMessage } from "./answerMessage.ts";
import type { Command } from "./command.ts";
import { deedOfVerb } from "./deedOfVerb.ts";
import { findMeasureEver } from "./findMeasure.ts";
import { placeOfVerb } from "./placeOfVerb.ts";
import { isBoardAction, pressBoard } from "./pressBoard.ts";
import { type ImportAction, isImportAction, pressImport } from "./pressImport.ts";
import { requireDeed } from "./requireDeed.ts";

/** Answers a press on one of our cards with the next card. Card data says what was pressed, never by whom (law 5). */
export async function pressCard(ports: Ports, asker: Asker, data: unknown, admins: readonly ObjectId[], commands: readonly Command[]): Promise<Message> {
  const action = CardAction.safeParse(data).data;
  ports.log.info("card pressed", { verb: action?.verb, where: asker.where.kind });
  if (!action) return unread;
  try {
    switch (action.verb) {
      case "say":
        return await answerMessage({ ports, asker, words: action.words, mentioned: [], admins }, commands);
      case "choosePlan":
        await allowedAt(ports, asker, action, admins);
        await ports.people.save({ objectId: asker.objectId, currentPlan: action.plan });
        return await answerMessage({ ports, asker, words: action.words, mentioned: [], admins }, commands);
      default:
        if (placeOfVerb[action.verb] === "personal" && asker.where.kind !== "personal") throw new UserError(oneToOne(action));
        if (isImportAction(action)) return await pressImport({ ports, asker, admins }, action);
        return await atItsPlan(ports, asker, await allowedAt(ports, asker, action, admins), action);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // In a channel a sentence leaves the card as it is for everybody else.
    if (asker.where.kind !== "personal") return { text: escapeMarkdown(error.message), alert: "Drumbeat" };
    return sorry(error.message, wordsIn(action));
  }
}

function oneToOne(action: CardAction): string {
  if (isImportAction(action)) return "Files are brought in one to one: write to me there.";
  return "Updates are made one to one, so that nobody answers in another's name: write to me there.";
}

/** @throws UserError where the plan is not theirs to read, or the deed not theirs */
async function allowedAt(
  ports: Ports,
  asker: Asker,
  action: Exclude<CardAction, ImportAction | { verb: "say" }>,
  admins: readonly ObjectId[],
): Promise<AtPlan> {
  // A further channel for a digest is named in the channel itself.
  const at = await atPlan(ports, asker, action.plan, admins, action.verb === "saveCadence");
  requireDeed(at, asker, deedOfVerb[action.verb]);
  return at;
}

async function atItsPlan(ports: Ports, asker: Asker, at: AtPlan, action: Exclude<CardAction, ImportAction | { verb: "say" | "choosePlan" }>): Promise<Message> {
  if (isBoardAction(action)) return pressBoard(ports, at, action);
  switch (action.verb) {
    case "showList":
      return composeList(at.plan, action.list, at.person, at.today);
    case "openForm":
      return openForm(ports, at, action);
    case "saveUpdate":
      return recordUpdate(ports, at, action);
    case "undoUpdate":
      return undoUpdate(ports, at, action);
    case "moveUpdate":
      return moveUpdate(ports, at, action);
    case "openDate":
      return openDateForm(at, action);
    case "askForDate":
      return askForDate(ports, at, action);
    case "openLater":
      return openLater(at, action);
    case "askLater":
      return askLater(ports, at, action);
    case "startRound":
      return startRound(ports, at, action);
    case "showForward":
      return composeForward(ports, at, action);
    case "withdrawDate":
      return withdrawDate(ports, at, action);
    case "openDateDecision":
      return openDateDecision(ports, at, action);
    case "decideDate":
      return decideDate(ports, at, action);
    case "openDraft":
      return composeWhich(at, { among: action.among, draft: { ...typedIn(action), narrative: action.narrative }, heading: "Keep this as an update?" });
    case "saveDraft":
      return saveDraft(ports, at, action);
    case "addEvidence":
      return addEvidence(ports, at, action);
    case "chooseForDate":
      return chooseForDate(ports, at, action);
    case "openFigures":
      return openFigures(at, action);
    case "saveFigures":
      return saveFigures(ports, at, action);
    case "decideFigures":
      return decideFigures(ports, at, action);
    case "openRisk":
      return openRisk(at, action);
    case "logRisk":
      return logRisk(ports, at, action);
    case "saveRisk":
      return saveRisk(ports, at, action);
    case "setConfidential":
      return setConfidential(ports, at, action);
    case "showLookOver":
      return composeLookOver(at.plan, { ref: action.ref });
    case "lookOver":
      return lookOver(ports, at, action);
    case "saveCadence":
      return saveCadence(ports, asker, at, action);
    case "openNotMine":
      return openNotMine(ports, at, { among: action.among, who: action.who, whoElse: action.whoElse, words: action.words });
    case "sayNotMine":
      return sayNotMine(ports, at, action);
    case "takeBackNotMine":
      return takeBackNotMine(ports, at, action);
    case "openClaim":
      return openClaim(ports, at, action);
    case "decideClaim":
      return decideClaim(ports, at, action);
    case "openLeave":
      return openLeave(ports, at, { person: action.person });
    case "saveLeave":
      return saveLeave(ports, at, action);
    case "undoArrangement":
      return undoLeave(ports, at, action);
    case "cancelLeave":
      return cancelLeave(ports, at, action);
    case "sendReport":
      return sendReport(ports, asker, at, action);
    case "settleDelivery":
      return settleDelivery(ports, at, action);
    case "decideAlone":
      return decideAlone(ports, at, action);
    case "showHistory":
      return showHistory(ports, at, findMeasureEver(at.plan, action.ref), asker.where, action);
    case "findHistory":
      return findHistory(ports, at, action);
  }
}

/** Most likely a newer version made the card and this process is still of the one before. Without a card in answer what was typed stays in it. */
const unread: Message = {
  text: "I could not read that press; I may be in the middle of an update. Press again in a minute. If I say so again, ask me for a fresh card.",
  alert: "Press again in a minute",
};

/** What a person typed into the card; undefined for a card without boxes. */
function wordsIn(action: CardAction): readonly (string | undefined | false)[] | undefined {
  switch (action.verb) {
    case "saveDraft":
    case "saveUpdate":
      return [
        action.narrative,
        action.figure && `Figure: ${action.figure}`,
        action.help && `What would help: ${action.help}`,
        action.risk && `Risk: ${action.risk}`,
        action.mitigation && `What is done about it: ${action.mitigation}`,
        action.why && `Your answer: ${action.why}`,
        action.link && `Evidence: ${action.link}`,
      ];
    case "chooseForDate":
    case "askForDate":
      return [action.reason, action.date && `New date: ${action.date}`];
    case "askLater":
      return [action.date];
    case "lookOver":
      return [action.instead];
    case "sendBack":
    case "reopen":
    case "setMonitoring":
      return [action.reason];
    case "decideDate":
      return [action.comment, action.otherDate && `Another date: ${action.otherDate}`];
    case "sayNotMine":
    case "decideClaim":
      return [action.words, action.whoElse && `Whose it is: ${action.whoElse}`];
    case "saveLeave":
      return [action.whoElse && `Who stands in: ${action.whoElse}`];
    case "saveFigures":
      return boxesOf(action);
    case "decideFigures":
      return [action.comment];
    case "saveRisk":
      return [action.words, action.owner && `Owner: ${action.owner}`, action.mitigation && `What is done about it: ${action.mitigation}`, action.reason];
    default:
      return undefined;
  }
}

/** What was typed comes back with the sentence, so that it can be used elsewhere. */
function sorry(sentence: string, typed?: ReturnType<typeof wordsIn>): Message {
  const kept = (typed ?? []).filter(Boolean);
  const body = kept.length > 0 ? `${sentence}\n\nYou wrote: ${kept.join("\n\n")}` : sentence;
  return { card: noticeCard({ heading: typed ? "This was not saved" : "Drumbeat", body }), alert: "Drumbeat" };
}
