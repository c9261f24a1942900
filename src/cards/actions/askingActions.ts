import { z } from "zod";
import { list } from "../listToken.ts";
import { nonce, plan, ref } from "./fields.ts";

/** When somebody is asked, and how they are reached. */
export const askingActions = [
  /** Somebody who cannot answer now: about what a list shows, or one measure. */
  z.object({ verb: z.literal("openLater"), plan, list, ref: ref.optional() }),
  /** `date` is typed. */
  z.object({
    verb: z.literal("askLater"),
    plan,
    nonce,
    how: z.enum(["tomorrow", "monday", "day", "seen"]),
    list,
    ref: ref.optional(),
    date: z.string().max(2_000).optional(),
  }),
  /** Asks everybody with open measures (of an area) who has not answered for so many days. */
  z.object({ verb: z.literal("startRound"), plan, nonce, area: ref.optional(), days: z.number().int().min(0).max(366) }),
  /** Words to copy into a message to somebody who could not be reached: of a person, or of a lead nobody is linked to. */
  z.object({ verb: z.literal("showForward"), plan, to: z.string().max(60).optional(), lead: z.string().max(2_000).optional() }),
  /** What a programme manager says of a delivery that may not have arrived. */
  z.object({ verb: z.literal("settleDelivery"), plan, key: z.string().min(1).max(400), how: z.enum(["sendAgain", "arrived", "leave"]) }),
] as const;
