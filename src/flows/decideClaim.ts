import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { mostTypedInForm } from "../cards/formCard.ts";
import { notKept } from "../cards/quote.ts";
import { replyCard } from "../cards/replyCard.ts";
import { answerersOf } from "../domain/askedFor.ts";
import type { Claim, ClaimStanding, DecidedClaim } from "../domain/claim.ts";
import type { Measure } from "../domain/measure.ts";
import { leadsOn, standpointOf } from "../domain/permission.ts";
import type { Author, Link, ObjectId, Plan } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import { addEntry } from "./addEntry.ts";
import { assignMeasure } from "./assignMeasure.ts";
import type { AtPlan } from "./atPlan.ts";
import { readPerson } from "./choosePerson.ts";
import { type ClaimFaults, composeClaimDecision, leadsThrough } from "./composeClaimDecision.ts";
import { decisionInWords, waitingClaims } from "./composeClaims.ts";
import { linkLead, remember } from "./knowPeople.ts";

type DecideClaim = Extract<CardAction, { verb: "decideClaim" }>;

/** Asks a programme manager whose a measure is. @throws UserError where it was decided or taken back since */
export async function openClaim(ports: Ports, at: AtPlan, { ref, claim: id }: { readonly ref: string; readonly claim: string }): Promise<Message> {
  const { measure, claim } = claimWaiting(at, ref, id);
  return composeClaimDecision(ports, at, measure, claim);
}

/**
 * Gives a measure, or all that its lead leads, to somebody else, or leaves it where it is, with words for whoever asked.
 * Decided twice, the first decision stands.
 *
 * @throws UserError where it was decided or taken back since
 */
export async function decideClaim(ports: Ports, at: AtPlan, press: DecideClaim): Promise<Message> {
  const before = at.plan.matters.claims[press.ref]?.decided.find(({ claim }) => claim.id === press.claim);
  const decidedOf = at.plan.measures.find(({ ref }) => ref === press.ref);
  if (decidedOf && before?.decision.nonce === press.nonce) {
    await handOn(ports, at, decidedOf, before);
    return receiptFor(at, before, press);
  }
  const { measure, claim } = claimWaiting(at, press.ref, press.claim);
  const words = (press.words ?? "").trim();
  const to = press.how === "stays" ? undefined : await personMeant(ports, at, claim, press);
  const faults = faultsOf(press, words, to);
  if (faults || typeof to === "string") return composeClaimDecision(ports, at, measure, claim, press, faults);

  const leads = press.moves === "measure" ? [] : leadsThrough(at.plan, measure, claim.by.objectId);
  const change = to
    ? { kind: "handedOn" as const, answers: claim.id, to, leads, ...(words && { words }) }
    : { kind: "stays" as const, answers: claim.id, words };
  const of = { matter: "claims", subject: measure.ref, nonce: press.nonce, via: "card" } as const;
  const added = await addEntry(ports, at, of, (base, standing) =>
    standing?.waiting.some(({ id }) => id === claim.id) ? { ...base, ref: measure.ref, change } : undefined,
  );
  const decided = added.standing?.decided.find((one) => one.claim.id === claim.id);
  if (!decided || added.kind === "no") throw new UserError(noLonger(measure.ref, added.standing));
  await handOn(ports, at, measure, decided);
  return receiptFor(at, decided, press);
}

/** @returns a sentence where it cannot be told */
async function personMeant(ports: Ports, { plan }: AtPlan, claim: Claim, press: DecideClaim): Promise<Author | string> {
  if (press.how === "suggested" && claim.change.suggested) return claim.change.suggested;
  const found = await readPerson(ports, plan, press);
  if (found === undefined) return "Choose who answers for it, or write their name.";
  if (typeof found === "string") return found;
  return found.objectId === claim.by.objectId
    ? `${claim.by.name} is who says it is not theirs. Press “It stays with them” where it is.`
    : { objectId: found.objectId, name: found.name ?? found.objectId };
}

function faultsOf({ how, whoElse = "" }: DecideClaim, words: string, to: Author | string | undefined): ClaimFaults | undefined {
  if (typeof to === "string") return { who: to };
  if (words.length > mostTypedInForm.text - 500) return { words: `This has ${words.length} characters; ${mostTypedInForm.text - 500} is the most.` };
  if (how === "stays" && words === "") return { words: "Say why, so that they know." };
  const both = "You wrote a name as well. Press “Give it to whom I chose” for it, or empty this box.";
  return how !== "other" && whoElse.trim() !== "" ? { who: both } : undefined;
}

/** Once the decision stands. Done again it changes nothing, so that a press repeated after a crash makes it good. */
async function handOn(ports: Ports, at: AtPlan, measure: Measure, { claim, decision }: DecidedClaim): Promise<void> {
  const { change } = decision;
  if (change.kind !== "handedOn") return;
  const { plan } = at;
  const { to, leads } = change;
  const isLinked = (lead: string, objectId: ObjectId) => plan.links.some((link) => link.lead === lead && link.objectId === objectId);
  for (const lead of leads) {
    if (!isLinked(lead, to.objectId)) await linkLead(ports, plan, { lead, objectId: to.objectId }, { name: to.name });
    if (isLinked(lead, claim.by.objectId)) await ports.plans.unlink(plan.id, { lead, objectId: claim.by.objectId });
  }
  const goes = ({ lead, objectId }: Link) => leads.includes(lead) && (objectId === claim.by.objectId || objectId === to.objectId);
  const links = [...plan.links.filter((link) => !goes(link)), ...leads.map((lead) => ({ lead, objectId: to.objectId }))];
  // An assignment outlives the link: what was given to them by name goes on too.
  const given = plan.measures.filter((one) => one.leads.some((lead) => leads.includes(lead)) && isGiven(plan, one, claim.by.objectId));
  for (const one of new Set([measure, ...given])) {
    const answering = answerersOf({ links, matters: plan.matters }, one);
    if (answering.includes(claim.by.objectId) || !answering.includes(to.objectId))
      await assignMeasure(ports, at, one, { kind: "replace", to, of: answererBehind(at, one, claim.by.objectId) });
  }
  await remember(ports, plan.id, to.objectId, { name: to.name });
}

function isGiven({ matters }: Plan, { ref }: Measure, objectId: ObjectId): boolean {
  return matters.assignments[ref]?.given.includes(objectId) === true;
}

/** A deputy speaks of what whom they stand in for answers for. */
function answererBehind({ plan, today }: AtPlan, measure: Measure, objectId: ObjectId): ObjectId {
  if (answerersOf(plan, measure).includes(objectId)) return objectId;
  return standpointOf(plan, objectId, [], today).standsInFor.find((one) => leadsOn(one, measure))?.objectId ?? objectId;
}

function claimWaiting({ plan }: AtPlan, ref: string, id: string): { measure: Measure; claim: Claim } {
  const measure = plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${plan.title} any more.`);
  const standing = plan.matters.claims[ref];
  const claim = standing?.waiting.find((one) => one.id === id);
  if (!claim) throw new UserError(noLonger(ref, standing));
  return { measure, claim };
}

function noLonger(ref: string, standing: ClaimStanding | undefined): string {
  const decided = standing?.decided.at(-1);
  return `That does not wait any more. ${decided ? decisionInWords(decided) : `${ref} is theirs after all, they say.`}`;
}

function receiptFor(at: AtPlan, decided: DecidedClaim, { how, words = "", whoElse }: DecideClaim): Message {
  const { plan } = at;
  const { ref } = decided.claim;
  const next = waitingClaims(plan).find((one) => one.ref !== ref || one.id !== decided.claim.id);
  const heading = `Decided: ${ref}`;
  const { change } = decided.decision;
  const isSame = words.trim() === (change.words ?? "") && (how === "stays") === (change.kind === "stays");
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: [
      decisionInWords(decided),
      change.kind === "handedOn"
        ? `What is owed goes to ${change.to.name} from now on. ${decided.claim.by.name} is told.`
        : `${decided.claim.by.name} is told, with your words, and asked as before.`,
    ],
    quote: isSame ? undefined : notKept(words, whoElse && `Whose it is: ${whoElse}`),
    buttons: [
      ...(next ? [cardButton(`Next: ${next.ref}`, { verb: "openClaim", plan: plan.id, ref: next.ref, claim: next.id })] : []),
      cardButton("See all people", { verb: "say", words: "people" }),
    ],
  });
  return { card, alert: heading };
}
