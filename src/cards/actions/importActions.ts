import { z } from "zod";
import { page, plan } from "./fields.ts";

/** A file that waits for its sender's yes; being unguessable it is the press's nonce too. */
const pending = z.uuid();
const asked = z.string().max(200).optional();
/** A longer one is no heading, and is not offered for correction. */
export const longestHeading = 300;
const heading = z.string().max(longestHeading);
/** So many columns can be corrected on one card. */
export const columnsAtOnce = 8;
/** What stands for a column that is to keep its own heading and mean nothing to Drumbeat. */
export const keptAsItIs = "keep";

/** Files that were sent and wait for their sender's yes. */
export const importActions = [
  /** What a file that was sent would do to a plan; `planId` and `planTitle` are typed where there is none yet. */
  z.object({ verb: z.literal("showImport"), pending, plan: plan.optional(), planId: asked, planTitle: asked }),
  /** Of whom all plans are, where the only one there is was taken to be meant. */
  z.object({ verb: z.literal("choosePlanToImport"), pending }),
  z.object({ verb: z.literal("showImportProblems"), pending, plan, page }),
  z.object({ verb: z.literal("showImportChanges"), pending, plan, page }),
  z.object({ verb: z.literal("offerImportProblems"), pending, plan }),
  z.object({ verb: z.literal("showImportColumns"), pending, plan, page: z.number().int().min(1).max(100) }),
  /** What is chosen for `headings[n]` comes as `column<n>`. */
  z.looseObject({ verb: z.literal("mapImportColumns"), pending, plan, headings: z.array(heading).max(columnsAtOnce) }),
  z.object({ verb: z.literal("acceptImport"), pending, plan, takeFile: asked }),
  z.object({ verb: z.literal("cancelImport"), pending }),
] as const;
