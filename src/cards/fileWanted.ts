import { z } from "zod";

/** What an offered file is of, declared once: it goes out with the offer and comes back when the person agrees. */
export const FileWanted = z.discriminatedUnion("kind", [
  /** Every problem of a file that waits, as a sheet. */
  z.object({ kind: z.literal("importProblems"), pending: z.uuid(), plan: z.string().min(1).max(60) }),
  z.object({ kind: z.literal("export"), plan: z.string().min(1).max(60), format: z.enum(["xlsx", "csv", "json"]) }),
]);
export type FileWanted = z.infer<typeof FileWanted>;
