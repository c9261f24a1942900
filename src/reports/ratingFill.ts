/** A background and the colour of words on it, as RRGGBB. */
export interface Fill {
  readonly background: string;
  readonly ink: string;
}

const black = "0B0C0C";
const white = "FFFFFF";

/** Each pair has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3); a test holds them to it. */
const fills: Readonly<Record<string, Fill>> = {
  blue: { background: "1D70B8", ink: white },
  green: { background: "00703C", ink: white },
  amber: { background: "FFBF47", ink: black },
  yellow: { background: "FFDD00", ink: black },
  orange: { background: "F47738", ink: black },
  red: { background: "C8321B", ink: white },
  pink: { background: "F499BE", ink: black },
  purple: { background: "4C2C92", ink: white },
  grey: { background: "CED0D2", ink: black },
  black: { background: black, ink: white },
  white: { background: white, ink: black },
};

/** A plan's colour on paper; a colour nobody has heard of is white. Its words always stand in it. */
export function ratingFill(colour: string): Fill {
  return fills[colour.trim().toLowerCase()] ?? { background: white, ink: black };
}
