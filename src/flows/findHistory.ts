import { cardButton } from "../cards/cardButton.ts";
import { foundHistoryCard } from "../cards/foundHistoryCard.ts";
import { replyCard } from "../cards/replyCard.ts";
import { peopleOf } from "../domain/askedFor.ts";
import { leadsOn } from "../domain/permission.ts";
import { UserError } from "../domain/userError.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { type DatedEntry, entriesOf, newestFirst } from "./historyEntries.ts";
import { type HistoryScope, type KnownNames, readHistoryScope } from "./historyScope.ts";
import { saidOfEvery } from "./saidOfMeasure.ts";

/** Enough for a phone. */
const perPage = 5;
/** As many buttons as a card has. */
const mostNames = 6;

/**
 * What was said and decided of an area, by or of a person, in a time, or in any of these together, newest first, a page of it. Where a
 * name could be several it asks which; where nothing was said it says what can be asked.
 *
 * @param words - as typed after `history`
 * @throws UserError when the words name nobody and nothing of the plan
 */
export async function findHistory(ports: Ports, at: AtPlan, { words, page = 1 }: { words: string; page?: number }): Promise<Message> {
  const read = readHistoryScope(words, await namesAt(ports, at), at.today);
  switch (read.kind) {
    case "scope":
      return show(ports, at, read.scope, words, page);
    case "several":
      return askWhich(at, read.names, read.period);
    case "nothing":
      return askWhat(at);
    case "unknown":
      throw new UserError(
        `Nobody and nothing in ${at.plan.title} is called “${read.typed}”. Write a measure, an area, a lead as the plan writes it, or a time: “history 1.1.1-1”, “history area 2 last month”, “history since 1 September”.`,
      );
  }
}

async function namesAt(ports: Pick<Ports, "people">, { plan, person }: AtPlan): Promise<KnownNames> {
  const ids = new Set(peopleOf(plan));
  const people = (await ports.people.all()).flatMap(({ objectId, name }) => (name && ids.has(objectId) ? [{ objectId, name }] : []));
  return { plan, people, reader: person.objectId };
}

async function show(ports: Ports, at: AtPlan, scope: HistoryScope, words: string, page: number): Promise<Message> {
  const { plan } = at;
  const entries = await entriesIn(ports, at, scope);
  const pages = Math.max(1, Math.ceil(entries.length / perPage));
  const shown = Math.min(page, pages);
  const card = foundHistoryCard({
    plan: plan.id,
    planTitle: plan.title,
    about: scope.about,
    entries: entries.slice((shown - 1) * perPage, shown * perPage).map(({ of, entry }) => ({ ...entry, ref: of })),
    total: entries.length,
    words,
    page: shown,
    pages,
  });
  return { card, alert: `History: ${scope.about}` };
}

/** Only of measures as they may be seen here: of an item that is confidential to them nothing was said. */
async function entriesIn(ports: Ports, at: AtPlan, { measures, by, period }: HistoryScope): Promise<DatedEntry[]> {
  const saidOf = await saidOfEvery(ports, at.plan);
  const wanted = measures && new Set(measures.map(({ ref }) => ref));
  const found = everMeasuresOf(at.plan)
    .filter(({ hidden }) => !hidden)
    .flatMap((measure) => entriesOf(at, measure, saidOf(measure.ref)).filter(({ row }) => !wanted || wanted.has(measure.ref) || row.by.objectId === by))
    .filter(({ row: { on } }) => !period || (on >= period.first && on <= period.last));
  // A release of an area is in the history of each of its measures.
  const once = new Map(found.map((one) => [one.row, one]));
  return [...once.values()].sort(newestFirst);
}

function askWhich({ plan }: AtPlan, names: readonly string[], period = ""): Message {
  const card = replyCard({
    planTitle: plan.title,
    heading: "Whose history do you mean?",
    lines: [
      names.length > mostNames ? `These are the first ${mostNames} of ${names.length}: write more of the name to find the others.` : "Several names fit.",
    ],
    buttons: names.slice(0, mostNames).map((name) => cardButton(name, { verb: "say", words: `history of ${name} ${period}`.trim() })),
  });
  return { card, alert: "Whose history do you mean?" };
}

function askWhat({ plan, person }: AtPlan): Message {
  const say = (words: string) => cardButton(words, { verb: "say", words });
  const [first] = plan.measures.filter((measure) => leadsOn(person, measure));
  const card = replyCard({
    planTitle: plan.title,
    heading: "The history of what?",
    lines: ["Of a measure, an area, a lead as the plan writes it or a person, in a time, or both together: “history area 2 last month”."],
    buttons: [...(first ? [say(`history ${first.ref}`), say("history of my measures")] : []), say("history this month"), say("history last month")],
  });
  return { card, alert: "The history of what?" };
}
