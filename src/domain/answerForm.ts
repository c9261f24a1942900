import { z } from "zod";
import { type Evidence, linksIn, longestAddress, once, readLink } from "./evidence.ts";
import { readFigure } from "./figure.ts";
import type { Figure } from "./measure.ts";
import { findRating, type RatingScheme } from "./ratingScheme.ts";
import type { Update } from "./update.ts";

/** What a lead typed into the form, as it came. */
export interface TypedAnswer {
  readonly rating?: string;
  readonly impact?: string;
  readonly narrative?: string;
  readonly figure?: string;
  readonly help?: string;
  readonly risk?: string;
  readonly mitigation?: string;
  /** To what was challenged, such as why it is right all the same. */
  readonly why?: string;
  /** Evidence: one address, or several with blanks between. */
  readonly link?: string;
  /** Files that were sent with it. */
  readonly files?: readonly Evidence[];
}

/** The boxes of words, in the order of the form. */
export const boxes = ["narrative", "figure", "why", "link", "help", "risk", "mitigation"] as const;
export type Box = (typeof boxes)[number];

/** An answer fit to be stored. */
export type Answer = { readonly rating: string; readonly narrative: string; readonly figure?: Figure } & Pick<
  Update,
  "impact" | "help" | "risk" | "mitigation" | "why" | "evidence"
>;

export interface FormFault {
  readonly field: Exclude<keyof TypedAnswer, "files">;
  /** Shown to the person as it stands. */
  readonly sentence: string;
}

/** Characters; what a lead says in a minute or two, and small enough for the card that shows it again. */
export const longestNarrative = 4000;
export const longestHelp = 1000;

/** Chosen to leave the impact unrated, where the card has no other way to unchoose. */
export const noImpact = "none";

/** What of an answer was typed, picked out of whatever holds it. */
export function typedIn({ rating, impact, narrative, figure, help, risk, mitigation, why, link, files }: TypedAnswer): TypedAnswer {
  return { rating, impact, narrative, figure, help, risk, mitigation, why, link, files };
}

/** An update as it would be typed again, for changing it. */
export function typedAgain({ figure, evidence = [], ...update }: Update): TypedAnswer {
  const inTheWords = linksIn(update.narrative).map(({ address }) => address);
  const links = evidence.filter(({ kind, address }) => kind === "link" && !inTheWords.includes(address)).map(({ address }) => address);
  const files = evidence.filter(({ kind }) => kind === "file");
  return typedIn({
    ...update,
    figure: figure?.asWritten,
    ...(links.length > 0 && { link: links.join(" ") }),
    ...(files.length > 0 && { files }),
  });
}

/** Validates what was typed against the plan's own scheme. Every fault is named, not the first alone. */
export function readAnswer(typed: TypedAnswer, scheme: RatingScheme): { kind: "answer"; answer: Answer } | { kind: "faults"; faults: FormFault[] } {
  const parsed = formOf(scheme).safeParse(typed);
  if (!parsed.success) {
    return { kind: "faults", faults: parsed.error.issues.map((issue) => ({ field: issue.path[0] as FormFault["field"], sentence: issue.message })) };
  }
  const { rating, impact, narrative, figure, link = [], ...words } = parsed.data;
  const evidence = once([...(typed.files ?? []), ...link, ...linksIn(narrative)]);
  const given = Object.fromEntries(Object.entries({ ...words, impact: findRating(scheme, impact)?.label, figure }).filter(([, value]) => value));
  return { kind: "answer", answer: { rating: findRating(scheme, rating)?.label ?? rating, narrative, ...given, ...(evidence.length > 0 && { evidence }) } };
}

/** Slow to make. */
const forms = new WeakMap<RatingScheme, ReturnType<typeof makeForm>>();

function formOf(scheme: RatingScheme): ReturnType<typeof makeForm> {
  const form = forms.get(scheme) ?? makeForm(scheme);
  forms.set(scheme, form);
  return form;
}

function makeForm(scheme: RatingScheme) {
  const labels = scheme.ratings.map((rating) => rating.label).join(", ");
  const rated = z.string(`Choose a rating: ${labels}.`).refine((label) => findRating(scheme, label) !== undefined, `Choose a rating: ${labels}.`);
  const impact = z
    .string()
    .refine(
      (label) => ["", noImpact].includes(label) || findRating(scheme, label) !== undefined,
      `Choose a rating of the impact, or leave it blank: ${labels}.`,
    );
  const narrative = text(longestNarrative, "The narrative").pipe(z.string().min(1, "Say in a sentence or two where this stands."));
  const figure = z
    .string()
    .trim()
    .transform((typed, context) => {
      if (typed === "") return undefined;
      const read = readFigure(typed);
      if (!read) context.addIssue({ code: "custom", message: `A figure begins with a number, such as 64% or 12 weeks; “${typed.slice(0, 60)}” does not.` });
      return read;
    });
  const link = z.string().transform((typed, context) => {
    const addresses = typed.split(/\s+/).filter((one) => one !== "");
    const wrong = addresses.find((one) => !readLink(one));
    if (wrong) context.addIssue({ code: "custom", message: faultOfLink(wrong) });
    return addresses.flatMap((one) => readLink(one) ?? []);
  });
  return z.object({
    rating: rated,
    impact: impact.optional(),
    narrative: narrative.optional().transform((words, context) => {
      if (words === undefined) context.addIssue({ code: "custom", message: "Say in a sentence or two where this stands." });
      return words ?? "";
    }),
    figure: figure.optional(),
    link: link.optional(),
    help: text(longestHelp, "What would help").optional(),
    risk: text(longestHelp, "The risk").optional(),
    mitigation: text(longestHelp, "What is done about the risk").optional(),
    why: text(longestHelp, "Your answer").optional(),
  });
}

function faultOfLink(typed: string): string {
  return typed.length > longestAddress
    ? `This address is too long to keep (${longestAddress} characters is the most). In SharePoint, “Copy link” gives a shorter one.`
    : `A link begins with https://; “${typed.slice(0, 60).toWellFormed()}” does not, or cannot be opened by others.`;
}

function text(longest: number, what: string) {
  return z
    .string()
    .trim()
    .refine((words) => words.length <= longest, { error: (issue) => `${what} has ${String(issue.input).length} characters; ${longest} is the most.` });
}
