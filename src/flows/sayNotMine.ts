import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { formCard, mostTypedInForm } from "../cards/formCard.ts";
import { replyCard } from "../cards/replyCard.ts";
import { measuresOf } from "../domain/askLine.ts";
import type { Claim } from "../domain/claim.ts";
import type { Measure } from "../domain/measure.ts";
import { leadsOrStandsIn } from "../domain/permission.ts";
import type { Author } from "../domain/plan.ts";
import type { Said } from "../domain/said/said.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import { addEntry } from "./addEntry.ts";
import type { AtPlan } from "./atPlan.ts";
import { type PersonTyped, personFields, readPerson } from "./choosePerson.ts";
import { leadsInWords } from "./composeForm.ts";
import { sourceOf, type TypedMessage } from "./heardBefore.ts";
import { measureToAnswer } from "./measureToAnswer.ts";
import { nonceOf } from "./recordAnswers.ts";

/** Characters of what they write: less than the box takes, so that what is too long is said and not cut in silence. */
const mostWords = mostTypedInForm.text - 500;

interface NotMine extends PersonTyped {
  readonly among: readonly string[];
  /** Those chosen among several. */
  readonly refs?: readonly string[];
  readonly words?: string;
  readonly faults?: { readonly refs?: string; readonly words?: string };
  readonly nonce?: string;
}

/** Asks which measures are not theirs and whose they are, with what was typed so far. @throws UserError for a measure that is not theirs to answer */
export async function openNotMine(ports: Ports, at: AtPlan, { among, refs = [], words, faults = {}, nonce, ...who }: NotMine): Promise<Message> {
  const measures = among.map((ref) => measureToAnswer(at, ref));
  const [first, ...others] = measures;
  const { plan } = at;
  const heading = first && others.length === 0 ? `${first.ref}: not yours?` : "Which of these are not yours?";
  const card = formCard({
    planTitle: plan.title,
    heading,
    lines: [
      ...(first && others.length === 0 ? [first.words, `The plan names: ${leadsInWords(first)}.`] : []),
      "The programme manager decides whose it is. Until then I don’t ask you about it.",
    ],
    fields: [
      ...(others.length > 0
        ? [{ kind: "choices" as const, id: "refs", label: "Not mine", value: refs.join(","), choices: measures.map(choiceOf), fault: faults.refs }]
        : []),
      ...(await personFields(ports, plan, "Whose is it, if you know?", who, at.person.objectId)),
      { kind: "text", id: "words", label: "Anything the programme manager should know", value: words, fault: faults.words },
    ],
    go: [cardButton("It is not mine", { verb: "sayNotMine", plan: plan.id, nonce: nonce ?? randomUUID(), among: [...among] })],
    buttons: [cardButton("Back to my measures", { verb: "say", words: "mine" })],
  });
  return { card, alert: heading };
}

function choiceOf({ ref, words }: Measure) {
  return { title: `${ref}: ${cutAtWord(words, 80)}`, value: ref };
}

/** Stores what the form says and shows it back with Undo; what cannot be taken brings the form back with all of it. @throws UserError as `openNotMine` does */
export async function sayNotMine(ports: Ports, at: AtPlan, form: Extract<CardAction, { verb: "sayNotMine" }>): Promise<Message> {
  const { among, nonce } = form;
  const chosen = (form.refs ?? "").split(",").filter((ref) => among.includes(ref));
  const refs = among.length === 1 ? among : chosen;
  const words = (form.words ?? "").trim();
  const faults = {
    ...(refs.length === 0 && { refs: "Choose at least one." }),
    ...(words.length > mostWords && { words: `This has ${words.length} characters; ${mostWords} is the most.` }),
  };
  if (Object.keys(faults).length > 0) return openNotMine(ports, at, { ...form, refs: chosen, faults, nonce });
  return storeNotMine(ports, at, refs, { words, ...(await suggestedBy(ports, at, form)), nonce, via: "card" });
}

/** As somebody said in a message: stored at once where it can only be about one measure, else asked. @throws UserError as `openNotMine` does */
export async function notMineInWords(ports: Ports, at: AtPlan, { refs, whom }: Extract<Said, { kind: "notMine" }>, typed: TypedMessage): Promise<Message> {
  const words = typed.words.trim();
  if (refs.length !== 1 || words.length > mostWords) return openNotMine(ports, at, { among: refs.slice(0, 20), words, whoElse: whom });
  const suggestion = await suggestedBy(ports, at, { whoElse: whom });
  return storeNotMine(ports, at, refs, { words, ...suggestion, nonce: nonceOf(sourceOf(at, typed), "not mine"), via: "chat" });
}

/** Whom they name: somebody known, or as they put it, for the programme manager to find. */
async function suggestedBy(ports: Ports, { plan }: AtPlan, typed: PersonTyped): Promise<Pick<Stored, "whom" | "suggested">> {
  const found = await readPerson(ports, plan, typed);
  if (typeof found === "object") return { suggested: { objectId: found.objectId, name: found.name ?? found.objectId } };
  const whom = (typed.whoElse ?? "").trim();
  return whom ? { whom } : {};
}

interface Stored {
  readonly words: string;
  readonly whom?: string;
  readonly suggested?: Author;
  readonly nonce: string;
  readonly via: "card" | "chat";
}

/** One row a measure (law 4). */
async function storeNotMine(ports: Ports, at: AtPlan, refs: readonly string[], { words, whom, suggested, nonce, via }: Stored): Promise<Message> {
  const change = { kind: "notMine" as const, words, ...(whom && { whom }), ...(suggested && { suggested }) };
  const claims: Claim[] = [];
  const measures = refs.map((one) => measureToAnswer(at, one));
  const other = measures.find((measure) => !leadsOrStandsIn(at.person, measure));
  if (other) throw new UserError(`${other.ref} is led by ${leadsInWords(other)}, and you are not asked about it.`);
  for (const { ref } of measures) {
    const of = { matter: "claims", subject: ref, nonce: nonceOf(nonce, `claim ${ref}`), via } as const;
    const added = await addEntry(ports, at, of, (base) => ({ ...base, ref, change }));
    if (added.kind !== "no" && added.entry.change.kind === "notMine") claims.push({ ...added.entry, change: added.entry.change });
  }
  return receiptFor(at, claims);
}

function receiptFor(at: AtPlan, claims: readonly Claim[]): Message {
  const [first] = claims;
  if (!first) throw new UserError("Nothing was recorded. Type “mine” for your measures.");
  const { whom, suggested } = first.change;
  const named = suggested?.name ?? whom;
  const refs = claims.map(({ ref }) => ref).join(", ");
  const heading = `${refs}: not yours, as you say`;
  const card = replyCard({
    planTitle: at.plan.title,
    heading,
    lines: [
      ...measuresOf(
        at.plan,
        claims.slice(0, 3).map(({ ref }) => ref),
      ).map((measure) => `${measure.ref} is led by ${leadsInWords(measure)} in the plan.`),
      named ? `You say it belongs to ${named}.` : "You named nobody else.",
      "The programme manager is asked whose it is and you will hear what they decide. I don’t ask you about it meanwhile.",
    ],
    buttons: [
      ...claims.slice(0, 4).map(({ ref, id }) =>
        cardButton(claims.length > 1 ? `Undo: ${ref} is mine` : "Undo: it is mine", {
          verb: "takeBackNotMine",
          plan: at.plan.id,
          ref,
          nonce: randomUUID(),
          claim: id,
        }),
      ),
      cardButton("My measures", { verb: "say", words: "mine" }),
    ],
  });
  return { card, alert: heading };
}

/** They are asked about it again. @throws UserError where it was decided meanwhile, or somebody else said it */
export async function takeBackNotMine(ports: Ports, at: AtPlan, { ref, claim, nonce }: Extract<CardAction, { verb: "takeBackNotMine" }>): Promise<Message> {
  const added = await addEntry(ports, at, { matter: "claims", subject: ref, nonce, via: "card" }, (base, standing) => {
    const waits = standing?.waiting.some(({ id, by }) => id === claim && by.objectId === at.person.objectId);
    return waits ? { ...base, ref, change: { kind: "mineAfterAll", answers: claim } } : undefined;
  });
  if (added.kind === "no") throw new UserError(`That does not wait any more. Type “history ${ref}” to see what was decided, or “mine” for your measures.`);
  const heading = `${ref} is yours after all`;
  const buttons = [cardButton(`Answer ${ref}`, { verb: "openForm", plan: at.plan.id, ref }), cardButton("My measures", { verb: "say", words: "mine" })];
  return {
    card: replyCard({ planTitle: at.plan.title, heading, lines: ["Nobody else is asked whose it is, and I ask you about it as before."], buttons }),
    alert: heading,
  };
}
