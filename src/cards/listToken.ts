import { z } from "zod";
import { label, ref } from "./actions/fields.ts";

/** So many refs travel with each of a list's actions without the card growing too large. */
export const askedAtOnce = 60;

/** What somebody said in a message of measures that still have a question, for the forms of those. */
const saidOf = z.strictObject({
  ref,
  rating: label,
  narrative: z.string().max(2_000),
  figure: z.string().max(200).optional(),
  help: z.string().max(300).optional(),
  impact: label,
  risk: z.string().max(300).optional(),
  mitigation: z.string().max(300).optional(),
});

/** Which list a card shows, carried by its actions so that the list can be shown again after an answer. */
export const ListToken = z.strictObject({
  kind: z.enum(["reminder", "mine"]),
  /** Absent of a list too long for that: then it is worked out anew, of what its reader leads. */
  refs: z.array(z.string().max(40)).max(askedAtOnce).optional(),
  /** Of a long list: measures due after it are left out unless a date of theirs has gone by. */
  until: z.iso.date().optional(),
  /** The instant the list was first shown; lines updated since are ticked. */
  since: z.iso.datetime(),
  page: z.number().int().min(1).max(1_000),
  said: z.array(saidOf).max(10).optional(),
});
export type ListToken = z.infer<typeof ListToken>;
export const list = ListToken.optional();
