import type { CardAction } from "../cards/cardAction.ts";
import { readAnswer, typedIn } from "../domain/answerForm.ts";
import type { Message, Ports } from "../ports.ts";
import { askForDateInWords } from "./askForDate.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeHeard } from "./composeHeard.ts";
import { composeWhich } from "./composeQuestion.ts";
import { composeTimeFor } from "./composeTime.ts";
import { nonceOf, recordAnswers } from "./recordAnswers.ts";
import { recordUpdate } from "./recordUpdate.ts";

type SaveDraft = Extract<CardAction, { verb: "saveDraft" }>;

/** Stores what was said in words for the measures that were chosen. A fault brings the card back with everything in it. */
export async function saveDraft(ports: Ports, at: AtPlan, form: SaveDraft): Promise<Message> {
  const { among, bases, nonce } = form;
  const draft = { ...typedIn(form), narrative: form.narrative ?? "" };
  const refs = chosen(at, form.ref);
  const [ref, ...others] = refs;
  if (!ref) return composeWhich(at, { among, draft, faults: { ref: "Choose the measure you mean." } });
  if (others.length === 0)
    return recordUpdate(ports, at, { verb: "saveUpdate", plan: at.plan.id, ref, nonce: nonceOf(nonce, ref), basis: bases[ref], ...draft });

  const read = readAnswer(draft, at.plan.scheme);
  if (read.kind === "faults") {
    const faults = Object.fromEntries(read.faults.map(({ field, sentence }) => [onCard.find((box) => box === field) ?? "narrative", sentence]));
    return composeWhich(at, { among, draft, faults, chosen: refs });
  }
  const answers = refs.map((one) => ({ ref: one, draft, basis: bases[one] }));
  return composeHeard(ports, at, await recordAnswers(ports, at, answers, nonce, "card"));
}

/** Asks for a new date of the measure that was chosen, as it was said in words. @throws UserError when it is not theirs */
export async function chooseForDate(ports: Ports, at: AtPlan, form: Extract<CardAction, { verb: "chooseForDate" }>): Promise<Message> {
  const { date = "", reason = "", among } = form;
  const [ref] = chosen(at, form.ref);
  return ref ? askForDateInWords(ports, at, ref, { date, reason }) : composeTimeFor(at, among, { date, reason }, "Choose the measure you mean.");
}

/** The boxes of that card; what is wrong with the rest came with the words. */
const onCard = ["rating", "narrative", "figure", "help"] as const;

/** Several come with commas between, which a reference might hold itself. */
function chosen({ plan }: AtPlan, typed = ""): string[] {
  const known = new Set(plan.measures.map(({ ref }) => ref));
  if (known.has(typed)) return [typed];
  return [...new Set(typed.split(",").map((ref) => ref.trim()))].filter((ref) => known.has(ref));
}
