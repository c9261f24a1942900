import { z } from "zod";
import { label, nonce, page, plan, reason, ref, updateId } from "./fields.ts";

const part = z.enum(["area", "section", "action", "measure"]);
/** Areas are named by their titles where a plan gives them no numbers. */
const partRef = z.string().min(1).max(300);
const monitoring = z.enum(["release", "takeBack"]);
/** No page of what is proposed complete has more. */
const completionsAtOnce = 20;

/** What the board decides: what is complete, and what it monitors. */
export const boardActions = [
  /** What is proposed complete. What is ticked of `lines[n]` comes as `tick<n>`; `reason` is typed. */
  z.object({ verb: z.literal("showSignOff"), plan, page }),
  z.looseObject({ verb: z.literal("signOffTicked"), plan, nonce, page, lines: z.array(z.strictObject({ ref, basis: updateId })).max(completionsAtOnce) }),
  z.object({ verb: z.literal("undoSignOff"), plan, ref, nonce, update: updateId }),
  z.object({ verb: z.literal("openSendBack"), plan, ref, basis: updateId, page }),
  z.object({ verb: z.literal("sendBack"), plan, ref, nonce, basis: updateId, page, reason }),
  /** `rating` is the one to count from then on. */
  z.object({ verb: z.literal("openReopening"), plan, ref }),
  z.object({ verb: z.literal("reopen"), plan, ref, nonce, basis: updateId.optional(), rating: label, reason }),
  /** A part of the plan that the board monitors no longer, or again; `reason` is typed. */
  z.object({ verb: z.literal("openMonitoring"), plan, part, ref: partRef, how: monitoring }),
  z.object({ verb: z.literal("setMonitoring"), plan, part, ref: partRef, how: monitoring, nonce, basis: updateId.optional(), reason }),
] as const;
