import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { formCard } from "../cards/formCard.ts";
import type { Claim } from "../domain/claim.ts";
import type { Measure } from "../domain/measure.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { personFields } from "./choosePerson.ts";
import { claimInWords } from "./composeClaims.ts";
import { leadsInWords } from "./composeForm.ts";
import { leadsOf } from "./knowPeople.ts";

type Typed = Pick<Extract<CardAction, { verb: "decideClaim" }>, "moves" | "who" | "whoElse" | "words"> & { readonly nonce?: string };
/** Beside which box, and what to put right. */
export interface ClaimFaults {
  readonly who?: string;
  readonly words?: string;
}

/** Asks whose a measure is, with what was typed so far. */
export async function composeClaimDecision(
  ports: Ports,
  at: AtPlan,
  measure: Measure,
  claim: Claim,
  typed: Typed = {},
  faults: ClaimFaults = {},
): Promise<Message> {
  const { plan } = at;
  const { ref } = measure;
  const leads = leadsThrough(plan, measure, claim.by.objectId);
  const led = leadsOf(plan).filter(({ lead }) => leads.includes(lead));
  const all = new Set(led.flatMap(({ refs }) => refs)).size;
  const { suggested } = claim.change;
  const data = { verb: "decideClaim" as const, plan: plan.id, ref, claim: claim.id, nonce: typed.nonce ?? randomUUID() };
  const heading = `${ref}: whose is it?`;
  const card = formCard({
    planTitle: plan.title,
    heading,
    lines: [measure.words, ...claimInWords(claim), `The plan names: ${leadsInWords(measure)}.`],
    fields: [
      ...(leads.length > 0
        ? [
            {
              kind: "choice" as const,
              id: "moves",
              label: "What goes to somebody else?",
              value: typed.moves ?? "lead",
              choices: [
                { title: `All that ${leads.join(" and ")} leads (${all === 1 ? "1 measure" : `${all} measures`})`, value: "lead" },
                { title: `Only ${ref}`, value: "measure" },
              ],
            },
          ]
        : []),
      ...(await personFields(ports, plan, "To somebody else", { ...typed, fault: faults.who }, claim.by.objectId)),
      { kind: "text", id: "words", label: `Words for ${claim.by.name}`, value: typed.words, fault: faults.words },
    ],
    go: [
      ...(suggested ? [cardButton(`Give it to ${suggested.name}`, { ...data, how: "suggested" })] : []),
      cardButton("Give it to whom I chose", { ...data, how: "other" }),
      cardButton("It stays with them", { ...data, how: "stays" }),
    ],
    buttons: [cardButton("What else waits", { verb: "say", words: "unclaimed" })],
  });
  return { card, alert: heading };
}

/** Leads, as written, through whom somebody is asked about a measure. */
export function leadsThrough(plan: Plan, measure: Measure, objectId: ObjectId): string[] {
  return plan.links.filter((link) => link.objectId === objectId && measure.leads.includes(link.lead)).map(({ lead }) => lead);
}
