import type { DateStanding } from "./dateChange.ts";
import type { DuePhrase, Milestone } from "./duePhrase.ts";
import type { FigurePlace, FigureStanding } from "./figureChange.ts";
import type { LocalDate } from "./localDate.ts";
import type { MonitoringChange } from "./monitoring.ts";
import type { Update } from "./update.ts";

export interface MeasureAsImported {
  /** `1.1.1-2`; a lone implied measure is written as its action. */
  readonly ref: string;
  /** Absent for a measure the plan gives an area and no action of it (Worcestershire's progress measures). */
  readonly action?: string;
  readonly area: string;
  readonly section?: string;
  readonly words: string;
  /** As written after splitting the cell; several leads are all leads. */
  readonly leads: readonly string[];
  readonly evidence: string;
  readonly due: DuePhrase;
  /** A label of the plan's scheme; absent when the file gave none. */
  readonly ratingAsImported?: string;
  readonly narrativeAsImported: string;
  /** The day that rating and narrative speak of, where later imports brought no others; else the plan's `importedAsOf`. */
  readonly reportedAsOf?: LocalDate;
  /** The second rating, of impact, where the plan gives one. */
  readonly impactAsImported?: string;
  /** How it is measured, in the plan's words: `PI`, `Audit`, `Voice`, `Review`. */
  readonly kind?: string;
  /** Figures as written, of a plan that has columns for them. */
  readonly figures?: { readonly baseline?: string; readonly latest?: string; readonly target?: string; readonly expectedChange?: string };
  /** The risk written beside it. */
  readonly risk?: string;
  /** Refs of measures or actions without which it cannot start. */
  readonly waitsFor?: readonly string[];
  /** Dates that were in force before, earliest first, each with the reason for its change. Absent when it never moved. */
  readonly dateMoves?: readonly DateMove[];
  /** The last date decided in chat that is among `due` and `dateMoves`: later ones are put over them when the plan is read. */
  readonly datesTaken?: string;
  /** Of figures agreed in chat that a file was let take the place of: the last row about each that no longer counts. */
  readonly figuresOverruled?: Readonly<Partial<Record<FigurePlace, string>>>;
  /** The day of the import that did not bring it any more. Withdrawn measures are kept, not asked about and not counted. */
  readonly withdrawnOn?: LocalDate;
  /** The last update given in chat that a file took the place of: rows up to it are history and no longer in force. */
  readonly overrules?: string;
  /** What the last file said where chat was newer and stayed in force. */
  readonly setAside?: { readonly rating?: string; readonly impact?: string; readonly narrative: string };
  /** Cells of columns Drumbeat has no word for, under their own headings. */
  readonly other: Readonly<Record<string, string>>;
}

/** A date that was replaced. */
export interface DateMove {
  readonly from: DuePhrase;
  /** The plan's local day on which the change was made. */
  readonly on: LocalDate;
  /** `import` where a file brought it; else what was said. */
  readonly reason: string;
  /** The row of the measure's date changes that accepted it; absent where a file brought it. */
  readonly decision?: string;
}

export interface Measure extends MeasureAsImported {
  /** What leads have said since the import; absent until one did. */
  readonly standing?: Standing;
  /** Confidential, and shown to somebody who is not entitled to it: counted, and told neither by name nor by a word. */
  readonly hidden?: true;
  /** What was asked and decided about its date; absent until somebody asked. */
  readonly dates?: DateStanding;
  /** The board does not monitor it, or what it is part of: still shown, not asked about and never overdue. */
  readonly released?: MonitoringChange;
  /** What was proposed and agreed of its figures; absent until somebody spoke of them. */
  readonly agreed?: FigureStanding;
  /** Targets agreed for days that are none of its dates. */
  readonly trajectory?: readonly (Milestone & { readonly target: string })[];
  /** What agreed figures stand over, as files and dates have it; absent where none do. */
  readonly beforeFigures?: Pick<MeasureAsImported, "due" | "figures">;
}

/** Where a measure stands by its updates. */
export interface Standing {
  /** The rating in force: the last one given that did not propose completion, else the one imported. */
  readonly rating?: string;
  /** The last rating of impact that leads gave; absent until one did: then the imported one is in force (`impactOf`). */
  readonly impact?: string;
  /** Set while a lead says complete and the board has not signed it off. */
  readonly proposedComplete?: boolean;
  /** The report in force; absent when all were taken back. */
  readonly latest?: Update;
  /** The last decision on its completion, whatever was reported since; absent until there was one. */
  readonly decided?: Update;
  /** Of a measure signed off, the rating it had before; absent where it had none. */
  readonly ratedBefore?: string;
  /** The last row of the measure's history, whatever it did; a card that showed another is behind. */
  readonly lastUpdate: string;
  /** What of the file it was worked out over: an import that landed at that very moment may say otherwise (`isOvertaken`). */
  readonly overFile?: { readonly rating?: string; readonly overrules?: string };
}

export interface Figure {
  readonly value: number;
  /** As typed: `154 of 190`, `64%`. */
  readonly asWritten: string;
}
