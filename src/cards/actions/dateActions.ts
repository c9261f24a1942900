import { z } from "zod";
import { askedAtOnce, list } from "../listToken.ts";
import { nonce, plan, reason, ref, updateId } from "./fields.ts";

/** New dates: asked for, taken back, decided. */
export const dateActions = [
  /** As `askForDate`, where the measure is chosen first. */
  z.object({
    verb: z.literal("chooseForDate"),
    plan,
    among: z.array(ref).max(askedAtOnce),
    ref: z.string().max(40).optional(),
    date: z.string().max(2_000).optional(),
    reason,
  }),
  /** A new date for a measure: `which` of its dates, `date` and `reason` are typed. */
  z.object({ verb: z.literal("openDate"), plan, ref, list }),
  z.object({
    verb: z.literal("askForDate"),
    plan,
    ref,
    nonce,
    /** The last row of the measure's date changes when the form was shown; absent when it had none. */
    basis: updateId.optional(),
    list,
    which: z.string().max(20).optional(),
    date: z.string().max(2_000).optional(),
    reason,
  }),
  z.object({ verb: z.literal("withdrawDate"), plan, ref, nonce, request: updateId }),
  z.object({ verb: z.literal("openDateDecision"), plan, ref, request: updateId }),
  /** `otherDate` and `comment` are typed. */
  z.object({
    verb: z.literal("decideDate"),
    plan,
    ref,
    nonce,
    request: updateId,
    how: z.enum(["accept", "acceptOther", "refuse"]),
    otherDate: z.string().max(2_000).optional(),
    comment: z.string().max(20_000).optional(),
  }),
] as const;
