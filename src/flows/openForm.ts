import type { CardAction } from "../cards/cardAction.ts";
import { type TypedAnswer, typedAgain } from "../domain/answerForm.ts";
import type { CorrectionSaid } from "../domain/said/correctionSaid.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeForm } from "./composeForm.ts";
import { measureToAnswer } from "./measureToAnswer.ts";

type OpenForm = Pick<Extract<CardAction, { verb: "openForm" }>, "ref" | "list" | "amends">;

/** Said in words of the update that is to be changed: `typed` is all of it. */
type ChangeSaid = CorrectionSaid & { readonly typed: string };

/**
 * Opens the form of a measure; with `amends`, filled with the update that is to be changed.
 *
 * @param said - what is to be changed in it, to be looked at and saved
 * @throws UserError
 */
export async function openForm(ports: Ports, at: AtPlan, { ref, list, amends }: OpenForm, said?: ChangeSaid): Promise<Message> {
  const measure = measureToAnswer(at, ref);
  const basis = measure.standing?.lastUpdate;
  await rememberOpened(ports, at, ref);
  if (!amends) return composeForm(at, measure, { list, basis, typed: list?.said?.find((said) => said.ref === ref) });

  const earlier = (await ports.plans.history(at.plan.id, ref)).find((update) => update.id === amends);
  if (!earlier) throw new UserError(`I can't find that update of ${ref} any more. Type “history ${ref}” to see what is recorded.`);
  if (earlier.by.objectId !== at.person.objectId)
    throw new UserError(`That update was made by ${earlier.by.name}. Type “update ${ref}” to add one of your own.`);
  const typed = changed(typedAgain(earlier), said);
  return composeForm(at, measure, { list, basis, amends, typed, challenges: earlier.challenges, news: said && newsOfChange(earlier, said) });
}

/** The earlier words are kept, and new ones stand below them. */
function changed(earlier: TypedAnswer, said: ChangeSaid | undefined): TypedAnswer {
  const { narrative = "" } = earlier;
  const isNew = said !== undefined && said.words !== "" && !narrative.includes(said.words);
  return { ...earlier, ...(said?.rating && { rating: said.rating }), ...(isNew && { narrative: `${narrative}\n${said.words}`.trim() }) };
}

function newsOfChange({ rating: before, ref }: Update, { rating, typed }: ChangeSaid) {
  const question = rating === undefined || rating === before ? `Is this about your last update of ${ref}?` : `${rating} instead of ${before ?? "no rating"}?`;
  return { sentence: `${question} Nothing is changed yet: look at it and save.`, lines: [`You typed: ${typed}`] };
}

/** What they then say in words is taken to be about it. Worth keeping, never worth a form that does not open. */
export async function rememberOpened({ notices, clock, log }: Ports, { plan, person, today }: AtPlan, ref: string): Promise<void> {
  try {
    await notices.rememberOpened(plan.id, { to: person.objectId, by: "form", refs: [ref], on: today, at: clock.now() });
  } catch (error) {
    log.error("opened form not kept", error, { plan: plan.id });
  }
}
