import { bragScheme, findRating, type Rating, type RatingKind, type RatingScheme } from "../domain/ratingScheme.ts";
import { kindsSaid, readRating, statusSaid } from "../domain/readRating.ts";
import { schemePresets, statusScheme } from "../domain/schemePresets.ts";

export interface FoundScheme {
  readonly scheme: RatingScheme;
  /** For people: where it comes from. */
  readonly why: string;
  /** Somebody said what ratings there are, so that any other is a fault and not a doubt. */
  readonly fixed: boolean;
}

/** What is known of the plan's scheme before its values are looked at. */
export interface KnownSchemes {
  /** Named by whoever imports. */
  readonly given?: RatingScheme;
  /** Of the plan as stored. */
  readonly stored?: RatingScheme;
  /** The file's own key: a colour and what it means there. */
  readonly key: readonly { readonly label: string; readonly meaning: string }[];
}

/**
 * Finds the rating scheme a plan uses from the values in its rating columns.
 *
 * Of the presets that read most of them, the one with the fewest ratings besides is taken: a plan never gains a rating it has no
 * word for. Status words make a scheme of their own. Without any value the stored scheme stays, or Warwickshire's.
 *
 * @param values - as written, with repeats, blanks left out
 * @param headings - of the rating columns: `BRAG` promises a Blue nobody has reached yet
 */
export function findScheme(values: readonly string[], headings: readonly string[], known: KnownSchemes): FoundScheme {
  if (known.given) return { scheme: known.given, why: "It was named for this import.", fixed: true };
  const own = withKey(known);
  if (own && (values.length === 0 || covered(own, values) === values.length)) return { scheme: own, why: "The file has a key of its ratings.", fixed: false };
  if (values.length === 0) {
    const why = known.stored ? "The file gives no rating, so the plan's scheme stays." : "The file gives no rating, so the usual scheme is kept ready.";
    return { scheme: known.stored ?? bragScheme, why, fixed: false };
  }

  const preset = mostFitting(colourPresets(headings), values);
  // What the plan or the file says of itself stays unless a preset reads more.
  const best = [known.stored, own].find((scheme) => scheme && exact(scheme, values) >= exact(preset, values)) ?? preset;
  const words = schemeOfWords(values);
  const count = exact(best, values);
  if (words && covered(words, values) > count) return { scheme: words, why: "It was made of the status words in the file.", fixed: false };
  if (count > 0) return { scheme: best, why: reason(best, known, count, values.length), fixed: false };
  return {
    scheme: known.stored ?? bragScheme,
    why: "None of the file's ratings is in a scheme Drumbeat knows; a scheme file can name them.",
    fixed: known.stored !== undefined,
  };
}

function reason(scheme: RatingScheme, { stored }: KnownSchemes, count: number, total: number): string {
  if (scheme === stored) return "The plan's scheme reads the file's ratings.";
  const labels = scheme.ratings.map(({ label }) => label).join(", ");
  return `${labels}: it reads ${count === total ? "all" : `${count} of`} ${total} ratings of the file.`;
}

function colourPresets(headings: readonly string[]): RatingScheme[] {
  const promisesBlue = headings.some((heading) => /brag|ragb|rabg/i.test(heading));
  return schemePresets.filter((scheme) => scheme !== statusScheme && !(promisesBlue && !findRating(scheme, "Blue")));
}

function mostFitting(presets: readonly RatingScheme[], values: readonly string[]): RatingScheme {
  return presets.reduce((best, scheme) => {
    const more = exact(scheme, values) - exact(best, values);
    return more > 0 || (more === 0 && scheme.ratings.length < best.ratings.length) ? scheme : best;
  });
}

/** By label alone: any scheme can read a status word, but only its own labels speak for it. */
function exact(scheme: RatingScheme, values: readonly string[]): number {
  return values.filter((value) => {
    const rating = readRating(scheme, value);
    return rating && value.toLowerCase().includes(rating.label.toLowerCase().slice(0, value.trim().length));
  }).length;
}

function covered(scheme: RatingScheme, values: readonly string[]): number {
  return values.filter((value) => readRating(scheme, value)).length;
}

/** The colours a file may use beside its words, each as the widest preset has it. */
const colours = new Map(
  schemePresets
    .toReversed()
    .flatMap(({ ratings }) => ratings)
    .map((rating) => [rating.colour, rating]),
);
const mostWords = 12;

/** Each distinct word a rating of its own, in the order of kinds; undefined for a column of sentences. */
function schemeOfWords(values: readonly string[]): RatingScheme | undefined {
  const distinct = new Map<string, string>();
  for (const label of values.map((value) => value.trim().replace(/\s+/g, " ")))
    if (!distinct.has(label.toLowerCase())) distinct.set(label.toLowerCase(), label);
  if (distinct.size > mostWords) return undefined;
  const ratings = new Map<string, Rating>();
  for (const label of distinct.values()) {
    const named = label
      .toLowerCase()
      .split(/[^a-z]+/)
      .flatMap((word) => colours.get(word) ?? []);
    const rating = named.length > 0 ? (named.length === 1 ? named[0] : undefined) : ratingOfWords(label);
    if (rating) ratings.set(rating.label.toLowerCase(), rating);
  }
  const found = [...ratings.values()];
  const isColour = ({ label, colour }: Rating) => label.toLowerCase() === colour;
  if (found.every(isColour)) return undefined;
  const missing = found.some(isColour) ? [] : statusScheme.ratings.filter(({ kind }) => !found.some((rating) => rating.kind === kind));
  const all = [...found, ...missing].sort((a, b) => kindOrder(a.kind) - kindOrder(b.kind));
  return all.length < 2 ? undefined : { name: "own", ratings: all };
}

function ratingOfWords(label: string): Rating | undefined {
  const said = statusSaid(label);
  const like = said && statusScheme.ratings.find(({ kind }) => kind === said);
  return like && { ...like, label };
}

function kindOrder(kind: RatingKind): number {
  return statusScheme.ratings.findIndex((rating) => rating.kind === kind);
}

/** The key's meanings travel; where they speak of one kind of state, that is the colour's kind in this plan. */
function withKey({ key, stored }: KnownSchemes): RatingScheme | undefined {
  if (key.length < 2) return undefined;
  const ratings = key.map(({ label, meaning }) => {
    const name = label.trim().replace(/\s+/g, " ");
    const usual = stored && findRating(stored, name) ? findRating(stored, name) : colours.get(name.toLowerCase());
    const kinds = kindsSaid(meaning);
    const kind = kinds.length === 1 || (usual && !kinds.includes(usual.kind) && kinds.length > 0) ? kinds[0] : usual?.kind;
    return { label: sentenceCase(name), meaning: meaning.trim(), colour: usual?.colour ?? name.toLowerCase(), kind: kind ?? "underWay" };
  });
  return { name: "own", ratings };
}

/** `RED` is shown as other plans' Red, so that a plan in capitals does not shout on cards. */
function sentenceCase(label: string): string {
  return label === label.toUpperCase() ? `${label.charAt(0)}${label.slice(1).toLowerCase()}` : label;
}
