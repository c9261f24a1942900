import fc from "fast-check";
import type { CardAction } from "../../src/cards/cardAction.ts";
import type { DateChange } from "../../src/domain/dateChange.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { monitoredPart } from "../../src/domain/monitoring.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Update } from "../../src/domain/update.ts";

export const chair = "chair";
export const refs = ["1.1", "1.2"] as const;

const ref = fc.constantFrom(...refs);
const lead = fc.constantFrom("first lead", "second lead");
const rating = fc.constantFrom("Green", "Amber", "Red", "Blue");
const due = fc.constantFrom("31 January 2023", "31 March 2023", "30 June 2023");
/** `stale`: pressed on what somebody saw two turns ago. */
const stale = fc.boolean();
const nth = fc.nat(9);

/** What one person does: two leads, the chair, and whoever sends an edited file. */
export const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("card" as const), by: lead, ref, rating, stale }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("words" as const), by: lead, ref, rating }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("amend" as const), by: lead, ref, rating, nth, stale }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const), by: lead, ref, nth, stale }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("askDate" as const), by: lead, ref, due, stale }) },
  fc.record({ do: fc.constant("withdrawDate" as const), by: lead, ref, stale }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("decideDate" as const),
      ref,
      due,
      how: fc.constantFrom("accept" as const, "acceptOther" as const, "refuse" as const),
      stale,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("signOff" as const), ref, stale }) },
  fc.record({ do: fc.constant("undoSignOff" as const), ref, stale }),
  fc.record({ do: fc.constant("sendBack" as const), ref, stale }),
  fc.record({ do: fc.constant("reopen" as const), ref, rating: fc.constantFrom("Amber", "Red"), stale }),
  fc.record({ do: fc.constant("monitor" as const), ref, how: fc.constantFrom("release" as const, "takeBack" as const), stale }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant("import" as const), ref, rating, due, takeFile: fc.boolean(), news: fc.boolean() }) },
);
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
export type Edit = Extract<Deed, { do: "import" }>;
type Spoken = Exclude<Deed, Edit>;

/** What somebody saw when they pressed. */
export interface Seen {
  readonly plan: Plan;
  readonly updates: readonly Update[];
}

/** A press or a message, what thanks for it looks like, and the one row that it must then have left. */
export interface PlayedCall {
  readonly by: string;
  readonly said: { readonly press: CardAction } | { readonly message: string };
  /** Typed with it: they come back where it is not thanked for. */
  readonly words?: string;
  readonly thanks: string;
  readonly left: { readonly update: (row: Update) => boolean } | { readonly date: (row: DateChange) => boolean } | { readonly monitoring: string };
}

/** @param idOf - the object id of one of the people @returns undefined where there is nothing that could be pressed */
export function callOf(deed: Spoken, { plan, updates }: Seen, idOf: (name: string) => string, words: string, nonce: string): PlayedCall | undefined {
  const { ref } = deed;
  const measure = measureIn(plan, ref);
  const basis = measure.standing?.lastUpdate;
  const waiting = measure.dates?.waiting?.id ?? "";
  const pressed = { plan: plan.id, ref, nonce };
  const recorded = { words, thanks: `Recorded for ${ref}`, left: { update: (row: Update) => row.ref === ref && row.narrative === words } };
  const takenBack = (id: string) => ({ update: (row: Update) => row.ref === ref && row.kind === "withdrawal" && row.amends === id });
  const own = (by: string, nth: number) => {
    const mine = updates.filter((row) => row.ref === ref && row.kind === "report" && row.by.objectId === idOf(by));
    return mine[nth % (mine.length || 1)]?.id;
  };
  switch (deed.do) {
    case "words":
      return { by: deed.by, said: { message: `${ref} ${deed.rating} ${words}` }, ...recorded };
    case "card":
      return { by: deed.by, said: { press: { verb: "saveUpdate", ...pressed, basis, rating: deed.rating, narrative: words } }, ...recorded };
    case "amend": {
      const amends = own(deed.by, deed.nth);
      return amends
        ? { by: deed.by, said: { press: { verb: "saveUpdate", ...pressed, basis, amends, rating: deed.rating, narrative: words } }, ...recorded }
        : undefined;
    }
    case "undo": {
      const update = own(deed.by, deed.nth);
      return update ? { by: deed.by, said: { press: { verb: "undoUpdate", ...pressed, update } }, thanks: "taken back", left: takenBack(update) } : undefined;
    }
    case "askDate": {
      const press: CardAction = { verb: "askForDate", ...pressed, basis: measure.dates?.lastChange, date: deed.due, reason: words };
      return { by: deed.by, said: { press }, words, thanks: `New date asked for: ${ref}`, left: { date: (row) => row.ref === ref && row.reason === words } };
    }
    case "withdrawDate": {
      const left = { date: (row: DateChange) => row.ref === ref && row.kind === "withdrawal" && row.answers === waiting };
      return waiting ? { by: deed.by, said: { press: { verb: "withdrawDate", ...pressed, request: waiting } }, thanks: "request taken back", left } : undefined;
    }
    case "decideDate": {
      const other = deed.how === "acceptOther" ? { otherDate: deed.due } : {};
      const press: CardAction = { verb: "decideDate", ...pressed, request: waiting, how: deed.how, ...other, comment: words };
      return waiting
        ? { by: chair, said: { press }, words, thanks: `Decided: ${ref}`, left: { date: (row) => row.ref === ref && row.reason === words } }
        : undefined;
    }
    case "signOff": {
      if (!basis) return undefined;
      const press: CardAction = { verb: "signOffTicked", plan: plan.id, nonce, page: 1, lines: [{ ref, basis }], tick0: "true" };
      const after = String(Number(basis) + 1).padStart(6, "0");
      const left = { update: (row: Update) => row.ref === ref && row.kind === "signOff" && row.id === after };
      return { by: chair, said: { press }, thanks: `${ref} is signed off as complete`, left };
    }
    case "undoSignOff": {
      const update = updates.findLast((row) => row.ref === ref && row.kind === "signOff")?.id;
      const thanks = `The sign-off of ${ref} was taken back`;
      return update ? { by: chair, said: { press: { verb: "undoSignOff", ...pressed, update } }, thanks, left: takenBack(update) } : undefined;
    }
    case "sendBack": {
      const press: CardAction = { verb: "sendBack", ...pressed, basis: basis ?? "000001", page: 1, reason: words };
      return { ...recorded, by: chair, said: { press }, thanks: `${ref} was sent back` };
    }
    case "reopen":
      return {
        ...recorded,
        by: chair,
        said: { press: { verb: "reopen", ...pressed, basis, rating: deed.rating, reason: words } },
        thanks: `${ref} is open again`,
      };
    case "monitor": {
      const last = plan.matters.monitoring[monitoredPart({ part: "measure", ref })]?.last;
      const press: CardAction = { verb: "setMonitoring", ...pressed, part: "measure", how: deed.how, basis: last, reason: words };
      const thanks = deed.how === "release" ? "is released from monitoring" : "is monitored again";
      return { by: chair, said: { press }, words, thanks, left: { monitoring: words } };
    }
  }
}

export function measureIn({ measures }: Plan, wanted: string): Measure {
  const measure = measures.find((one) => one.ref === wanted);
  if (!measure) throw new Error(`${wanted} is gone`);
  return measure;
}
