import { expect, test } from "@jest/globals";
import { schemePresets } from "../../src/domain/schemePresets.ts";
import { ratingFill } from "../../src/reports/ratingFill.ts";

const colours = [
  ...new Set([...schemePresets.flatMap(({ ratings }) => ratings.map(({ colour }) => colour)), "yellow", "orange", "purple", "a colour nobody knows"]),
];

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(colours)("words on %s can be read", (colour) => {
  const { background, ink } = ratingFill(colour);

  expect(contrast(background, ink)).toBeGreaterThanOrEqual(4.5);
});
