import type { Instant } from "../domain/localDate.ts";
import { mayAnswer } from "../domain/permission.ts";
import type { Author } from "../domain/plan.ts";
import { type CorrectionSaid, correctionSaid } from "../domain/said/correctionSaid.ts";
import { forOtherSaid } from "../domain/said/forOtherSaid.ts";
import { ownWords } from "../domain/said/ownWords.ts";
import { type RefSaid, refsIn } from "../domain/said/refsIn.ts";
import type { Asked } from "../domain/said/said.ts";
import type { Update } from "../domain/update.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeUndo } from "./composeUndo.ts";
import type { TypedMessage } from "./heardBefore.ts";
import { offerMove } from "./moveUpdate.ts";
import { openForm } from "./openForm.ts";
import { ownUpdates } from "./ownUpdates.ts";

/** So long after an update, in plan time, words that put something right are taken to be about it. */
const freshMs = 10 * 60_000;

/**
 * Hears `no sorry amber` right after an update as about that update: its form opens with the new rating, and where only that it
 * was wrong was said, or several were recorded together, it is offered to be taken back or changed. Where it was meant for
 * another measure (`sorry, I meant 2.1.1-4`) it is offered to be moved there. Nothing is stored before a press.
 *
 * @returns undefined where it is no correction, tells something of another measure, or nothing of theirs was recorded a moment ago
 */
export async function hearCorrection(ports: Ports, at: AtPlan, { words }: TypedMessage, asked: Asked): Promise<Message | undefined> {
  const { own, quoted, forwarded } = ownWords(words);
  if (forwarded) return undefined;
  const refs = refsIn(own, asked.measures);
  const [named] = refs;
  if (named) {
    const [last, ...together] = meantBy(ports, at, []);
    const [other, ...others] = refs.filter((one) => one.refs.length !== 1 || one.refs[0] !== last?.ref);
    if (!last || others.length > 0 || (other && other.refs.length !== 1)) return undefined;
    if (other) return together.length === 0 ? meantForOther(ports, at, last, own, other) : undefined;
  }
  const said = correctionSaid(named ? `${own.slice(0, named.at)} ${own.slice(named.end)}` : own, asked.scheme);
  const updates = said
    ? meantBy(
        ports,
        at,
        (named ? [named] : refsIn(quoted, asked.measures)).flatMap(({ refs }) => refs),
      )
    : [];
  const [update, ...others] = updates;
  // With its reference `should be 50` is a forecast as likely.
  if (named && said?.rating === undefined && said?.words !== "") return undefined;
  if (!said || !update || (await isPast(ports, at, update, said))) return undefined;
  if (said.words === "" && said.rating !== undefined && said.rating === update.rating && others.length === 0) return undefined;

  ports.log.info("heard in words", { plan: at.plan.id, kind: "correction" });
  const isNoMore = said.words === "" && said.rating === undefined;
  if (isNoMore || others.length > 0) return composeUndo(at, updates);
  return openForm(ports, at, { ref: update.ref, amends: update.id }, { ...said, typed: own });
}

async function meantForOther(ports: Ports, at: AtPlan, update: Update, own: string, { refs, at: begins, end }: RefSaid): Promise<Message | undefined> {
  const [ref = ""] = refs;
  const isTheirs = at.plan.measures.some((measure) => measure.ref === ref && mayAnswer(at.person, measure));
  if (!isTheirs || !forOtherSaid({ before: own.slice(0, begins), after: own.slice(end) }) || (await isPast(ports, at, update, { words: "" }))) return undefined;
  ports.log.info("heard in words", { plan: at.plan.id, kind: "correction" });
  return offerMove(at, update, ref);
}

/** Their last update while it is fresh, and those that were recorded together with it. @param quoted - refs they replied to: then no others */
function meantBy({ clock }: Ports, at: AtPlan, quoted: readonly string[]): readonly Update[] {
  const [last, ...earlier] = ownUpdates(at);
  if (!last || Math.abs(Date.parse(clock.now()) - Date.parse(last.at)) > freshMs) return [];
  const together = [last, ...earlier.filter((update) => update.at === last.at)];
  return quoted.length > 0 ? together.filter(({ ref }) => quoted.includes(ref)) : together;
}

/** Since then they opened the form of another measure, said what somebody else has answered, or asked for a date, which has no rating: the talk is about that. */
async function isPast(ports: Ports, at: AtPlan, update: Update, { rating }: CorrectionSaid): Promise<boolean> {
  const { plan, person } = at;
  const opened = (await ports.notices.lastAsked(plan.id, person.objectId)).find(({ by }) => by === "form");
  if (opened?.at !== undefined && opened.at > update.at && !opened.refs.includes(update.ref)) return true;
  const isLater = (row: { readonly by: Author; readonly at: Instant }) => row.at > update.at && row.by.objectId === person.objectId;
  if (rating === undefined && plan.measures.some(({ dates }) => dates?.waiting && isLater(dates.waiting))) return true;
  const answered = plan.measures.filter((measure) => mayAnswer(person, measure) && (measure.standing?.latest?.at ?? "") > update.at);
  const histories = await Promise.all(answered.map(({ ref }) => ports.plans.history(plan.id, ref)));
  return histories.flat().some(isLater);
}
