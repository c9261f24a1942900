import { z } from "zod";
import { answerActions } from "./actions/answerActions.ts";
import { askingActions } from "./actions/askingActions.ts";
import { boardActions } from "./actions/boardActions.ts";
import { dateActions } from "./actions/dateActions.ts";
import { figureActions } from "./actions/figureActions.ts";
import { handoverActions } from "./actions/handoverActions.ts";
import { historyActions } from "./actions/historyActions.ts";
import { importActions } from "./actions/importActions.ts";
import { planActions } from "./actions/planActions.ts";
import { publicActions } from "./actions/publicActions.ts";
import { riskActions } from "./actions/riskActions.ts";

/**
 * Everything a card of ours can say back, declared once: cards pack it as an action's data (inputs join it under the
 * ids the verbs name, such as `narrative`), `commands/pressCard` unpacks it. Card data never says who presses (law 5).
 */
export const CardAction = z.discriminatedUnion("verb", [
  ...answerActions,
  ...historyActions,
  ...dateActions,
  ...askingActions,
  ...handoverActions,
  ...boardActions,
  ...importActions,
  ...figureActions,
  ...riskActions,
  ...publicActions,
  ...planActions,
]);
export type CardAction = z.infer<typeof CardAction>;

/** What tells one group of actions from the others. */
export function verbsOf(actions: readonly { readonly shape: { readonly verb: z.ZodLiteral<string> } }[]): ReadonlySet<string> {
  return new Set(actions.map(({ shape }) => shape.verb.value));
}
