import { z } from "zod";
import type { DigestRecord, Mark } from "./delivery.ts";
import type { MattersHistory } from "./matters.ts";
import type { Person } from "./person.ts";
import type { Link, PlanContent, RoleHeld } from "./plan.ts";
import type { BoundChannel, PlanSettings } from "./planSettings.ts";
import type { Update } from "./update.ts";

/** Everything that is known of a plan, so that another deployment can go on with it. */
export interface SavedPlan {
  readonly format: "drumbeat-plan";
  /** Raised when the shape changes so that an older Drumbeat would misread it. */
  readonly version: 1;
  /** With what was withdrawn, and with the file it came from. */
  readonly content: PlanContent;
  readonly settings: PlanSettings;
  readonly channel?: BoundChannel;
  readonly links: readonly Link[];
  readonly roles: readonly RoleHeld[];
  /** Every update, oldest first within a measure. */
  readonly history: readonly Update[];
  /** What else was said and decided, of each subject oldest first; absent where nothing was. */
  readonly matters?: MattersHistory;
  /** The marks, by key alone where their day is not known, and the digests that had their turn, so that nobody is asked again for what they were asked. */
  readonly noticed: { readonly marks: readonly (string | Required<Pick<Mark, "key" | "on">>)[]; readonly digests: readonly DigestRecord[] };
  /** Those who hold a part in it, and the way to them. */
  readonly people: readonly Person[];
}

const words = z.string();
const part = z.looseObject({ ref: words.min(1) });
const due = z.looseObject({ kind: words, asWritten: words });

/** As much of the shape as a plan cannot do without; what else a newer Drumbeat wrote is let through. */
const SavedPlanShape = z.looseObject({
  format: z.literal("drumbeat-plan"),
  version: z.literal(1),
  content: z.looseObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/),
    title: words,
    scheme: z.looseObject({ name: words, ratings: z.array(z.looseObject({ label: words, meaning: words, colour: words, kind: words })).min(2) }),
    importedAsOf: z.iso.date(),
    importedAt: z.iso.datetime(),
    areas: z.array(part),
    sections: z.array(part),
    actions: z.array(part),
    measures: z.array(
      part.extend({ area: words, words, leads: z.array(words), evidence: words, due, narrativeAsImported: words, other: z.record(words, words) }),
    ),
  }),
  settings: z.looseObject({
    timeZone: words,
    holidays: words,
    speaksAt: words,
    leadTimes: z.array(z.number()),
    chaseEveryDays: z.number(),
    cadences: z.array(z.looseObject({})),
  }),
  channel: z.looseObject({ conversationId: words }).optional(),
  links: z.array(z.strictObject({ lead: words, objectId: words })),
  roles: z.array(z.strictObject({ objectId: words, role: words, area: words.optional(), standsFor: words.optional() })),
  history: z.array(
    z.looseObject({ id: z.string().regex(/^\d{6,}$/), ref: words, at: z.iso.datetime(), on: z.iso.date(), kind: words, narrative: words, nonce: words }),
  ),
  matters: z.record(words, z.array(z.looseObject({ id: z.string().regex(/^\d{6,}$/), at: z.iso.datetime(), on: z.iso.date(), nonce: words }))).optional(),
  noticed: z.strictObject({
    marks: z.array(z.union([words, z.looseObject({ key: words, on: z.iso.date() })])),
    digests: z.array(z.looseObject({ digest: words, on: z.iso.date(), outcome: words })),
  }),
  people: z.array(z.looseObject({ objectId: words })),
});

/** @returns what is wrong with it, where it is no saved plan */
export function parseSavedPlan(
  json: unknown,
): { readonly kind: "read"; readonly saved: SavedPlan } | { readonly kind: "refused"; readonly faults: readonly string[] } {
  const parsed = SavedPlanShape.safeParse(json);
  if (parsed.success) return { kind: "read", saved: parsed.data as unknown as SavedPlan };
  return { kind: "refused", faults: parsed.error.issues.slice(0, 10).map(({ path, message }) => `${path.join(".") || "the document"}: ${message}`) };
}
