import { cutAtWord } from "../cards/cutAtWord.ts";
import { heardCard } from "../cards/heardCard.ts";
import type { ListToken } from "../cards/listToken.ts";
import type { Measure } from "../domain/measure.ts";
import type { Draft } from "../domain/said/said.ts";
import type { Update } from "../domain/update.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { receiptOf } from "./recordUpdate.ts";

export interface HeardOf {
  readonly stored: readonly { readonly measure: Measure; readonly update: Update }[];
  readonly questions: readonly { readonly ref: string; readonly sentence: string; readonly draft: Draft }[];
  /** Sentences about what could not be taken. */
  readonly notes: readonly string[];
}

/** Shows what was recorded of a message about several measures, and asks what is left; the list they lead to keeps what was said. */
export function composeHeard(ports: Pick<Ports, "clock">, at: AtPlan, { stored, questions, notes }: HeardOf): Message {
  const list: ListToken = {
    kind: "mine",
    refs: [...stored.map(({ measure }) => measure.ref), ...questions.map(({ ref }) => ref)].slice(0, 20),
    since: stored.map(({ update }) => update.at).toSorted()[0] ?? ports.clock.now(),
    page: 1,
    ...(questions.length > 0 && {
      said: questions.slice(0, 10).map(({ ref, draft }) => ({ ref, ...shortened(draft, room(stored.length, questions.length)) })),
    }),
  };
  const card = heardCard({
    planTitle: at.plan.title,
    plan: at.plan.id,
    receipts: stored.map(({ measure, update }) => receiptOf(at, measure, update)),
    questions: questions.map(({ ref, sentence, draft }) => ({
      ref,
      title: `${ref}: ${sentence}`,
      words: draft.narrative ? `You typed: ${draft.narrative}` : "",
    })),
    notes,
    list,
  });
  const done = stored.length > 0 ? `${stored.length} recorded` : "";
  return { card, alert: [done, questions.length > 0 && `${questions.length} to answer`].filter(Boolean).join(", ") };
}

/** Bytes for all the copies of what was said; the rest of a card has as many again. */
const saidBytes = 20_000;

/** Every button carries the list twice, for an old Teams too: the more there are, the less of each narrative travels. */
function room(stored: number, asked: number): number {
  const copies = 4 * stored + 2 * asked;
  return Math.max(40, Math.min(1_900, Math.floor(saidBytes / copies / asked) - 100));
}

/** Files do not travel with a list: they are named, and are with what was recorded of the same message. */
function shortened({ rating, impact, narrative, figure, files = [], ...draft }: Draft, most: number) {
  const named = files.length > 0 ? ` (with ${files.map(({ name }) => name).join(", ")})`.slice(0, 200) : "";
  const short = (["help", "risk", "mitigation"] as const).flatMap((box) => (draft[box] ? [[box, cutAtWord(draft[box], Math.min(most, 290))]] : []));
  return {
    narrative: cutAtWord(`${narrative}${named}`, most, "… (the rest is in your message)"),
    ...(rating && { rating }),
    ...(impact && { impact }),
    ...(figure && { figure: figure.slice(0, 60) }),
    ...Object.fromEntries(short),
  };
}
