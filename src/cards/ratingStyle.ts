import type { Rating } from "../domain/ratingScheme.ts";

/** The styles that containers and columns have; the text colours too, but for `emphasis`. */
export type CardStyle = "default" | "emphasis" | "good" | "attention" | "warning" | "accent";

const styles: Readonly<Record<string, CardStyle>> = {
  blue: "accent",
  green: "good",
  amber: "warning",
  yellow: "warning",
  red: "attention",
  grey: "emphasis",
};

/** The nearest style to a plan's colour. Never shown without the rating's label: a pink has no style of its own. */
export function ratingStyle(colour: string): CardStyle {
  return styles[colour.trim().toLowerCase()] ?? "default";
}

/** `Green: On track, no concerns` */
export function ratingInWords(rating: Rating): string {
  return rating.meaning === "" ? rating.label : `${rating.label}: ${rating.meaning}`;
}
