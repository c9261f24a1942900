import { z } from "zod";

/** So many refs travel with each of a list's actions without the card growing too large. */
export const askedAtOnce = 60;

/** Which list a card shows, carried by its actions so that the list can be shown again after an answer. */
export const ListToken = z.strictObject({
  kind: z.enum(["reminder", "mine"]),
  refs: z.array(z.string().max(40)).max(askedAtOnce),
  /** The instant the list was first shown; lines updated since are ticked. */
  since: z.iso.datetime(),
  page: z.number().int().min(1).max(60),
});
export type ListToken = z.infer<typeof ListToken>;

const plan = z.string().min(1).max(60);
const ref = z.string().min(1).max(40);
const nonce = z.string().min(8).max(64);
const updateId = z.string().regex(/^\d{6}$/);
const list = ListToken.optional();

/**
 * Everything a card of ours can say back, declared once: cards pack it as an action's data (inputs join it under the
 * ids `rating`, `narrative`, `figure`, `help`), `commands/pressCard` unpacks it. Card data never says who presses (law 5).
 */
export const CardAction = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("showList"), plan, list: ListToken }),
  z.object({ verb: z.literal("openForm"), plan, ref, list, amends: updateId.optional() }),
  z.object({
    verb: z.literal("saveUpdate"),
    plan,
    ref,
    nonce,
    /** The measure's last update when the form was shown; absent when it had none. */
    basis: updateId.optional(),
    amends: updateId.optional(),
    list,
    rating: z.string().max(100).optional(),
    narrative: z.string().max(20_000).optional(),
    figure: z.string().max(2_000).optional(),
    help: z.string().max(20_000).optional(),
  }),
  z.object({ verb: z.literal("undoUpdate"), plan, ref, nonce, update: updateId, list }),
  z.object({ verb: z.literal("showHistory"), plan, ref, list, page: z.number().int().min(1).max(10_000).optional() }),
  /** `words` are run again once the plan is chosen. */
  z.object({ verb: z.literal("choosePlan"), plan, words: z.string().max(500) }),
  /** What a programme manager says of a delivery that may not have arrived. */
  z.object({ verb: z.literal("settleDelivery"), plan, key: z.string().min(1).max(400), how: z.enum(["sendAgain", "arrived", "leave"]) }),
  /** A button that stands for typed words. */
  z.object({ verb: z.literal("say"), words: z.string().max(500) }),
]);
export type CardAction = z.infer<typeof CardAction>;
