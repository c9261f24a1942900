import type { Measure } from "../domain/measure.ts";
import { leadsAnything, leadsOrStandsIn, may } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { ownWords } from "../domain/said/ownWords.ts";
import { refsIn } from "../domain/said/refsIn.ts";
import { isComplete } from "../domain/standing.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";
import { answerReader } from "../flows/answerReader.ts";
import { spokenOf } from "../flows/askedOf.ts";
import { type AtPlan, placeAt, standpointNow } from "../flows/atPlan.ts";
import { hearAnswer } from "../flows/hearAnswer.ts";
import { showHistory } from "../flows/showHistory.ts";
import type { Message, SentFile } from "../ports.ts";
import type { Call, Command } from "./command.ts";
import { didYouMean, type Keep } from "./didYouMean.ts";
import { measuresNamed } from "./findMeasure.ts";
import { askWhichPlan, plansFor } from "./findPlan.ts";

const nobody =
  "Nobody has linked you to a plan yet, so nothing was recorded. If you lead part of one, tell its programme manager: “Please link me to my lead in Drumbeat.”";

/** Longer words do not travel with a card that asks which plan. */
const mostAskedAgain = 2_000;

/**
 * Answers words that are no command, typed to the bot alone: by a lead they are heard as an answer to what was asked of
 * them; from anybody else, and where they are none, the nearest commands are offered.
 */
export async function answerInWords(call: Omit<Call, "rest">, commands: readonly Command[], files: readonly SentFile[] = []): Promise<Message> {
  const heard = await hearWords(call, files);
  return heard.kind === "answered" ? heard.message : didYouMean(ownWords(call.words).own, commands, heard.keep, heard.note);
}

type Heard = { readonly kind: "answered"; readonly message: Message } | { readonly kind: "unclear"; readonly keep?: Keep; readonly note?: string };

/** Hears words that are no command, and offers nothing where they say nothing. */
export async function hearWords(call: Omit<Call, "rest">, files: readonly SentFile[] = []): Promise<Heard> {
  const { ports, asker, admins, words } = call;
  const plan = await planMeant(call);
  if (plan && "ask" in plan) return { kind: "answered", message: plan.ask };
  const at = plan && placeAt(ports, asker, plan, admins);
  if (!at) return { kind: "unclear", note: nobody };
  const shown = files.length > 0 ? undefined : measureToShow(at, ownWords(words).own);
  if (shown) return { kind: "answered", message: await showHistory(ports, at, shown, asker.where) };
  if (!may(at.person, "answer")) {
    const message = await answerReader(ports, at, words);
    return message ? { kind: "answered", message } : { kind: "unclear" };
  }
  const heard = await hearAnswer(ports, at, { words, files, ...(call.messageId !== undefined && { id: call.messageId }) });
  return heard.kind === "answered" ? heard : { kind: "unclear", keep: { plan: at.plan.id, among: [...heard.among], ...heard.draft } };
}

/** A reference alone: whoever leads it may mean to answer, anybody else to see it. A number alone may be an answer to something else. */
function measureToShow({ plan, person }: AtPlan, own: string): Measure | undefined {
  const typed = own.replace(/[\s.?!]+$/, "");
  if (may(person, "answer") && /^\s*\d+$/.test(typed)) return undefined;
  const [shown, ...others] = measuresNamed({ measures: everMeasuresOf(plan) }, typed);
  const isOpen = plan.measures.some((measure) => measure === shown && !isComplete(measure, plan.scheme));
  return shown && others.length === 0 && !(isOpen && leadsOrStandsIn(person, shown)) ? shown : undefined;
}

/** Of several plans: the one whose reference was typed, the one chosen before, the only one they are a lead in. */
async function planMeant(call: Omit<Call, "rest">): Promise<Plan | { ask: Message } | undefined> {
  const { ports, asker, admins, words } = call;
  const theirs = await plansFor(call);
  if (theirs.length <= 1) return theirs[0];
  const said = ownWords(words);
  const named = theirs.filter((plan) => refsIn(`${said.own}\n${said.quoted}`, spokenOf(plan)).some(({ refs }) => refs.length > 0));
  if (named.length === 1) return named[0];
  const likely = named.length > 1 ? named : theirs;
  const chosen = (await ports.people.find(asker.objectId))?.currentPlan;
  const led = likely.filter((plan) => leadsAnything(plan, standpointNow(ports, plan, asker.objectId, admins)));
  const one = likely.find(({ id }) => id === chosen) ?? (led.length === 1 ? led[0] : undefined);
  if (one) return one;
  return { ask: askWhichPlan(likely, words.slice(0, mostAskedAgain).toWellFormed()) };
}
