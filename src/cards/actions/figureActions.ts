import { z } from "zod";
import { nonce, plan, ref, updateId, words } from "./fields.ts";

/** Baselines and targets. */
export const figureActions = [
  /** A measure's baseline and targets: the boxes come as `baseline`, `target` and, for `days[n]`, `step<n>`; `more` and `reason` are typed too. */
  z.object({ verb: z.literal("openFigures"), plan, ref }),
  z.looseObject({ verb: z.literal("saveFigures"), plan, ref, nonce, basis: updateId.optional(), days: z.array(z.iso.date()).max(20) }),
  z.object({ verb: z.literal("decideFigures"), plan, ref, nonce, request: updateId, how: z.enum(["agree", "refuse"]), comment: words }),
] as const;
