import { z } from "zod";
import { readFigure } from "./figure.ts";
import type { Figure } from "./plan.ts";
import { findRating, type RatingScheme } from "./ratingScheme.ts";

/** What a lead typed into the form, as it came. */
export interface TypedAnswer {
  readonly rating?: string;
  readonly narrative?: string;
  readonly figure?: string;
  readonly help?: string;
}

/** An answer fit to be stored. */
export interface Answer {
  readonly rating: string;
  readonly narrative: string;
  readonly figure?: Figure;
  readonly help?: string;
}

export interface FormFault {
  readonly field: keyof TypedAnswer;
  /** Shown to the person as it stands. */
  readonly sentence: string;
}

/** Characters; what a lead says in a minute or two, and small enough for the card that shows it again. */
export const longestNarrative = 4000;
export const longestHelp = 1000;

/** Validates what was typed against the plan's own scheme. Every fault is named, not the first alone. */
export function readAnswer(typed: TypedAnswer, scheme: RatingScheme): { kind: "answer"; answer: Answer } | { kind: "faults"; faults: FormFault[] } {
  const parsed = formOf(scheme).safeParse(typed);
  if (!parsed.success) {
    return { kind: "faults", faults: parsed.error.issues.map((issue) => ({ field: issue.path[0] as keyof TypedAnswer, sentence: issue.message })) };
  }
  const { rating, narrative, figure, help } = parsed.data;
  return { kind: "answer", answer: { rating: findRating(scheme, rating)?.label ?? rating, narrative, ...(figure && { figure }), ...(help && { help }) } };
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
  return z.object({
    rating: rated,
    narrative: narrative.optional().transform((words, context) => {
      if (words === undefined) context.addIssue({ code: "custom", message: "Say in a sentence or two where this stands." });
      return words ?? "";
    }),
    figure: figure.optional(),
    help: text(longestHelp, "What would help").optional(),
  });
}

function text(longest: number, what: string) {
  return z
    .string()
    .trim()
    .refine((words) => words.length <= longest, { error: (issue) => `${what} has ${String(issue.input).length} characters; ${longest} is the most.` });
}
