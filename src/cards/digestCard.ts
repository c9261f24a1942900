import { kindsInWords } from "../domain/cadence.ts";
import type { Exception } from "../domain/exceptions.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { DigestKind } from "../domain/planSettings.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import { noStatus, type PlanSummary } from "../domain/summary.ts";
import { areaView, countsInWords, leadsInWords } from "./areaView.ts";
import type { Card } from "./card.ts";
import { excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard, fits } from "./fitCard.ts";
import { ratingStyle } from "./ratingStyle.ts";
import { areasLeft, overallView } from "./summaryCard.ts";

export interface Digest {
  readonly kind: DigestKind;
  /** Of one that is for somebody: `health and wellbeing board`. */
  readonly name?: string;
  readonly summary: PlanSummary;
  readonly scheme: RatingScheme;
  /** The day it belongs to. */
  readonly on: LocalDate;
  readonly late: boolean;
  /** Its day is a day off. */
  readonly dayOff?: boolean;
  /** It tells confidential items. */
  readonly confidential?: boolean;
  readonly next?: LocalDate;
  /** `every six weeks` */
  readonly rhythm?: string;
  /** `Since the digest of 28 November 2022: 2 Amber to Green`; absent for the first of its kind. */
  readonly changed?: string;
  /** Most pressing first. */
  readonly exceptions: readonly Exception[];
  /** Exceptions not given here. */
  readonly more: number;
}

/** A post to the steering group channel: what needs attention and, in a full digest, every area. */
export function digestCard(digest: Digest): Card {
  const { kind, summary, scheme, exceptions } = digest;
  const { counts, unrated, total } = summary.overall;
  const whole = kind === "full" || kind === "scrutiny";
  const build = (shown: number, areas: number) => {
    const left = digest.more + exceptions.length - shown;
    return fillTemplate("digest", {
      planTitle: summary.title,
      heading: digestHeading(digest),
      why: whyNow(digest),
      late: offDay({ ...digest, asOf: summary.asOf }),
      changed: digest.changed,
      overall: whole ? overallView(summary, scheme) : undefined,
      areas: whole ? summary.areas.slice(0, areas).map((area) => areaView(area, scheme, 0)) : [],
      areasLeft: whole ? areasLeft(summary, areas) : undefined,
      exceptionsHeading: attention(exceptions.length + digest.more),
      exceptions: exceptions.slice(0, shown).map(exceptionView),
      more: left > 0 ? `and ${left} more: mention me and type overdue` : undefined,
      totals: whole ? undefined : `All ${total} measures: ${countsInWords(counts, unrated, scheme)}${risksInWords(summary)}`,
    });
  };
  const all = fitCard(exceptions.length, (shown) => build(shown, summary.areas.length));
  return fits(all) ? all : fitCard(summary.areas.length, (areas) => build(0, areas));
}

function whyNow({ kind, rhythm, next }: Digest): string {
  const about =
    kind === "full" || kind === "scrutiny"
      ? "Every area of the plan"
      : "Only what is off track, of concern, overdue, proposed complete, challenged, about to start or changed since the last";
  const often = rhythm === undefined ? "" : `, ${rhythm}`;
  return `${about}${often}. ${next === undefined ? "No further digest of this kind is planned." : `The next is on ${inWords(next)}.`}`;
}

/** `Exception digest: 21 November 2022` */
export function digestHeading({ name, kind, on }: Pick<Digest, "name" | "kind" | "on">): string {
  return `${capital(name ? `${name}, ${kindsInWords[kind]}` : kindsInWords[kind])}: ${inWords(on)}`;
}

/** What must be known before a digest is read: for whom it is, and that it is not of its day. @param asOf - the day it is posted */
export function offDay({
  late,
  on,
  dayOff,
  asOf,
  confidential,
}: Pick<Digest, "late" | "on" | "dayOff" | "confidential"> & { readonly asOf: LocalDate }): string | undefined {
  const early = dayOff && asOf < on ? `Posted early: ${inWords(on)} is not a working day.` : undefined;
  const day = late ? `Posted late: this digest belongs to ${inWords(on)}.` : early;
  return [confidential && "Confidential: for you alone, not to be passed on.", day].filter(Boolean).join(" ") || undefined;
}

function risksInWords({ areas }: PlanSummary): string {
  const open = areas.reduce((sum, { risks }) => sum + risks.length, 0);
  return open === 0 ? "" : ` · ${open} open ${open === 1 ? "risk" : "risks"}: mention me and type risks`;
}

function capital(words: string): string {
  return words.replace(/^./, (first) => first.toUpperCase());
}

function attention(count: number): string {
  if (count === 0) return "Nothing needs the board’s attention";
  return count === 1 ? "1 measure needs attention" : `${count} measures need attention`;
}

/** Words that are not told were said all the same. */
function saidInWords(said: string | undefined, heardOn: Exception["heardOn"]): string {
  if (!said) return heardOn ? `Last reported on ${inWords(heardOn)}` : "Nobody has reported on it yet";
  return `${heardOn ? `${inWords(heardOn)}: ` : ""}${excerpt(said, 160)}`;
}

/** A measure the board must look at, as the template shows it. */
export function exceptionView({ ref, words, leads, rating, why, said, heardOn, help, challenges, reason }: Exception): object {
  return {
    // An overdue measure rated green must not look well.
    style: rating && (rating.kind === "offTrack" || rating.kind === "concern") ? ratingStyle(rating.colour) : "emphasis",
    title: `${ref} · ${rating?.label ?? noStatus} · ${why}`,
    words: excerpt(words, 140),
    leads: leadsInWords(leads),
    said: saidInWords(said, heardOn),
    challenged: challenges && `Challenged: ${excerpt(challenges.join("; "), 250)}${reason ? ` · Their answer: ${excerpt(reason, 160)}` : ""}`,
    help: help && `Would help: ${excerpt(help, 120)}`,
  };
}
