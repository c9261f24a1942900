import { z } from "zod";
import { nonce, plan, reason, ref, updateId, words } from "./fields.ts";

/** What others may read. */
export const publicActions = [
  /** Marks a measure confidential, or opens it again; `reason` is typed. */
  z.object({ verb: z.literal("setConfidential"), plan, ref, nonce, basis: updateId.optional(), open: z.boolean(), reason }),
  /** Narratives before the public reads them. `seen` tells the words that were shown; `instead` is typed. */
  z.object({ verb: z.literal("showLookOver"), plan, ref }),
  z.object({
    verb: z.literal("lookOver"),
    plan,
    ref,
    nonce,
    basis: updateId.optional(),
    seen: z.string().length(16),
    /** Not all of them were shown. */
    cut: z.boolean().optional(),
    how: z.enum(["mayGoOut", "leaveOut"]),
    instead: words,
  }),
] as const;
