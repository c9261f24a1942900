import { z } from "zod";
import { reportKinds } from "../../domain/report/report.ts";
import { plan, ref, updateId } from "./fields.ts";

/** Which plan, its digests and reports, and words said by a button. */
export const planActions = [
  /** Asks for a decision one to one: on the new date `request` asks for, else on what is proposed complete. */
  z.object({ verb: z.literal("decideAlone"), plan, ref, request: updateId.optional() }),
  /** `words` are run again once the plan is chosen. */
  z.object({ verb: z.literal("choosePlan"), plan, words: z.string().max(2_000) }),
  /** What was typed after `cadence`, once its days were seen. */
  z.object({ verb: z.literal("saveCadence"), plan, words: z.string().max(500), people: z.array(z.string().max(64)).max(20).optional() }),
  /** A report, offered one to one to whoever presses. */
  z.object({ verb: z.literal("sendReport"), plan, report: z.enum(reportKinds), format: z.enum(["docx", "xlsx", "zip"]), asOf: z.iso.date().optional() }),
  /** A button that stands for typed words. */
  z.object({ verb: z.literal("say"), words: z.string().max(500) }),
] as const;
