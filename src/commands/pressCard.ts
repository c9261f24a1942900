import { CardAction } from "../cards/cardAction.ts";
import { escapeMarkdown } from "../cards/escape.ts";
import { noticeCard } from "../cards/noticeCard.ts";
import type { ObjectId } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import { askForDate, openDateForm } from "../flows/askForDate.ts";
import { type AtPlan, atPlan } from "../flows/atPlan.ts";
import { composeList } from "../flows/composeList.ts";
import { composeWhich } from "../flows/composeQuestion.ts";
import { decideDate, openDateDecision } from "../flows/decideDate.ts";
import { sendReport } from "../flows/offerReport.ts";
import { openForm } from "../flows/openForm.ts";
import { recordUpdate } from "../flows/recordUpdate.ts";
import { chooseForDate, saveDraft } from "../flows/saveDraft.ts";
import { settleDelivery } from "../flows/settleDelivery.ts";
import { showHistory } from "../flows/showHistory.ts";
import { undoUpdate } from "../flows/undoUpdate.ts";
import { withdrawDate } from "../flows/withdrawDate.ts";
import type { Asker, Message, Ports } from "../ports.ts";
import { answerMessage } from "./answerMessage.ts";
import type { Command } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";
import { type ImportAction, isImportAction, pressImport } from "./pressImport.ts";

/** A card in a channel is everybody's copy: whatever is answered in it would stand there for all. */
const alone = {
  openForm: true,
  saveUpdate: true,
  undoUpdate: true,
  showList: true,
  settleDelivery: true,
  openDraft: true,
  saveDraft: true,
  chooseForDate: true,
  openDate: true,
  askForDate: true,
  withdrawDate: true,
  openDateDecision: true,
  decideDate: true,
};

/** Answers a press on one of our cards with the next card. Card data says what was pressed, never by whom (law 5). */
export async function pressCard(ports: Ports, asker: Asker, data: unknown, admins: readonly ObjectId[], commands: readonly Command[]): Promise<Message> {
  const parsed = CardAction.safeParse(data);
  const action = parsed.data;
  ports.log.info("card pressed", { verb: action?.verb, where: asker.where.kind });
  try {
    if (!action) throw new UserError("I can't read this card any more. Ask me again for a fresh one.");
    switch (action.verb) {
      case "say":
        return await answerMessage({ ports, asker, words: action.words, mentioned: [], admins }, commands);
      case "choosePlan":
        await atPlan(ports, asker, action.plan, admins);
        await ports.people.save({ objectId: asker.objectId, currentPlan: action.plan });
        return await answerMessage({ ports, asker, words: action.words, mentioned: [], admins }, commands);
      default:
        if (isImportAction(action)) {
          if (asker.where.kind !== "personal") throw new UserError("Files are brought in one to one: write to me there.");
          return await pressImport({ ports, asker, admins }, action);
        }
        if (action.verb in alone && asker.where.kind !== "personal")
          throw new UserError("Updates are made one to one, so that nobody answers in another's name: write to me there.");
        return await atItsPlan(ports, asker, await atPlan(ports, asker, action.plan, admins), action);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // In a channel a sentence leaves the card as it is for everybody else.
    if (asker.where.kind !== "personal") return { text: escapeMarkdown(error.message), alert: "Drumbeat" };
    return sorry(error.message, action && typedIn(action));
  }
}

async function atItsPlan(ports: Ports, asker: Asker, at: AtPlan, action: Exclude<CardAction, ImportAction | { verb: "say" | "choosePlan" }>): Promise<Message> {
  switch (action.verb) {
    case "showList":
      return composeList(at.plan, action.list, at.person, at.today);
    case "openForm":
      return openForm(ports, at, action);
    case "saveUpdate":
      return recordUpdate(ports, at, action);
    case "undoUpdate":
      return undoUpdate(ports, at, action);
    case "openDate":
      return openDateForm(at, action);
    case "askForDate":
      return askForDate(ports, at, action);
    case "withdrawDate":
      return withdrawDate(ports, at, action);
    case "openDateDecision":
      return openDateDecision(ports, at, action);
    case "decideDate":
      return decideDate(ports, at, action);
    case "openDraft":
      return composeWhich(at, { among: action.among, draft: draftOf(action), heading: "Keep this as an update?" });
    case "saveDraft":
      return saveDraft(ports, at, action);
    case "chooseForDate":
      return chooseForDate(ports, at, action);
    case "sendReport":
      return sendReport(ports, asker, at, action);
    case "settleDelivery":
      return settleDelivery(ports, at, action);
    case "showHistory":
      return showHistory(ports, at, findMeasure(at.plan, action.ref), asker.where, action);
  }
}

function draftOf({ rating, narrative, figure, help }: Extract<CardAction, { verb: "openDraft" }>) {
  return { rating, narrative, figure, help };
}

/** What a person typed into the card; undefined for a card without boxes. */
function typedIn(action: CardAction): readonly (string | undefined | false)[] | undefined {
  switch (action.verb) {
    case "saveDraft":
    case "saveUpdate":
      return [action.narrative, action.figure && `Figure: ${action.figure}`, action.help && `What would help: ${action.help}`];
    case "chooseForDate":
    case "askForDate":
      return [action.reason, action.date && `New date: ${action.date}`];
    case "decideDate":
      return [action.comment, action.otherDate && `Another date: ${action.otherDate}`];
    default:
      return undefined;
  }
}

/** What was typed comes back with the sentence, so that it can be used elsewhere. */
function sorry(sentence: string, typed?: ReturnType<typeof typedIn>): Message {
  const kept = (typed ?? []).filter(Boolean);
  const body = kept.length > 0 ? `${sentence}\n\nYou wrote: ${kept.join("\n\n")}` : sentence;
  return { card: noticeCard({ heading: typed ? "This was not saved" : "Drumbeat", body }), alert: "Drumbeat" };
}
