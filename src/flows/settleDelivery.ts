import type { CardAction } from "../cards/cardAction.ts";
import { may } from "../domain/permission.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { keyInLog } from "./keyInLog.ts";
import { composeUndelivered } from "./undelivered.ts";

type Settle = Pick<Extract<CardAction, { verb: "settleDelivery" }>, "key" | "how">;

/**
 * Does what a programme manager decides about a delivery that was refused or may have arrived (law 3), then shows what
 * is left to decide. Deciding twice does nothing the second time.
 *
 * @throws UserError for somebody else than a programme manager
 */
export async function settleDelivery(ports: Ports, at: AtPlan, { key, how }: Settle): Promise<Message> {
  if (!may(at.person, "manage")) throw new UserError("That is for the plan's programme manager.");
  const delivery = (await ports.notices.find(at.plan.id, key))?.delivery;
  if (delivery?.state.kind === "refused" || delivery?.state.kind === "unknown") {
    const now = ports.clock.realNow();
    const state =
      how === "sendAgain" ? ({ kind: "owed" } as const) : how === "arrived" ? ({ kind: "sent", at: now } as const) : ({ kind: "overtaken", at: now } as const);
    const moved = await ports.notices.move(delivery, state);
    if (moved && how === "sendAgain") await ports.notices.queue(delivery);
    ports.log.info("delivery settled", { plan: at.plan.id, delivery: keyInLog(key), how, moved });
  }
  return composeUndelivered(ports, at.plan);
}
