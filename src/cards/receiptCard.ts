import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { fillTemplate } from "./fillTemplate.ts";
import type { ListToken } from "./listToken.ts";
import { type Receipt, receiptView } from "./receipt.ts";

/** What was recorded, alone; on top of a list it is part of `askListCard`. */
export function receiptCard({ planTitle, plan, receipt, list }: { planTitle: string; plan: string; receipt: Receipt; list?: ListToken }): Card {
  const buttons = list ? [cardButton("Back to the list", { verb: "showList", plan, list })] : [];
  return fillTemplate("receipt", { planTitle, receipt: receiptView(receipt, plan, list), buttons });
}
