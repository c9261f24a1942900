import type { Instant, LocalDate } from "./localDate.ts";
import type { ObjectId, PlanId } from "./plan.ts";
import type { BoundChannel } from "./planSettings.ts";

/** Says that a threshold has been noticed: insert-only, one key for one person, measure, date and threshold (law 2). */
export interface Mark {
  readonly key: string;
  /** The measure it is about, where it is about one. */
  readonly ref?: string;
  /** The plan's own day on which it was noticed. */
  readonly on?: LocalDate;
}

/** What one delivery tells, worked out anew from the plan when it is sent. */
export type Notice =
  /** One card to one lead with everything that is owed to them that day. */
  | { readonly kind: "reminder"; readonly to: ObjectId; readonly refs: readonly string[] }
  /** Leads nobody is linked to and what they would have been asked, for a programme manager. */
  | { readonly kind: "unlinked"; readonly to: ObjectId; readonly leads: readonly { readonly lead: string; readonly refs: readonly string[] }[] }
  /** That messages were refused or may not have arrived, for a programme manager. */
  | { readonly kind: "undelivered"; readonly to: ObjectId; readonly keys: readonly string[] }
  /** New dates that wait for this person's decision. What else waits for them goes along when it is sent. */
  | { readonly kind: "dateRequest"; readonly to: ObjectId; readonly requests: readonly Decision[] }
  /** What was decided about dates, for who asked and for the leads. */
  | { readonly kind: "dateDecision"; readonly to: ObjectId; readonly decisions: readonly Decision[] }
  /** Figures somebody proposed, for a programme manager. What else waits goes along when it is sent. */
  | { readonly kind: "figureRequest"; readonly to: ObjectId; readonly requests: readonly Decision[] }
  /** What was decided about them, for who proposed them and for the leads. */
  | { readonly kind: "figureDecision"; readonly to: ObjectId; readonly decisions: readonly Decision[] }
  /** Completions that wait for this person to sign off. What else waits for them goes along when it is sent. */
  | { readonly kind: "signOffRequest"; readonly to: ObjectId; readonly requests: readonly Decision[] }
  /** What was decided about completions, for who proposed them and for the leads. */
  | { readonly kind: "signOffDecision"; readonly to: ObjectId; readonly decisions: readonly Decision[] }
  /** Overdue measures nobody answers for, for whoever is above their leads. */
  | { readonly kind: "escalation"; readonly to: ObjectId; readonly measures: readonly EscalatedMeasure[] }
  /** Measures that somebody says are not theirs, for a programme manager. What else waits goes along when it is sent. */
  | { readonly kind: "claim"; readonly to: ObjectId; readonly claims: readonly Decision[] }
  /** What was decided about whose they are, for who said so. */
  | { readonly kind: "claimDecision"; readonly to: ObjectId; readonly decisions: readonly Decision[] }
  /** That they stand in for somebody, from when to when. */
  | { readonly kind: "standIn"; readonly to: ObjectId; readonly of: readonly ObjectId[] }
  /** A post to a channel, the plan's own where none is named. `late` when its day was missed. */
  | { readonly kind: "digest"; readonly digest: string; readonly on: LocalDate; readonly late: boolean; readonly channel?: BoundChannel }
  /** The same for a person. */
  | { readonly kind: "digestFor"; readonly to: ObjectId; readonly digest: string; readonly on: LocalDate; readonly late: boolean };

/** The row of a measure's history, of its date changes or of its figures, that asks or decides. */
export interface Decision {
  readonly ref: string;
  readonly id: string;
}

/** Who is told of silence, in turn: the area's senior responsible officer, the chair, whom the plan names above. */
export type EscalationLevel = "sro" | "chair" | "above";

/** A measure somebody above its leads hears of. */
export interface EscalatedMeasure {
  readonly ref: string;
  readonly level: EscalationLevel;
  /** That went by. */
  readonly date: LocalDate;
  /** When the silence began. */
  readonly since: LocalDate;
}

/** One thing on its way to one conversation. The row is its state; the queue carries only its key. */
export interface Delivery {
  readonly plan: PlanId;
  /** Deterministic: the same notice worked out twice has the same key. */
  readonly key: string;
  readonly notice: Notice;
  /** The plan's own day on which it was owed. */
  readonly owedOn: LocalDate;
  /** Real time at which it was posted, or let out after it waited for its person. */
  readonly postedAt?: Instant;
  readonly state: DeliveryState;
  /** How often a send was begun. */
  readonly attempts: number;
}

/** Law 3. `attemptingSince` and `at` are real time, not the plan's. */
export type DeliveryState =
  /** `notBefore` (real time) where the service asked to be tried again later. */
  | { readonly kind: "owed"; readonly notBefore?: Instant }
  /** Nobody has heard of the person yet; goes out at first contact. */
  | { readonly kind: "waiting" }
  /** `token` is made up for one claim, and absent in those of older releases. */
  | { readonly kind: "attempting"; readonly attemptingSince: Instant; readonly token?: string }
  /** Without an activity where nobody but a person can say that it arrived. */
  | { readonly kind: "sent"; readonly at: Instant; readonly activityId?: string; readonly conversationId?: string }
  /** The service said no, clearly, and it was not delivered. */
  | { readonly kind: "refused"; readonly at: Instant; readonly why: string }
  /** It may have arrived. Never repeated by itself. */
  | { readonly kind: "unknown"; readonly at: Instant; readonly why: string }
  /** Its content went out in a later delivery, or nothing was left to say. */
  | { readonly kind: "overtaken"; readonly at: Instant; readonly by?: string };

/** Marks and deliveries of a plan that the daily run needs beside the plan itself. */
export interface NoticedSoFar {
  readonly marks: ReadonlySet<string>;
  /** The day each was noticed, by key. */
  readonly markedOn: ReadonlyMap<string, LocalDate>;
  /** Those not yet sent or overtaken. */
  readonly open: readonly Delivery[];
  /** Sent or overtaken since the last run, and not filed away yet. */
  readonly finished: readonly Delivery[];
  readonly digests: readonly DigestRecord[];
}

/** A digest that has had its turn; whether an owed one arrived, its delivery says. */
export interface DigestRecord {
  /** The cadence it belongs to. */
  readonly digest: string;
  readonly on: LocalDate;
  readonly outcome: "owed" | "missed";
}
