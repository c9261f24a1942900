import { z } from "zod";
import { mostEvidence, readLink } from "../../domain/evidence.ts";

/* What several verbs carry. */

export const plan = z.string().min(1).max(60);
export const ref = z.string().min(1).max(40);
export const label = z.string().max(100).optional();
export const words = z.string().max(20_000).optional();
const address = z.string().refine((sent) => readLink(sent) !== undefined);
/** What was sent beside an answer, on its way to be stored with it. */
export const files = z
  .array(z.strictObject({ kind: z.enum(["link", "file"]), name: z.string().max(100), address }))
  .max(mostEvidence)
  .readonly();
/** One of the plan's people, or somebody else as typed. */
export const person = { who: z.string().max(200).optional(), whoElse: z.string().max(2_000).optional() };
export const objectId = z.string().min(1).max(100);
export const typed = {
  rating: label,
  impact: label,
  figure: z.string().max(2_000).optional(),
  help: words,
  risk: words,
  mitigation: words,
  why: words,
  link: words,
  files: files.optional(),
};
export const nonce = z.string().min(8).max(64);
export const updateId = z.string().regex(/^\d{6}$/);
export const page = z.number().int().min(1).max(10_000);
export const reason = z.string().max(20_000).optional();
