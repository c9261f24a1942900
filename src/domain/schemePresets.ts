import { bragScheme, type Rating, type RatingScheme } from "./ratingScheme.ts";

/** Leicestershire's Written Statement of Action of 2020, meanings as its section 3 defines them: its Amber is no concern. */
const leicestershireScheme: RatingScheme = {
  name: "leicestershire",
  ratings: [
    { label: "Red", meaning: "Action to be started or significantly delayed", colour: "red", kind: "offTrack" },
    { label: "Amber", meaning: "Action in progress", colour: "amber", kind: "underWay" },
    { label: "Green", meaning: "Action on track", colour: "green", kind: "onTrack" },
    { label: "Blue", meaning: "Completed and embedded", colour: "blue", kind: "complete" },
    {
      label: "Pink",
      meaning: "Action not yet started, as dependent on or awaiting other actions to be completed first",
      colour: "pink",
      kind: "waiting",
    },
  ],
};

const blue: Rating = { label: "Blue", meaning: "Complete", colour: "blue", kind: "complete" };
const red: Rating = { label: "Red", meaning: "Off track", colour: "red", kind: "offTrack" };
const amber: Rating = { label: "Amber", meaning: "Some concerns", colour: "amber", kind: "concern" };
const green: Rating = { label: "Green", meaning: "On track", colour: "green", kind: "onTrack" };
const grey: Rating = { label: "Grey", meaning: "Not due yet", colour: "grey", kind: "notDue" };

/** Three colours and no word for complete, so that nothing can be claimed complete. */
const ragScheme: RatingScheme = { name: "rag", ratings: [red, amber, green] };
const plainBragScheme: RatingScheme = { name: "plain-brag", ratings: [blue, red, amber, green] };
const ragbScheme: RatingScheme = { name: "ragb", ratings: [red, amber, green, blue] };
const raggScheme: RatingScheme = { name: "ragg", ratings: [red, amber, green, grey] };
const blackScheme: RatingScheme = {
  name: "black-rag",
  ratings: [{ label: "Black", meaning: "Not started", colour: "black", kind: "notDue" }, red, amber, green, blue],
};
const whiteScheme: RatingScheme = {
  name: "white-rag",
  ratings: [{ label: "White", meaning: "Not started", colour: "white", kind: "notDue" }, red, amber, green, blue],
};

/** Words instead of colours, as many action plans keep them. */
export const statusScheme: RatingScheme = {
  name: "status",
  ratings: [
    { label: "Complete", meaning: "", colour: "blue", kind: "complete" },
    { label: "On track", meaning: "", colour: "green", kind: "onTrack" },
    { label: "In progress", meaning: "", colour: "amber", kind: "underWay" },
    { label: "At risk", meaning: "", colour: "amber", kind: "concern" },
    { label: "Delayed", meaning: "", colour: "red", kind: "offTrack" },
    { label: "Not started", meaning: "", colour: "grey", kind: "notDue" },
    { label: "On hold", meaning: "", colour: "pink", kind: "waiting" },
  ],
};

/** By name, as `--scheme` takes them; where values fit several, the one that claims least beside them is taken. */
export const schemePresets: readonly RatingScheme[] = [
  bragScheme,
  leicestershireScheme,
  ragScheme,
  plainBragScheme,
  ragbScheme,
  raggScheme,
  blackScheme,
  whiteScheme,
  statusScheme,
];

/** @returns undefined when no preset has this name, in any capitals */
export function findPreset(name: string): RatingScheme | undefined {
  return schemePresets.find((scheme) => scheme.name === name.trim().toLowerCase());
}
