import { type Evidence, once, readFileReference } from "../domain/evidence.ts";
import type { Plan } from "../domain/plan.ts";
import { readSaid } from "../domain/said/readSaid.ts";
import type { Asked, Draft, Said, SaidOfOne } from "../domain/said/said.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import { askEvidence } from "./addEvidence.ts";
import { askedOf } from "./askedOf.ts";
import { askLaterInWords } from "./askLater.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeHeard, type HeardOf } from "./composeHeard.ts";
import { composeQuestion, composeWhich, questionOf } from "./composeQuestion.ts";
import { composeReply, keepTyped } from "./composeReply.ts";
import { composeTime } from "./composeTime.ts";
import { hearCorrection } from "./hearCorrection.ts";
import { heardJustNow, sourceOf, storedBefore, type TypedMessage } from "./heardBefore.ts";
import { measureToAnswer } from "./measureToAnswer.ts";
import { rememberOpened } from "./openForm.ts";
import { nonceOf, recordAnswer, recordAnswers } from "./recordAnswers.ts";
import { receiptFor } from "./recordUpdate.ts";
import { comeBack, leaveInWords } from "./saveLeave.ts";
import { notMineInWords, openNotMine } from "./sayNotMine.ts";

export type HeardAnswer =
  | { readonly kind: "answered"; readonly message: Message }
  /** No answer to anything asked: commands may be meant. What was typed can be kept as a draft of one of `among`. */
  | { readonly kind: "unsure"; readonly among: readonly string[]; readonly draft: Draft };

/**
 * Hears what somebody says in words who was asked about measures. What is certain is stored at once (law 4; the message
 * is its nonce) and shown back with Undo and Change; what is not is asked, with everything that was typed.
 */
export async function hearAnswer(ports: Ports, at: AtPlan, typed: TypedMessage): Promise<HeardAnswer> {
  const before = storedBefore(at, typed).map(({ measure }) => measure.ref);
  const now = await askedOf(ports, at);
  const asked = before.length > 0 ? { ...now, focus: before } : now;
  const justNow = before.length === 0 ? heardJustNow(ports, at, typed, asked) : undefined;
  if (justNow) return answered(justNow);
  if (typed.words.trim() === "" && typed.files?.length) return answered(await hearFiles(ports, at, typed, now));
  const corrected = before.length === 0 && !typed.files?.length ? await hearCorrection(ports, at, typed, asked) : undefined;
  if (corrected) return answered(corrected);
  const said = withFiles(readSaid(typed.words, asked), asked, typed);
  ports.log.info("heard in words", { plan: at.plan.id, kind: said.kind, of: said.kind === "report" ? said.of.map(({ kind }) => kind) : undefined });
  if (said.kind === "unsure" && !said.forwarded && !typed.files?.length) return { kind: "unsure", among: said.refs, draft: said.draft };
  if (said.kind === "question" && said.about === "other") return { kind: "unsure", among: said.refs, draft: { narrative: typed.words } };
  try {
    return answered(await answerTo(ports, at, said, typed));
  } catch (error) {
    if (error instanceof UserError) return answered(keepTyped(at, error.message, typed.words));
    throw error;
  }
}

/** @throws UserError where Teams named no place they could be referred to */
async function hearFiles(ports: Ports, at: AtPlan, typed: TypedMessage, { focus }: Asked): Promise<Message> {
  const files = referencesOf(typed.files);
  if (files.length === 0)
    throw new UserError(
      "Teams did not tell me where that is kept, so I can't refer to it. Put it into OneDrive or SharePoint and send me its link with your update.",
    );
  return askEvidence(ports, at, files, focus, nonceOf(sourceOf(at, typed), "evidence"));
}

async function answerTo(ports: Ports, at: AtPlan, said: Said, typed: TypedMessage): Promise<Message> {
  switch (said.kind) {
    case "report":
      return report(ports, at, said.of, typed);
    case "moreTime":
      return composeTime(ports, at, said, typed);
    case "later":
      return askLaterInWords(ports, at, said, nonceOf(sourceOf(at, typed), said.kind));
    case "unsure":
      return keepDraft(at, said.refs, said.draft, typed);
    case "notMine":
      if (said.ask && said.refs.length > 0) return openNotMine(ports, at, { among: said.refs, whoElse: said.whom, words: typed.words });
      return said.refs.length > 0
        ? notMineInWords(ports, at, said, typed)
        : keepTyped(at, "You lead no open measure of this plan, so there is nothing to hand on.", typed.words);
    case "handover":
      return leaveInWords(ports, at, typed.words, { nonce: nonceOf(sourceOf(at, typed), "leave"), via: "chat", whom: said.whom });
    case "back":
      return comeBack(ports, at, { nonce: nonceOf(sourceOf(at, typed), "back"), via: "chat" });
    default:
      return composeReply(at, said, typed.words);
  }
}

/** Where nothing can be a draft of, what was typed is shown back. */
function keepDraft(at: AtPlan, among: readonly string[], draft: Draft, { words }: TypedMessage): Message {
  const [ref, ...others] = among;
  if (!ref) return keepTyped(at, "You lead no open measure of this plan, so nothing was recorded.", words);
  if (others.length === 0) return composeQuestion(at, { kind: "askRating", ref, draft });
  return composeWhich(at, { among, draft, heading: "Shall I keep this as an update?" });
}

async function report(ports: Ports, at: AtPlan, of: readonly SaidOfOne[], typed: TypedMessage): Promise<Message> {
  const source = sourceOf(at, typed);
  const [only, ...others] = of;
  if (only && others.length === 0) {
    if (only.kind !== "answer") {
      if (only.kind !== "askWhich") await rememberOpened(ports, at, only.ref);
      return composeQuestion(at, only);
    }
    const outcome = await recordAnswer(ports, at, { ...only, basis: basisOf(at.plan, only.ref) }, source, "chat");
    return outcome.kind === "stored" ? receiptFor(at, outcome.measure, outcome.update, undefined) : outcome.ask;
  }
  const answers = of.filter((said) => said.kind === "answer").map((said) => ({ ...said, basis: basisOf(at.plan, said.ref) }));
  const { stored, questions, notes } = await recordAnswers(ports, at, answers, source, "chat");
  const open = of.filter((said) => said.kind !== "answer").map((said) => questionOn(at, said));
  return composeHeard(ports, at, {
    stored,
    questions: [...questions, ...open.filter((one) => typeof one !== "string")],
    notes: [...notes, ...open.filter((one) => typeof one === "string")],
  });
}

/** Of a message about several measures: what is to be answered from the list, or a sentence about what could not be placed. */
function questionOn(at: AtPlan, said: Exclude<SaidOfOne, { kind: "answer" }>): HeardOf["questions"][number] | string {
  if (said.kind === "askWhich")
    return `I could not tell which measure you mean by “${said.draft.narrative || said.draft.rating}”. Type it again with its reference in front.`;
  try {
    const { draft, sentence } = questionOf(at, measureToAnswer(at, said.ref), said);
    return { ref: said.ref, sentence, draft };
  } catch (error) {
    if (error instanceof UserError) return `${error.message} You typed: ${said.draft.narrative}`;
    throw error;
  }
}

function basisOf({ measures }: Plan, ref: string): string | undefined {
  return measures.find((measure) => measure.ref === ref)?.standing?.lastUpdate;
}

/** A file is kept by reference with what it came beside; one that cannot be referred to is named in the words. */
function withFiles(said: Said, { own, focus }: Asked, { words, files = [] }: TypedMessage): Said {
  if (files.length === 0) return said;
  if (said.kind === "report") return { ...said, of: said.of.map((one) => ({ ...one, draft: draftWith(one.draft, files) }) as SaidOfOne) };
  return { kind: "unsure", refs: focus.length > 0 ? focus : own, draft: draftWith({ narrative: words }, files), forwarded: false };
}

function draftWith(draft: Draft, sent: NonNullable<TypedMessage["files"]>): Draft {
  const files = referencesOf(sent);
  const named = sent.filter(({ name }) => !files.some((file) => file.name === name)).map(({ name }) => name);
  const narrative = named.length > 0 ? `${draft.narrative} (with ${named.join(", ")})`.trim() : draft.narrative;
  return { ...draft, narrative, ...(files.length > 0 && { files }) };
}

function referencesOf(sent: TypedMessage["files"] = []): Evidence[] {
  return once(sent.flatMap(({ name, place }) => readFileReference(name, place) ?? []));
}

function answered(message: Message): HeardAnswer {
  return { kind: "answered", message };
}
