import { z } from "zod";
import { reportKinds } from "../domain/report/report.ts";

/** What an offered file is of, declared once: it goes out with the offer and comes back when the person agrees. */
export const FileWanted = z.discriminatedUnion("kind", [
  /** Every problem of a file that waits, as a sheet. */
  z.object({ kind: z.literal("importProblems"), pending: z.uuid(), plan: z.string().min(1).max(60) }),
  /** `asOf` absent: as the plan stands when the person says yes. */
  z.object({
    kind: z.literal("report"),
    plan: z.string().min(1).max(60),
    report: z.enum(reportKinds),
    format: z.enum(["docx", "xlsx", "zip"]),
    asOf: z.iso.date().optional(),
    /** With confidential items; whoever agrees must be entitled to all of them. */
    confidential: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("export"), plan: z.string().min(1).max(60), format: z.enum(["xlsx", "csv", "json"]) }),
]);
export type FileWanted = z.infer<typeof FileWanted>;
