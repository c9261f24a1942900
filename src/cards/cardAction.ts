import { z } from "zod";

/** So many refs travel with each of a list's actions without the card growing too large. */
export const askedAtOnce = 60;

/** Which list a card shows, carried by its actions so that the list can be shown again after an answer. */
export const ListToken = z.strictObject({
  kind: z.enum(["reminder", "mine"]),
  refs: z.array(z.string().max(40)).max(askedAtOnce),
  /** The instant the list was first shown; lines updated since are ticked. */
  since: z.iso.datetime(),
  page: z.number().int().min(1).max(60),
});
export type ListToken = z.infer<typeof ListToken>;

const plan = z.string().min(1).max(60);
const ref = z.string().min(1).max(40);
const nonce = z.string().min(8).max(64);
const updateId = z.string().regex(/^\d{6}$/);
const list = ListToken.optional();
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

/**
 * Everything a card of ours can say back, declared once: cards pack it as an action's data (inputs join it under the
 * ids `rating`, `narrative`, `figure`, `help`), `commands/pressCard` unpacks it. Card data never says who presses (law 5).
 */
export const CardAction = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("showList"), plan, list: ListToken }),
  z.object({ verb: z.literal("openForm"), plan, ref, list, amends: updateId.optional() }),
  z.object({
    verb: z.literal("saveUpdate"),
    plan,
    ref,
    nonce,
    /** The measure's last update when the form was shown; absent when it had none. */
    basis: updateId.optional(),
    amends: updateId.optional(),
    list,
    rating: z.string().max(100).optional(),
    narrative: z.string().max(20_000).optional(),
    figure: z.string().max(2_000).optional(),
    help: z.string().max(20_000).optional(),
  }),
  z.object({ verb: z.literal("undoUpdate"), plan, ref, nonce, update: updateId, list }),
  z.object({ verb: z.literal("showHistory"), plan, ref, list, page: z.number().int().min(1).max(10_000).optional() }),
  /** `words` are run again once the plan is chosen. */
  z.object({ verb: z.literal("choosePlan"), plan, words: z.string().max(500) }),
  /** What a programme manager says of a delivery that may not have arrived. */
  z.object({ verb: z.literal("settleDelivery"), plan, key: z.string().min(1).max(400), how: z.enum(["sendAgain", "arrived", "leave"]) }),
  /** What a file that was sent would do to a plan; `planId` and `planTitle` are typed where there is none yet. */
  z.object({ verb: z.literal("showImport"), pending, plan: plan.optional(), planId: asked, planTitle: asked }),
  /** Of whom all plans are, where the only one there is was taken to be meant. */
  z.object({ verb: z.literal("choosePlanToImport"), pending }),
  z.object({ verb: z.literal("showImportProblems"), pending, plan, page: z.number().int().min(1).max(10_000) }),
  z.object({ verb: z.literal("showImportChanges"), pending, plan, page: z.number().int().min(1).max(10_000) }),
  z.object({ verb: z.literal("offerImportProblems"), pending, plan }),
  z.object({ verb: z.literal("showImportColumns"), pending, plan, page: z.number().int().min(1).max(100) }),
  /** What is chosen for `headings[n]` comes as `column<n>`. */
  z.looseObject({ verb: z.literal("mapImportColumns"), pending, plan, headings: z.array(heading).max(columnsAtOnce) }),
  z.object({ verb: z.literal("acceptImport"), pending, plan, takeFile: asked }),
  z.object({ verb: z.literal("cancelImport"), pending }),
  /** A button that stands for typed words. */
  z.object({ verb: z.literal("say"), words: z.string().max(500) }),
]);
export type CardAction = z.infer<typeof CardAction>;
