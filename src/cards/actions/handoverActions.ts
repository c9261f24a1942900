import { z } from "zod";
import { askedAtOnce } from "../listToken.ts";
import { nonce, objectId, person, plan, ref, updateId, words } from "./fields.ts";

const day = z.string().max(40).optional();

/** What passes from one person to another: whose a measure is, and who stands in for whom. */
export const handoverActions = [
  /** Somebody says that measures are not theirs: whose, and why, is typed. */
  z.object({ verb: z.literal("openNotMine"), plan, among: z.array(ref).max(askedAtOnce), ...person, words }),
  z.object({
    verb: z.literal("sayNotMine"),
    plan,
    nonce,
    among: z.array(ref).max(askedAtOnce),
    /** Chosen among several, with commas between. */
    refs: words,
    ...person,
    words,
  }),
  z.object({ verb: z.literal("takeBackNotMine"), plan, ref, nonce, claim: updateId }),
  z.object({ verb: z.literal("openClaim"), plan, ref, claim: updateId }),
  /** `moves`: the measure alone, or everything its lead leads. */
  z.object({
    verb: z.literal("decideClaim"),
    plan,
    ref,
    nonce,
    claim: updateId,
    how: z.enum(["suggested", "other", "stays"]),
    moves: z.enum(["measure", "lead"]).optional(),
    ...person,
    words,
  }),
  /** Leave of somebody, their own where no person is named; days as `2022-12-01`. */
  z.object({ verb: z.literal("openLeave"), plan, person: objectId.optional() }),
  z.object({ verb: z.literal("saveLeave"), plan, nonce, person: objectId.optional(), from: day, to: day, ...person }),
  z.object({ verb: z.literal("undoArrangement"), plan, nonce, person: objectId, row: updateId }),
  /** The leave of theirs that begins on that day. */
  z.object({ verb: z.literal("cancelLeave"), plan, nonce, person: objectId, from: z.string().max(10) }),
] as const;
