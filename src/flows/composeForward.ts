import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { excerpt } from "../cards/cutAtWord.ts";
import { phraseInWords } from "../cards/dateInWords.ts";
import { replyCard } from "../cards/replyCard.ts";
import { measuresLedBy } from "../domain/askLine.ts";
import { standpointOf } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { isSettled } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { nameFor } from "./undelivered.ts";

/** So many measures stand in a text somebody is to read; the rest is counted. */
const mostNamed = 12;

/** Words to copy into an e-mail or a chat to somebody Drumbeat could not reach. @throws UserError when nothing of theirs is open */
export async function composeForward(
  ports: Pick<Ports, "people">,
  { plan, name, today }: AtPlan,
  { to, lead }: Pick<Extract<CardAction, { verb: "showForward" }>, "to" | "lead">,
): Promise<Message> {
  const person = to === undefined ? undefined : standpointOf(plan, to, [], today);
  const measures = person ? measuresLedBy(plan, person, today) : plan.measures.filter((one) => one.leads.includes(lead ?? "") && !isSettled(one, plan.scheme));
  const whom = to === undefined ? (lead ?? "") : nameFor(await ports.people.find(to), to);
  if (measures.length === 0) throw new UserError(`Nothing of ${whom} is open in ${plan.title} any more, so there is nothing to forward.`);
  const asked = measures.slice(0, mostNamed).map(({ ref, words, due }) => `${ref}, ${excerpt(words, 100)} (date: ${phraseInWords(due)})`);
  const more = measures.length > mostNamed ? [`and ${measures.length - mostNamed} more`] : [];
  const text = [
    `The steering group of ${plan.title} needs to know where these stand:`,
    ...asked,
    ...more,
    `Please answer for each with a rating (${ratingsOf(plan)}) and a sentence or two: what was done, what is in the way, what happens next. Do not name a child or family.`,
    `${name || "The programme manager"} enters it for you.`,
  ].join("\n");
  const heading = `For ${whom}`;
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: ["What comes back you can enter for them: “update” and the reference, and the history says for whom."],
    quote: { title: "To copy", words: text },
    buttons: [cardButton("Back to the round", { verb: "say", words: "round" })],
  });
  return { card, alert: heading };
}

function ratingsOf({ scheme }: Plan): string {
  return scheme.ratings.map(({ label, meaning }) => `${label}: ${meaning.toLowerCase()}`).join("; ");
}
