import { z } from "zod";
import { list } from "../listToken.ts";
import { page, plan, ref } from "./fields.ts";

/** What was said and decided before. */
export const historyActions = [
  z.object({ verb: z.literal("showHistory"), plan, ref, list, page: page.optional() }),
  /** What was said and decided of several measures: `words` as after `history`. */
  z.object({ verb: z.literal("findHistory"), plan, words: z.string().min(1).max(200), page }),
] as const;
