import { type CardButton, cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Claim, DecidedClaim } from "../domain/claim.ts";
import type { Decision } from "../domain/delivery.ts";
import { inWords } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { isSettled } from "../domain/standing.ts";
import type { Message } from "../ports.ts";

/** So many have a button of their own. */
const mostButtons = 5;

/** What people said is not theirs and nobody decided, the longest waiting first. */
export function waitingClaims({ measures, matters, scheme }: Plan): Claim[] {
  const open = measures.filter((measure) => !isSettled(measure, scheme));
  return open.flatMap(({ ref }) => matters.claims[ref]?.waiting ?? []).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What waits for a programme manager to say whose it is. @returns undefined when nothing does */
export function composeClaims(plan: Plan): Message | undefined {
  const waiting = waitingClaims(plan);
  if (waiting.length === 0) return undefined;
  const heading = waiting.length === 1 ? `${waiting[0]?.ref}: whose is it?` : `${waiting.length} measures: whose are they?`;
  const left = waiting.length - mostButtons;
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: [
      "Who was asked says that it is not theirs, and is not asked about it until you decide.",
      ...waiting.slice(0, mostButtons).map((claim) => `${claim.ref}: ${claimInWords(claim).join(" ")}`),
      ...(left > 0 ? [`${left} more come up as you decide these.`] : []),
    ],
    buttons: waiting.slice(0, mostButtons).map((claim) => decideButton(plan, claim)),
  });
  return { card, alert: `${plan.title}: ${heading}` };
}

function decideButton(plan: Plan, { ref, id }: Claim): CardButton {
  return cardButton(`Decide ${ref}`, { verb: "openClaim", plan: plan.id, ref, claim: id });
}

/** What became of what they said, for who said it. @returns undefined where the plan has none of it any more */
export function composeClaimNews(plan: Plan, decisions: readonly Decision[]): Message | undefined {
  const decided = decisions.flatMap(({ ref, id }) => plan.matters.claims[ref]?.decided.find(({ decision }) => decision.id === id) ?? []);
  const [first, ...others] = decided;
  if (!first) return undefined;
  const heading = others.length === 0 ? `${first.claim.ref}: whose it is` : `${decided.length} measures: whose they are`;
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: ["You said that it is not yours.", ...decided.slice(0, 20).map(decisionInWords)],
    buttons: [cardButton("My measures", { verb: "say", words: "mine" })],
  });
  return { card, alert: `${plan.title}: ${heading}` };
}

/** Who says so, of whom, and in which words. */
export function claimInWords({ by, on, change: { suggested, whom, words } }: Claim): string[] {
  const named = suggested?.name ?? whom;
  return [
    `${by.name} said on ${inWords(on)} that it is not theirs${named ? ` but ${named}’s` : ""}.`,
    ...(words ? [`In their words: “${cutAtWord(words, 400)}”`] : []),
  ];
}

export function decisionInWords({ claim, decision }: DecidedClaim): string {
  const { change, by, on } = decision;
  const said = `${by.name}, ${inWords(on)}`;
  const words = change.words ? `: “${cutAtWord(change.words, 600)}”` : "";
  if (change.kind === "stays") return `${claim.ref} stays with ${claim.by.name} (${said})${words || "."}`;
  const what = change.leads.length > 0 ? `All that ${change.leads.join(" and ")} leads, ${claim.ref} among it, went` : `${claim.ref} went`;
  return `${what} to ${change.to.name} (${said})${words || "."}`;
}
