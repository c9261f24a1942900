import type { Entry } from "./entry.ts";
import { addDays, type Instant, type LocalDate } from "./localDate.ts";

/** One row of what somebody said of being asked, about measures they answer for. */
export interface AskingWish extends Entry {
  readonly refs: readonly string[];
  readonly wish: /** Not before that day, and then whatever the plan's lead times say. */
    | { readonly kind: "later"; readonly remindOn: LocalDate }
    /** Seen, and to be answered in its own time. */
    | { readonly kind: "seen" };
}

/** Being asked again, as wanted; over once the measure is reported on. */
export interface AskLater {
  readonly remindOn: LocalDate;
  readonly at: Instant;
}

/** What stands of somebody's wishes, by the ref of a measure. */
export interface AskingWishes {
  /** The last row, whatever it did. */
  readonly last: string;
  /** Of that row: the same press again is the same wish. */
  readonly lastNonce: string;
  readonly later: Readonly<Record<string, AskLater>>;
  readonly seen: Readonly<Record<string, LocalDate>>;
}

/** Whole days for which a wish that has had its day is kept: long enough for a plan that was not run for a while. */
const keptForDays = 60;

/** @param history - every row of one person, oldest first @returns undefined when there is none */
export function wishesAfter(history: readonly AskingWish[]): AskingWishes | undefined {
  return history.reduce<AskingWishes | undefined>(wishesWith, undefined);
}

export function wishesWith(before: AskingWishes | undefined, { id, nonce, refs, wish, on, at }: AskingWish): AskingWishes {
  const oldest = addDays(on, -keptForDays);
  const later = Object.fromEntries(Object.entries(before?.later ?? {}).filter(([, { remindOn }]) => remindOn >= oldest));
  const seen = Object.fromEntries(Object.entries(before?.seen ?? {}).filter(([, day]) => day >= oldest));
  const news = <T>(value: T) => Object.fromEntries(refs.map((ref) => [ref, value]));
  return wish.kind === "later"
    ? { last: id, lastNonce: nonce, later: { ...later, ...news({ remindOn: wish.remindOn, at }) }, seen }
    : { last: id, lastNonce: nonce, later, seen: { ...seen, ...news(on) } };
}
