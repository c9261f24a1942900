import { type DuePhrase, datesOf, type Milestone } from "./duePhrase.ts";
import type { Entry } from "./entry.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import type { Author } from "./plan.ts";

/** Which of a measure's figures: the day by which a target is wanted, or `target` where the measure has no date. */
export type FigurePlace = "baseline" | "target" | LocalDate;

/** One figure as somebody wants it. */
export interface FigureSaid {
  readonly place: FigurePlace;
  /** As written: `13 weeks`, `154 of 190`. Absent where it is to be taken away. */
  readonly to?: string;
  /** What stood there. */
  readonly before?: string;
  /** The place is a date of the measure's own: when that date moves its target goes along with it. */
  readonly ofDue?: true;
}

/** One row of what was proposed and agreed about a measure's figures. Appended, never edited. */
export interface FigureChange extends Entry {
  readonly ref: string;
  /** A setting counts at once; a proposal waits until an agreement or a refusal answers it. */
  readonly kind: "proposal" | "setting" | "agreement" | "refusal";
  /** Empty in an answer. */
  readonly said: readonly FigureSaid[];
  /** Why, or what the decider said of it; may be empty. */
  readonly reason: string;
  /** The id of the proposal this row decides. */
  readonly answers?: string;
  /** The lead, as written, on whose behalf somebody else proposed. */
  readonly onBehalfOf?: string;
}

/** A figure that counts, whatever files say. */
export interface AgreedFigure extends FigureSaid {
  /** The row that brought it into force. */
  readonly id: string;
  readonly at: Entry["at"];
  readonly by: Author;
  /** What stood there before anybody changed it in chat. */
  readonly first?: string;
}

/** A proposal and the row that answered it, or that set those figures without asking. */
export interface DecidedFigures {
  readonly proposal: FigureChange;
  readonly decision: FigureChange;
}

/** Where a measure's figures stand. */
export interface FigureStanding {
  /** The last row, whatever it did; a card that showed another is behind. */
  readonly last: string;
  /** Oldest first. */
  readonly waiting: readonly FigureChange[];
  /** At most one a place. */
  readonly inForce: readonly AgreedFigure[];
  /** Oldest first. */
  readonly decided: readonly DecidedFigures[];
}

/** @param history - every row of one measure, oldest first @returns undefined when there is none */
export function figuresAfter(history: readonly FigureChange[]): FigureStanding | undefined {
  return history.reduce<FigureStanding | undefined>(figuresWith, undefined);
}

/** The standing after one more row. A setting settles what waits for the same figures; a proposal takes the place of those that wait for the same figures and no others. */
export function figuresWith(before: FigureStanding | undefined, row: FigureChange): FigureStanding {
  const { waiting, inForce, decided } = before ?? { waiting: [], inForce: [], decided: [] };
  const last = row.id;
  const outdoneBy = ({ said }: FigureChange) => said.every(({ place }) => row.said.some((one) => one.place === place));
  if (row.kind === "proposal") return { last, waiting: [...waiting.filter((one) => !outdoneBy(one)), row], inForce, decided };
  if (row.kind === "setting") {
    const settled = waiting.filter(outdoneBy).map((proposal) => ({ proposal, decision: row }));
    return { last, waiting: waiting.filter((one) => !outdoneBy(one)), inForce: agreed(inForce, row.said, row), decided: [...decided, ...settled] };
  }
  const proposal = waiting.find(({ id }) => id === row.answers);
  // A row that answers what does not wait any more changes nothing but its place in the history.
  if (!proposal) return { last, waiting, inForce, decided };
  return {
    last,
    waiting: waiting.filter((one) => one !== proposal),
    inForce: row.kind === "agreement" ? agreed(inForce, proposal.said, row) : inForce,
    decided: [...decided, { proposal, decision: row }],
  };
}

function agreed(inForce: readonly AgreedFigure[], said: readonly FigureSaid[], { id, at, by }: FigureChange): AgreedFigure[] {
  const known = new Map(inForce.map((one) => [one.place, one]));
  for (const one of said) {
    const earlier = known.get(one.place);
    const first = earlier ? earlier.first : one.before;
    known.set(one.place, { ...one, id, at, by, ...(first !== undefined && { first }) });
  }
  return [...known.values()];
}

/** A measure with what was agreed of its figures over what files and dates brought; that is kept as it was beside it. */
export function withFigures<M extends MeasureAsImported & Pick<Measure, "dates">>(
  measure: M,
  standing: FigureStanding | undefined,
): M & Pick<Measure, "agreed"> {
  if (!standing) return measure;
  const counting = standing.inForce.filter((one) => counts(measure, one));
  if (counting.length === 0) return { ...measure, agreed: standing };
  const at = new Map(counting.map((one) => [one.place, one.to]));
  const { due, figures } = measure;
  const own = ownSteps(due);
  const further = counting.flatMap(({ place, to, ofDue }) => (isDay(place) && to && !ofDue && !own.includes(place) ? [{ on: place, target: to }] : []));
  const part = (place: "baseline" | "target") => (at.has(place) ? at.get(place) : figures?.[place]);
  return {
    ...measure,
    due: withTargets(due, at),
    figures: { ...figures, baseline: part("baseline"), target: part("target") },
    ...(further.length > 0 && { trajectory: further }),
    agreed: standing,
    beforeFigures: { due, figures },
  };
}

/** The measure as files and dates have it. */
export function withoutFigures<M extends Measure>({
  agreed: _,
  trajectory: __,
  beforeFigures,
  ...measure
}: M): Omit<M, "agreed" | "trajectory" | "beforeFigures"> {
  if (!beforeFigures) return measure;
  const { figures: ___, ...rest } = measure;
  return { ...measure, ...rest, ...beforeFigures };
}

/** Neither a file that was let have its way nor a later date with a target of its own has taken its place. */
function counts({ figuresOverruled = {}, dates }: MeasureAsImported & Pick<Measure, "dates">, { place, id, at }: AgreedFigure): boolean {
  if (id <= (figuresOverruled[place] ?? "")) return false;
  const later = dates?.decided.filter(({ decision }) => decision.due && decision.at > at) ?? [];
  return !later.some(({ decision }) => decision.due && datesOf(decision.due).some(({ on, target }) => on === place && target !== undefined));
}

/** Days of a phrase that can bear a target. */
export function ownSteps(due: DuePhrase): LocalDate[] {
  return due.kind === "day" || due.kind === "milestones" ? datesOf(due).map(({ on }) => on) : [];
}

function withTargets(due: DuePhrase, at: ReadonlyMap<FigurePlace, string | undefined>): DuePhrase {
  const step = <S extends Milestone>(one: S): S => (at.has(one.on) ? { ...one, target: at.get(one.on) } : one);
  if (due.kind === "day") return step(due);
  return due.kind === "milestones" ? { ...due, steps: due.steps.map(step) } : due;
}

export function isDay(place: FigurePlace): place is LocalDate {
  return place !== "baseline" && place !== "target";
}
