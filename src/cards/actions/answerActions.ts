import { z } from "zod";
import { askedAtOnce, ListToken, list } from "../listToken.ts";
import { files, nonce, plan, ref, typed, updateId, words } from "./fields.ts";

/** What leads say of their measures, and how they come to the form for it. */
export const answerActions = [
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
    ...typed,
    narrative: words,
  }),
  /** Files that came without words: asks whose evidence they are. */
  z.object({ verb: z.literal("addEvidence"), plan, nonce, among: z.array(ref).max(askedAtOnce), ref: z.string().max(40).optional(), files }),
  /** What was said in a message and could be taken for several measures: asks which. */
  z.object({ verb: z.literal("openDraft"), plan, among: z.array(ref).max(askedAtOnce), ...typed, narrative: z.string().max(20_000) }),
  z.object({
    verb: z.literal("saveDraft"),
    plan,
    nonce,
    among: z.array(ref).max(askedAtOnce),
    /** Of each that has one, the last update when the card was shown. */
    bases: z.record(ref, updateId),
    /** Chosen; several with commas between. */
    ref: z.string().max(4_000).optional(),
    ...typed,
    narrative: words,
  }),
  z.object({ verb: z.literal("undoUpdate"), plan, ref, nonce, update: updateId, list }),
  /** What was meant for another measure. `basis` is that one's last update when the card was shown. */
  z.object({ verb: z.literal("moveUpdate"), plan, ref, nonce, update: updateId, to: ref, basis: updateId.optional() }),
] as const;
