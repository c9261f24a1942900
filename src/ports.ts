import type { Delivery, DigestRecord, Mark, NoticedSoFar } from "./domain/delivery.ts";
import type { LastAsked } from "./domain/lastAsked.ts";
import type { Instant, LocalDate } from "./domain/localDate.ts";
import type { EntryOf, Matter, MattersHistory, StandingOf } from "./domain/matters.ts";
import type { Standing } from "./domain/measure.ts";
import type { Address, Person, Team } from "./domain/person.ts";
import type { Link, ObjectId, Plan, PlanContent, PlanId, RoleHeld } from "./domain/plan.ts";
import type { PlanFile } from "./domain/planFile.ts";
import type { BoundChannel, PlanSettings } from "./domain/planSettings.ts";
import type { SavedPlan } from "./domain/savedPlan.ts";
import type { Update } from "./domain/update.ts";

/** What flows may ask of the outside. */
export interface Ports {
  readonly plans: PlanStore;
  readonly people: PeopleStore;
  readonly notices: NoticeBoard;
  readonly pendingImports: PendingImports;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly log: Log;
  /** Local mode only: moves plan time forward. @throws UserError when it would go back */
  readonly moveClock?: (to: Instant) => Promise<void>;
}

/** A line of the directory, enough to know which plans to run today. */
export interface PlanEntry {
  readonly id: PlanId;
  readonly title: string;
  /** Changes whenever something did that may make new notices owed: an import, a link, a role, a channel. */
  readonly changedAt: Instant;
  /** Conversation id of its bound channel. */
  readonly channel?: string;
}

export interface PlanStore {
  list(): Promise<readonly PlanEntry[]>;
  /** The plan without its history, by one range query. */
  read(id: PlanId): Promise<Plan | undefined>;
  /** The plan and what has been noticed of it, by one range query (law 2). */
  readWithNoticed(id: PlanId): Promise<{ plan: Plan; noticed: NoticedSoFar } | undefined>;
  /**
   * Writes what an import brings. Readers see the old plan or the new one, never a mixture; standings, links, roles
   * and history stay. `settings` are taken only when the plan is new.
   * @throws ConflictError when another import of this plan landed since `before` was read, or is under way
   */
  import(content: PlanContent, settings: PlanSettings, before: Plan | undefined): Promise<void>;
  /** The tables of the import readers see; undefined when it kept none. */
  file(id: PlanId): Promise<PlanFile | undefined>;
  /**
   * Changes settings as they stand by then, so that of two changes at once neither is lost.
   *
   * @param change - pure: worked out again when another writer came between
   * @returns those now in force
   */
  saveSettings(id: PlanId, change: (settings: PlanSettings) => PlanSettings): Promise<PlanSettings>;
  bindChannel(id: PlanId, channel: BoundChannel): Promise<void>;
  link(id: PlanId, link: Link): Promise<void>;
  unlink(id: PlanId, link: Link): Promise<void>;
  giveRole(id: PlanId, role: RoleHeld): Promise<void>;
  takeRoles(id: PlanId, objectId: ObjectId): Promise<void>;
  /**
   * Law 4: the update, its nonce and the measure's standing in one transaction.
   *
   * @param update - numbered after the last one its standing rests on, which is what keeps two writers apart
   * @returns `stored`; `repeated` with the row the nonce was used for before; `behind` when that number is taken
   */
  record(id: PlanId, update: Update, standing: Standing): Promise<{ kind: "stored" } | { kind: "repeated"; earlier: Update } | { kind: "behind" }>;
  /**
   * Law 4 for everything else: the row, and what it leaves standing of its subject, in one transaction.
   *
   * @param entry - numbered after the last one its standing rests on, which is what keeps two writers apart
   * @returns as `record` does
   */
  append<M extends Matter>(
    id: PlanId,
    matter: M,
    entry: EntryOf<M>,
    standing: StandingOf<M>,
  ): Promise<{ kind: "stored" } | { kind: "repeated"; earlier: EntryOf<M> } | { kind: "behind" }>;
  /**
   * Puts a saved plan, its history and its people's parts in place of what is there under its id.
   *
   * @param before - the plan to be replaced, as it was read
   * @throws ConflictError as `import` does
   */
  restore(saved: SavedPlan, before: Plan | undefined): Promise<void>;
  /** Oldest first. */
  history(id: PlanId, ref: string): Promise<readonly Update[]>;
  /** Every update of the plan, by ref and then oldest first. */
  wholeHistory(id: PlanId): Promise<readonly Update[]>;
  /** Every row of one subject, oldest first. */
  entries<M extends Matter>(id: PlanId, matter: M, subject: string): Promise<readonly EntryOf<M>[]>;
  /** Every row of every matter of the plan; of each subject oldest first. */
  allEntries(id: PlanId): Promise<MattersHistory>;
}

export interface PeopleStore {
  find(objectId: ObjectId): Promise<Person | undefined>;
  all(): Promise<readonly Person[]>;
  /** Keeps what is given and leaves the rest as it was; `plans` are added to those known. */
  save(person: Person): Promise<void>;
  /** Forgets the way to somebody who has removed the app. */
  saveLeft(objectId: ObjectId): Promise<void>;
  /** Marks a person as welcomed. @returns true to one caller only, however many ask at once */
  firstWelcome(objectId: ObjectId): Promise<boolean>;
  teams(): Promise<readonly Team[]>;
  saveTeam(team: Team): Promise<void>;
  forgetTeam(teamId: string): Promise<void>;
}

/** A file that was sent and shown, and waits for its sender's yes. */
export interface PendingImport {
  /** Unguessable; the card's nonce. */
  readonly id: string;
  readonly by: ObjectId;
  /** In the order they came. */
  readonly fileNames: readonly string[];
  /** Plan time after which it is forgotten. */
  readonly expiresAt: Instant;
  /** The plan it was last shown for; absent until one was said. */
  readonly plan?: PlanId;
  /** The plan's, as shown; where there was no plan, the one it is to have. */
  readonly title?: string;
  /** `importedAt` of the plan it was shown against; absent where there was none. */
  readonly basis?: Instant;
  /** What somebody said columns mean, heading to meaning, where it was not recognised. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The day its ratings speak of, where somebody said so. */
  readonly asOf?: LocalDate;
  readonly state: "waiting" | "imported" | "cancelled";
  /** A press that is storing it, since a real time. */
  readonly claim?: { readonly token: string; readonly since: Instant };
  /** What Import was answered with: the same again, however often it is pressed. */
  readonly receipt?: readonly string[];
}

export interface PendingImports {
  /** Keeps files until their sender decides, or until it expires. */
  keep(pending: PendingImport, files: readonly Uint8Array[]): Promise<void>;
  /** @returns undefined once it is forgotten */
  find(id: string): Promise<PendingImport | undefined>;
  /** Those of one person, whatever their state, newest last. */
  of(by: ObjectId): Promise<readonly PendingImport[]>;
  /** The files, in order; undefined once they are gone. */
  files(id: string): Promise<readonly Uint8Array[] | undefined>;
  /** Writes what `next` makes of it. @returns what now stands; undefined once it is forgotten */
  change(id: string, next: (stored: PendingImport) => PendingImport): Promise<PendingImport | undefined>;
  /** Takes the files away and leaves what became of them. */
  dropFiles(id: string): Promise<void>;
  /** Forgets what expired before an instant. @returns how many */
  sweep(now: Instant): Promise<number>;
}

/** A delivery as it was read or claimed; the ETag keeps whoever saw it otherwise from changing it. */
export interface StoredDelivery {
  readonly delivery: Delivery;
  readonly etag: string;
}

/** A delivery that a queue message names; the message is unseen by others until its lease (real time) runs out. */
export interface Ticket {
  readonly plan: PlanId;
  readonly key: string;
  /** As it was written when it was queued, which spares reading it: it is claimed as it stands there, or not at all. */
  readonly seen?: StoredDelivery;
  readonly lease: unknown;
}

export interface NoticeBoard {
  /**
   * Writes marks, digest records and a delivery in one insert-only transaction, then queues the delivery's key. Marks and
   * records refuse a repeat for as long as they stand; the delivery's own row is filed away once it is done.
   * @returns false when any mark, record or the delivery was there before: then nothing was written
   */
  post(delivery: Delivery | undefined, noticed: { plan: PlanId; marks: readonly Mark[]; digests: readonly DigestRecord[] }): Promise<boolean>;
  /** Puts the key of an owed delivery in the queue again (a lost message is harmless, so is a second one). */
  queue(delivery: Pick<Delivery, "plan" | "key">): Promise<void>;
  /** The tickets of the next messages, of which it takes at most `most` and 32; each names a few deliveries. An empty list at once when there are none. */
  take(most: number): Promise<readonly Ticket[]>;
  /** Ends the ticket: there is nothing more to do for it, or a later run queues its delivery again. Twice is harmless. */
  finish(ticket: Ticket): Promise<void>;
  /**
   * Lets the ticket come up again, with what it says was seen, after so many seconds of real time; or sooner with another of
   * its message, but not before all of those are finished or put back.
   */
  putBack(ticket: Ticket, afterSeconds: number): Promise<void>;
  find(plan: PlanId, key: string): Promise<StoredDelivery | undefined>;
  /** owed -> attempting by ETag: nobody else sends it while the claim stands. Undefined when it is not owed or changed since it was found. */
  claim(found: StoredDelivery, now: Instant): Promise<StoredDelivery | undefined>;
  /**
   * attempting -> an outcome (law 3), or back to owed (a refusal that asks to be tried again) or waiting.
   * @returns false when the claim no longer stands
   */
  record(claim: StoredDelivery, state: Delivery["state"]): Promise<boolean>;
  /** Any open delivery to another state, only if it still is in the state given. */
  move(delivery: Delivery, state: Delivery["state"]): Promise<boolean>;
  /**
   * Writes one owed delivery in place of several waiting ones of the same plan, in one transaction, and queues it.
   * @returns false when one of them moved meanwhile
   */
  merge(into: Delivery, replaced: readonly Delivery[]): Promise<boolean>;
  /** Not yet sent or overtaken, of one plan: owed, waiting, attempting, refused, unknown. */
  open(plan: PlanId): Promise<readonly Delivery[]>;
  /** Keeps what somebody opened, in place of what they opened before. */
  rememberOpened(plan: PlanId, opened: LastAsked): Promise<void>;
  /** The last reminder that reached somebody and the last form they opened, of one plan. */
  lastAsked(plan: PlanId, objectId: ObjectId): Promise<readonly LastAsked[]>;
  /** Puts deliveries that were sent or overtaken where the daily run does not read them any more; twice is harmless. */
  file(finished: readonly Delivery[]): Promise<void>;
  /** Takes away marks that keep no notice back any more. Some stay where somebody else does so too: those the next run finds again. */
  forget(plan: PlanId, marks: readonly string[]): Promise<void>;
}

export interface Message {
  /** Markdown; people's own words must be escaped already. */
  readonly text?: string;
  /** Adaptive Card JSON. */
  readonly card?: object;
  /** What the toast says; no narrative. */
  readonly alert: string;
  /** Only one to one. */
  readonly file?: OfferedFile | KeptFile;
}

/** A file a person may have, if they agree to it. */
export interface OfferedFile {
  readonly kind: "offered";
  readonly name: string;
  readonly description: string;
  /** About how large it will be. */
  readonly bytes: number;
  /** Comes back to `Front.fileWanted` when they do. */
  readonly wanted: object;
}

/** A file that was put into a person's own OneDrive. */
export interface KeptFile {
  readonly kind: "kept";
  readonly name: string;
  readonly address: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** A file somebody sent beside a message. */
export interface SentFile {
  readonly name: string;
  /** Where it stands in the sender's OneDrive, by which it can be referred to; absent where Teams does not say. */
  readonly place?: string;
  /** Fetches it; once. @throws UserError when it is too large, not to be opened, or does not arrive */
  read(): Promise<Uint8Array>;
}

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type SendOutcome =
  | { readonly kind: "sent"; readonly activityId: string }
  /** It did not arrive. `retryAfterSeconds` only where the service asked to be tried again (429, 412). */
  | { readonly kind: "refused"; readonly why: string; readonly retryAfterSeconds?: number }
  /** It may have arrived. */
  | { readonly kind: "unknown"; readonly why: string };

export interface Messenger {
  /**
   * Asks for the turn of a message nobody waits for, within what Teams allows a conversation and a tenant. Waits while
   * the tenant's is full, since it is for everybody.
   * @returns 0 when it may be sent now, its place is taken then; else whole seconds of real time after which this
   *   conversation may be asked about again
   */
  turn(to: Address): Promise<number>;
  /** One POST, never repeated. @param hasTurn - `turn` gave it its place; else it is an answer and goes before those @throws RangeError for a card over 28 KB or with more than 6 actions */
  send(to: Address, message: Message, hasTurn?: boolean): Promise<SendOutcome>;
  /** Replaces a message sent before. */
  update(to: Address, activityId: string, message: Message): Promise<SendOutcome>;
  /**
   * A one to one conversation with somebody of the team's roster; undefined when the team does not know them.
   * @throws Error when Teams could not say
   */
  openPersonal(team: Team, objectId: ObjectId): Promise<Address | undefined>;
}

/** The plan's time. In local mode it can be moved forward; everything a plan sees comes from here. */
export interface Clock {
  now(): Instant;
  /** Real time, for leases and outcomes. */
  realNow(): Instant;
}

/** Days as people of a place live them. Pure given its data. */
export interface Calendar {
  /** Day and time of day (`HH:MM`, 24 hours) at a moment in a zone. */
  localTime(at: Instant, timeZone: string): { day: LocalDate; time: string };
  /** The moment a local time falls on; in the hour a clock change leaves out, the moment after the gap; in the one it repeats, the first. */
  instantAt(day: LocalDate, time: string, timeZone: string): Instant;
  /** Monday to Friday and no bank holiday there. @param holidays - as date-holidays names a place: `GB-ENG` */
  isWorkingDay(day: LocalDate, holidays: string): boolean;
  /** Days on which a rule falls, both ends included, earliest first. @throws RangeError for a rule that cannot be read */
  occurrences(rule: string, starts: LocalDate, from: LocalDate, to: LocalDate): readonly LocalDate[];
}

/** Where plan time is kept with the data, so that service and command line agree on today. */
export interface ClockStore {
  /** Milliseconds between plan time and real time; undefined when it was never moved. */
  read(): Promise<number | undefined>;
  /** Never moves back. @returns the offset in force */
  advanceTo(offsetMs: number): Promise<number>;
}

/** Structured; never narrative text, never a name. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

/** Two writers met; the caller reads again and decides. */
export class ConflictError extends Error {
  override readonly name = "ConflictError";
}

/** A row of a release newer than this one, which would misread it, and must not write over it. */
export class NewerRowError extends Error {
  override readonly name = "NewerRowError";
}

/** Who speaks, from the activity and nothing else (law 5). */
export interface Asker {
  /** Lower case. */
  readonly objectId: ObjectId;
  readonly name: string;
  readonly where: Where;
  /** Of the conversation they speak in; theirs alone only when `where` is personal. */
  readonly address: Address;
}

export type Where =
  | { readonly kind: "personal" }
  /** `channelId` is the conversation's id without `;messageid=`. */
  | { readonly kind: "channel"; readonly teamId: string; readonly channelId: string; readonly threadId?: string; readonly name?: string }
  | { readonly kind: "group" };

/** What the bot answers; the Teams room calls it and sends what comes back. */
export interface Front {
  /**
   * @param words - without the bot's mention; what was quoted in front, its lines beginning with `>`
   * @param mentioned - people mentioned beside the bot
   * @param messageId - of the conversation's message: the same message told of again is the same answer
   * @returns undefined where silence is right
   */
  message(
    asker: Asker,
    words: string,
    mentioned: readonly { objectId: ObjectId; name: string }[],
    files?: readonly SentFile[],
    messageId?: string,
  ): Promise<Message | undefined>;
  /** Somebody changed a message they wrote one to one. @returns as `message` does */
  edited(asker: Asker, words: string, messageId: string): Promise<Message | undefined>;
  /** Somebody took away a message they wrote one to one. @returns undefined where nothing was recorded of it */
  deleted(asker: Asker, messageId: string): Promise<Message | undefined>;
  /** @param data - a card action's data with its inputs merged in, as it came */
  press(asker: Asker, data: unknown): Promise<Message>;
  /** Makes a file that was offered and is wanted. @param wanted - of the offer, as it came back @throws UserError when it is not theirs */
  fileWanted(asker: Asker, wanted: unknown): Promise<MadeFile>;
  /** Installed or first seen one to one. */
  arrived(asker: Asker): Promise<Message | undefined>;
  teamSeen(team: Team): Promise<void>;
  teamLost(teamId: string): Promise<void>;
  /** On every inbound activity of a person: keeps the way to them fresh. */
  heard(asker: Asker): Promise<void>;
  /** Removed the app from their own chats: nothing is sent into the void until they add it again. */
  left(asker: Asker): Promise<void>;
}
