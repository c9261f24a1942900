import { z } from "zod";
import { list } from "../listToken.ts";
import { nonce, plan, ref, updateId, words } from "./fields.ts";

const riskNumber = z.string().regex(/^R\d{1,5}$/);

/** The risk log. */
export const riskActions = [
  /** A risk of the log by its number, or a new one of a measure, filled with what its file says. */
  z.object({ verb: z.literal("openRisk"), plan, ref, risk: riskNumber.optional() }),
  /** What an update named goes into the log as it stands there. */
  z.object({ verb: z.literal("logRisk"), plan, ref, nonce, update: updateId, list }),
  /** `words`, `owner`, `mitigation` and, to close it or open it again, `reason` are typed. */
  z.object({
    verb: z.literal("saveRisk"),
    plan,
    ref,
    nonce,
    risk: riskNumber.optional(),
    /** The risk's last row when the form was shown. */
    basis: updateId.optional(),
    how: z.enum(["save", "close", "reopen"]),
    words,
    owner: words,
    mitigation: words,
    reason: words,
  }),
] as const;
