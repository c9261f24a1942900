import { z } from "zod";

/** What a rating says of the work, whatever the plan's colour for it. Code reasons on kinds, never on colours. */
export const RatingKind = z.enum(["complete", "onTrack", "underWay", "concern", "offTrack", "notDue", "waiting"]);
export type RatingKind = z.infer<typeof RatingKind>;

export const Rating = z.strictObject({
  /** As the plan writes it: `Green`. */
  label: z.string().min(1),
  /** As the plan defines it: `On track, no concerns`. Travels to every card. */
  meaning: z.string(),
  /** The plan's colour, in words; cards show the nearest style they have and always say the label too. */
  colour: z.string().min(1),
  kind: RatingKind,
});
export type Rating = z.infer<typeof Rating>;

/** In the order the plan prints them. */
export const RatingScheme = z.strictObject({
  name: z.string().min(1),
  ratings: z
    .array(Rating)
    .min(2)
    .refine((all) => new Set(all.map((r) => fold(r.label))).size === all.length, "two ratings have the same label"),
});
export type RatingScheme = z.infer<typeof RatingScheme>;

/** Warwickshire's "RAG ratings" of 2022, column headed BRAG; meanings as the plan defines them. */
export const bragScheme: RatingScheme = {
  name: "brag",
  ratings: [
    { label: "Blue", meaning: "Completed and embedded", colour: "blue", kind: "complete" },
    { label: "Green", meaning: "On track, no concerns", colour: "green", kind: "onTrack" },
    { label: "Amber", meaning: "On track, some concerns", colour: "amber", kind: "concern" },
    { label: "Red", meaning: "No progress, major concerns", colour: "red", kind: "offTrack" },
    { label: "Grey", meaning: "Not due yet", colour: "grey", kind: "notDue" },
  ],
};

/** Finds a rating by its label in any capitals; undefined when the scheme has none such. */
export function findRating(scheme: RatingScheme, label: string | undefined): Rating | undefined {
  return label === undefined ? undefined : scheme.ratings.find((rating) => fold(rating.label) === fold(label));
}

function fold(label: string): string {
  return label.trim().toLowerCase();
}
