/** A share of full light or strength, 0 to 1. */
interface Shade {
  /** In degrees: red 0, green 120, blue 240. */
  readonly hue: number;
  readonly strength: number;
  readonly light: number;
}

const hues: readonly (readonly [upTo: number, name: string])[] = [
  [17, "Red"],
  [52, "Amber"],
  [70, "Yellow"],
  [170, "Green"],
  [258, "Blue"],
  [288, "Purple"],
  [342, "Pink"],
  [360, "Red"],
];

/**
 * What people call a cell's colour, as ratings are called. Pale blue and pale grey are how tables are striped and forms are tinted,
 * so they are no rating's colour; the pale red, amber and green of Excel's “bad, neutral, good” are.
 *
 * @param hex - `FF0000`, without its opacity
 * @returns nothing for white, for tints and for what is no colour
 */
export function colourName(hex: string): string | undefined {
  if (!/^[0-9a-f]{6}$/i.test(hex)) return undefined;
  const { hue, strength, light } = shadeOf(hex);
  if (light < 0.08) return "Black";
  if (strength < 0.12) return light > 0.4 && light < 0.86 ? "Grey" : undefined;
  if (light > 0.94 || light < 0.12) return undefined;
  const name = hues.find(([upTo]) => hue < upTo)?.[1];
  const isTint = light > 0.78 || (light > 0.6 && strength < 0.3) || light < 0.28;
  return (name === "Blue" || name === "Purple") && isTint ? undefined : name;
}

function shadeOf(hex: string): Shade {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [range, light] = [most - least, (most + least) / 2];
  if (range === 0) return { hue: 0, strength: 0, light };
  const sixth = most === red ? (green - blue) / range : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  return { hue: (sixth * 60 + 360) % 360, strength: range / (1 - Math.abs(2 * light - 1)), light };
}
