import { measuresInWords } from "../cards/peopleCard.ts";
import { type Undelivered, undeliveredCard } from "../cards/undeliveredCard.ts";
import type { Delivery } from "../domain/delivery.ts";
import { isKnownNotice } from "../domain/isKnownNotice.ts";
import { inWords } from "../domain/localDate.ts";
import type { Person } from "../domain/person.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";

/** What did not reach somebody, in words. */
export interface NotReached extends Undelivered {
  readonly since: string;
  /** Waits for the person to be heard of: nothing to decide. */
  readonly waits: boolean;
}

/** A plan's deliveries that were refused, may have arrived, or wait for their person; the oldest first. */
export async function notReached(ports: Pick<Ports, "notices">, plan: Plan, known: ReadonlyMap<ObjectId, Person>): Promise<NotReached[]> {
  const open = await ports.notices.open(plan.id);
  const nameOf = (id: ObjectId) => nameFor(known.get(id), id);
  return open
    .flatMap((delivery) => {
      const { notice } = delivery;
      const why = whyNot(delivery, notice.kind === "digest" ? undefined : known.get(notice.to));
      return why
        ? [{ ...describe(plan, delivery, nameOf), why, maybeArrived: delivery.state.kind === "unknown", waits: delivery.state.kind === "waiting" }]
        : [];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** For the programme manager, with what can be done about each. */
export async function composeUndelivered(ports: Pick<Ports, "notices" | "people">, plan: Plan): Promise<Message> {
  const known = new Map((await ports.people.all()).map((person) => [person.objectId, person]));
  const all = await notReached(ports, plan, known);
  const deliveries = all.filter(({ waits }) => !waits).map((one) => ({ ...one, what: `${one.what}, ${one.since}` }));
  const waiting = all.filter(({ waits }) => waits).map(({ to }) => to);
  return { card: undeliveredCard({ planTitle: plan.title, plan: plan.id, deliveries, waiting }), alert: `${deliveries.length} undelivered in ${plan.title}` };
}

export function nameFor(person: Person | undefined, id: ObjectId): string {
  return person?.name ?? person?.email ?? id;
}

function describe(plan: Plan, { key, notice, owedOn }: Delivery, nameOf: (id: ObjectId) => string) {
  const since = inWords(owedOn);
  if (!isKnownNotice(notice)) return { key, to: "Somebody", what: "message of another version of Drumbeat", since };
  switch (notice.kind) {
    case "digest":
      return { key, to: (notice.channel ?? plan.channel)?.name ?? "The plan's channel", what: `${notice.digest} digest`, since };
    case "digestFor":
      return { key, to: nameOf(notice.to), what: `${notice.digest} digest`, since };
    case "reminder":
      return { key, to: nameOf(notice.to), what: `reminder of ${measuresInWords(notice.refs.length)}`, since };
    case "undelivered":
      return { key, to: nameOf(notice.to), what: "news of undelivered messages", since };
    case "dateRequest":
      return { key, to: nameOf(notice.to), what: `request to decide ${counted(notice.requests.length)}`, since };
    case "dateDecision":
      return { key, to: nameOf(notice.to), what: `news of what was decided about ${counted(notice.decisions.length)}`, since };
    case "figureRequest":
      return { key, to: nameOf(notice.to), what: `request to decide on figures of ${measuresInWords(notice.requests.length)}`, since };
    case "figureDecision":
      return { key, to: nameOf(notice.to), what: `news of what was decided about figures of ${measuresInWords(notice.decisions.length)}`, since };
    case "escalation":
      return { key, to: nameOf(notice.to), what: `news of ${measuresInWords(notice.measures.length)} nobody answers for`, since };
    case "claim":
      return { key, to: nameOf(notice.to), what: "question whose a measure is", since };
    case "claimDecision":
      return { key, to: nameOf(notice.to), what: "news of whose a measure is", since };
    case "standIn":
      return { key, to: nameOf(notice.to), what: "news that they stand in for somebody", since };
    case "signOffRequest":
      return { key, to: nameOf(notice.to), what: `request to sign off ${notice.requests.length} proposed complete`, since };
    case "signOffDecision":
      return { key, to: nameOf(notice.to), what: `news of what was decided about ${notice.decisions.length} proposed complete`, since };
    case "unlinked":
      return { key, to: nameOf(notice.to), what: "list of leads nobody is linked to", since };
  }
}

function counted(dates: number): string {
  return dates === 1 ? "a date" : `${dates} dates`;
}

/** Why it did not reach its person; undefined where it did, or is on its way. */
export function whyNot({ state }: Pick<Delivery, "state">, to?: Person): string | undefined {
  switch (state.kind) {
    case "waiting":
      return to?.left ? "has removed the app: waits until they add Drumbeat again" : "waits until they first open Drumbeat";
    case "refused":
      return `refused: ${state.why}`;
    case "unknown":
      return `may have arrived: ${state.why}`;
    default:
      return undefined;
  }
}
