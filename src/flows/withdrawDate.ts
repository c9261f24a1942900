import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { countsInWords } from "../cards/dateInWords.ts";
import { dateNewsCard } from "../cards/dateNewsCard.ts";
import { type DateChange, datesWith } from "../domain/dateChange.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { dateNewsOf } from "./composeDateForm.ts";
import { entryBase } from "./entryBase.ts";
import { measureToAnswer } from "./measureToAnswer.ts";

/** Takes back a request that waits, by a new row. @throws UserError when it does not wait any more, or the measure is not theirs */
export async function withdrawDate(ports: Ports, at: AtPlan, press: Extract<CardAction, { verb: "withdrawDate" }>): Promise<Message> {
  const measure = measureToAnswer(at, press.ref);
  const { id: plan, title } = at.plan;
  const change: DateChange = {
    ...entryBase(ports, at, measure.dates?.lastChange, { via: "card", nonce: press.nonce }),
    ref: measure.ref,
    kind: "withdrawal",
    reason: "",
    answers: press.request,
  };
  const waits = measure.dates?.waiting?.id === press.request;
  const outcome = waits ? await ports.plans.append(plan, "dates", change, datesWith(measure.dates, change)) : undefined;
  if (outcome?.kind !== "stored" && outcome?.kind !== "repeated") {
    const history = await ports.plans.entries(plan, "dates", measure.ref);
    const after = history.filter(({ id }) => id > press.request);
    // Pressed again, it says the same.
    if (!after.some(({ kind, answers }) => kind === "withdrawal" && answers === press.request))
      throw new UserError(`That request does not wait any more. ${dateNewsOf(after).join(". ")}`);
  }
  const lines = [`${countsInWords(measure.due)}, as before. The history shows both.`];
  const buttons = [cardButton("Ask for a date again", { verb: "openDate", plan, ref: measure.ref })];
  return {
    card: dateNewsCard({ planTitle: title, heading: `${measure.ref}: request taken back`, entries: [{ title: "Nothing was moved", lines }], buttons }),
    alert: "Request taken back",
  };
}
