import { draftCard } from "../cards/draftCard.ts";
import { askedAtOnce } from "../cards/listToken.ts";
import { measuresOf } from "../domain/askLine.ts";
import type { Said } from "../domain/said/said.ts";
import type { Message, Ports } from "../ports.ts";
import { askForDateInWords } from "./askForDate.ts";
import type { AtPlan } from "./atPlan.ts";
import { keepTyped } from "./composeReply.ts";
import { sourceOf, type TypedMessage } from "./heardBefore.ts";
import { nonceOf } from "./recordAnswers.ts";

type MoreTime = Extract<Said, { kind: "moreTime" }>;

/** Turns a wish for more time into a request for a new date; of several measures it asks which first. @throws UserError when it is not theirs */
export async function composeTime(ports: Ports, at: AtPlan, { refs, until = "", reason }: MoreTime, typed: TypedMessage): Promise<Message> {
  const [ref, ...others] = refs;
  if (!ref) return keepTyped(at, "You lead no open measure of this plan, so there is no date I could ask to move.", typed.words);
  return others.length === 0
    ? askForDateInWords(ports, at, ref, { date: until, reason, nonce: nonceOf(sourceOf(at, typed), `date ${ref}`) })
    : composeTimeFor(at, refs, { date: until, reason });
}

/** @param fault - said where none was chosen */
export function composeTimeFor({ plan }: AtPlan, among: readonly string[], typed: { readonly date: string; readonly reason: string }, fault?: string): Message {
  const measures = measuresOf(plan, among).slice(0, askedAtOnce);
  const card = draftCard({
    planTitle: plan.title,
    heading: "A new date for which measure?",
    question: "You could mean several, and I don’t guess. Nothing is asked for yet.",
    measures,
    ...(fault && { faults: { ref: fault } }),
    go: { verb: "chooseForDate", plan: plan.id, among: measures.map(({ ref }) => ref) },
    asks: { kind: "date", ...typed },
  });
  return { card, alert: "A new date for which measure?" };
}
