import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { silenceCard } from "../cards/silenceCard.ts";
import { measuresLedBy } from "../domain/askLine.ts";
import { standpointOf } from "../domain/permission.ts";
import { isSettled } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { emailText } from "./composeEmail.ts";
import { nameFor } from "./undelivered.ts";

/** Words to copy into a message to somebody Drumbeat could not reach. @throws UserError when nothing of theirs is open */
export async function composeForward(
  ports: Pick<Ports, "people">,
  at: AtPlan,
  { to, lead = "" }: Pick<Extract<CardAction, { verb: "showForward" }>, "to" | "lead">,
): Promise<Message> {
  const { plan, today } = at;
  const measures =
    to === undefined
      ? plan.measures.filter((one) => one.leads.includes(lead) && !isSettled(one, plan.scheme))
      : measuresLedBy(plan, standpointOf(plan, to, [], today), today);
  const whom = to === undefined ? lead : nameFor(await ports.people.find(to), to);
  if (measures.length === 0) throw new UserError(`Nothing of ${whom || "theirs"} is open in ${plan.title} any more, so there is nothing to forward.`);
  const heading = `For ${whom}`;
  const card = silenceCard({
    planTitle: plan.title,
    heading,
    intro: "Copy it into an e-mail or a chat. What comes back you can enter for them: “update” and the reference; the history says for whom.",
    rows: [],
    rest: "",
    quote: { title: "To copy", words: emailText(at, measures) },
    buttons: [cardButton("Back to the round", { verb: "say", words: "round" })],
  });
  return { card, alert: heading };
}
