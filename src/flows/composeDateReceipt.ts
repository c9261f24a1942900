import { randomUUID } from "node:crypto";
import { cardButton } from "../cards/cardButton.ts";
import { countsInWords, newDateInWords } from "../cards/dateInWords.ts";
import { dateNewsCard } from "../cards/dateNewsCard.ts";
import type { ListToken } from "../cards/listToken.ts";
import type { DateChange } from "../domain/dateChange.ts";
import type { Measure } from "../domain/measure.ts";
import { dateDeciderOf } from "../domain/permission.ts";
import { slipInWords } from "../domain/slipInWords.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { deciderInWords } from "./composeDateForm.ts";

/** Says what was asked for, what counts meanwhile and who decides. */
export function composeDateReceipt({ plan }: AtPlan, measure: Measure, request: DateChange, list?: ListToken): Message {
  const { ref, due } = measure;
  const asked = request.due ?? due;
  const slip = slipInWords(due, asked);
  const waits = measure.dates?.waiting?.id === request.id;
  const decider = deciderInWords(dateDeciderOf(plan, measure));
  const lines = [
    `“${request.reason}”`,
    ...(request.typed && request.typed !== asked.asWritten ? [`You wrote “${request.typed}”; it was read as ${newDateInWords(request.before, asked)}.`] : []),
    ...(request.onBehalfOf ? [`On behalf of ${request.onBehalfOf}.`] : []),
    waits ? `Until ${decider} decides, ${countsInWords(due)}. You will be told.` : `It does not wait any more. Type “history ${ref}” to see what became of it.`,
  ];
  const buttons = [
    ...(waits
      ? [
          cardButton("Change it", { verb: "openDate", plan: plan.id, ref, list }),
          cardButton("Take it back", { verb: "withdrawDate", plan: plan.id, ref, nonce: randomUUID(), request: request.id }),
        ]
      : []),
    list ? cardButton("Back to the list", { verb: "showList", plan: plan.id, list }) : cardButton("My measures", { verb: "say", words: "mine" }),
  ];
  const title = `${newDateInWords(due, asked)}${slip ? `: ${slip}` : ""}`;
  return {
    card: dateNewsCard({ planTitle: plan.title, heading: `New date asked for: ${ref}`, entries: [{ title, lines }], buttons }),
    alert: `New date asked for: ${ref}`,
  };
}
