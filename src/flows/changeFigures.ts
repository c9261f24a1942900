import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { longestHelp } from "../domain/answerForm.ts";
import { type FigureChange, type FigurePlace, type FigureSaid, figuresAfter, figuresWith, withFigures, withoutFigures } from "../domain/figureChange.ts";
import type { Measure } from "../domain/measure.ts";
import { leadsOn, may, mayAnswer } from "../domain/permission.ts";
import { figureSaidAt, readFigureChange } from "../domain/readFigureChange.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeFigureForm, type TypedFigures } from "./composeFigureForm.ts";
import { composeFigureReceipt, figureNewsOf } from "./composeFigures.ts";
import { leadsInWords } from "./composeForm.ts";
import { entryBase } from "./entryBase.ts";
import { sameContent } from "./sameContent.ts";

type SaveFigures = Extract<CardAction, { verb: "saveFigures" }>;

interface Wanted {
  readonly said: readonly FigureSaid[];
  readonly reason: string;
  readonly nonce: string;
  readonly basis?: string;
  readonly via: FigureChange["via"];
  /** What a form held, for when it must come back. */
  readonly typed?: TypedFigures;
}

/** Opens the form for a measure's figures. @throws UserError where they are not this person's to change */
export function openFigures(at: AtPlan, { ref }: { readonly ref: string }): Message {
  const measure = measureToChange(at, ref);
  return composeFigureForm(at, measure, { basis: measure.agreed?.last });
}

/** Changes figures as the form says: what its boxes hold and does not count yet. @throws UserError as `openFigures` does */
export async function saveFigures(ports: Ports, at: AtPlan, form: SaveFigures): Promise<Message> {
  const measure = measureToChange(at, form.ref);
  const typed = typedIn(form);
  const { nonce, basis } = form;
  let { said, faults } = readForm(at, measure, typed);
  if (Object.keys(faults).length > 0) {
    const before = await asFirstSent(ports, at, measure, nonce);
    if (before) ({ said, faults } = readForm(at, before, typed));
  }
  if (Object.keys(faults).length > 0) return composeFigureForm(at, measure, { typed, faults, nonce, basis });
  return store(ports, at, measure, { said, reason: typed.reason, nonce, basis, via: "card", typed });
}

function readForm(at: AtPlan, measure: Measure, typed: TypedFigures): { readonly said: FigureSaid[]; readonly faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const said: FigureSaid[] = [];
  for (const [place, words] of Object.entries(typed.figures)) {
    const read = figureSaidAt(measure, place as FigurePlace, words);
    if (read.kind === "fault") faults[place] = read.sentence;
    else said.push(...read.said);
  }
  const more = typed.more.trim();
  const further = more === "" ? undefined : readFigureChange(/^(?:baseline|target)\b/i.test(more) ? more : `target ${more}`, measure, at.plan, at.today);
  if (further?.kind === "fault") faults.more = further.sentence;
  if (further?.kind === "read") said.push(...further.said);
  if (Object.keys(faults).length === 0 && said.length === 0) faults.summary = "Nothing was changed: these are the figures that count already.";
  if (typed.reason.trim().length > longestHelp) faults.reason = `The reason has ${typed.reason.trim().length} characters; ${longestHelp} is the most.`;
  return { said, faults };
}

/** A form whose first sending was stored finds its own figures in force already: it is read again by those before it. */
async function asFirstSent(ports: Ports, { plan, person }: AtPlan, measure: Measure, nonce: string): Promise<Measure | undefined> {
  const history = await ports.plans.entries(plan.id, "figures", measure.ref);
  const first = history.findIndex((row) => row.nonce === nonce && row.by.objectId === person.objectId);
  return first < 0 ? undefined : withFigures(withoutFigures(measure), figuresAfter(history.slice(0, first)));
}

/** Changes figures as somebody says, such as `baseline 177 weeks`. @throws UserError for words that name no figure, and as `openFigures` does */
export async function changeFiguresInWords(ports: Ports, at: AtPlan, ref: string, { words, reason }: { words: string; reason: string }): Promise<Message> {
  const measure = measureToChange(at, ref);
  const read = readFigureChange(words, measure, at.plan, at.today);
  if (read.kind === "fault") throw new UserError(read.sentence);
  if (reason.trim().length > longestHelp) throw new UserError(`The reason has ${reason.trim().length} characters; ${longestHelp} is the most.`);
  return store(ports, at, measure, { said: read.said, reason, nonce: randomUUID(), basis: measure.agreed?.last, via: "chat" });
}

/** A programme manager's change counts at once; anybody else's waits for the programme manager (law 4: stored first, thanked then). */
async function store(ports: Ports, at: AtPlan, measure: Measure, wanted: Wanted): Promise<Message> {
  // No card of ours shows more than is stored.
  if ((wanted.basis ?? "") > (measure.agreed?.last ?? "")) return showWhatChanged(ports, at, measure, wanted);
  const change: FigureChange = {
    ...entryBase(ports, at, wanted.basis, wanted),
    ref: measure.ref,
    kind: may(at.person, "manage") ? "setting" : "proposal",
    said: wanted.said,
    reason: wanted.reason.trim(),
    ...(!leadsOn(at.person, measure) && { onBehalfOf: leadsInWords(measure) }),
  };
  const standing = figuresWith(measure.agreed, change);
  const outcome = await ports.plans.append(at.plan.id, "figures", change, standing);
  if (outcome.kind === "stored") {
    ports.log.info("figures changed", { plan: at.plan.id, ref: measure.ref, change: change.id, kind: change.kind });
    return composeFigureReceipt(at, withFigures(withoutFigures(measure), standing), change);
  }
  const own = outcome.kind === "repeated" && outcome.earlier.by.objectId === at.person.objectId && outcome.earlier;
  return own && own.reason === change.reason && sameContent(own.said, change.said)
    ? composeFigureReceipt(at, measure, own)
    : showWhatChanged(ports, at, measure, wanted);
}

/** @throws UserError when the measure is gone or not theirs; its lead, an SRO of the area and the programme manager may change it */
function measureToChange({ plan, person }: AtPlan, ref: string): Measure {
  const measure = plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${plan.title} any more. Type “kpi” for the measures with figures.`);
  if (!mayAnswer(person, measure))
    throw new UserError(`The figures of ${ref} are for its leads and the programme manager to change: ${leadsInWords(measure)}.`);
  return measure;
}

/** What was typed, so that it can come back in a sentence. */
export function boxesOf(form: SaveFigures): string[] {
  const { figures, more, reason } = typedIn(form);
  return [...Object.entries(figures).map(([place, to]) => `${place}: ${to}`), more, reason].filter((words) => words !== "");
}

function typedIn({ days, ...form }: SaveFigures): TypedFigures {
  const words = (value: unknown) => (typeof value === "string" ? value.slice(0, longestTyped) : undefined);
  const steps = days.map((on, n) => [on as string, words(form[`step${n}`])] as const);
  const boxes = [["baseline", words(form.baseline)] as const, ["target", words(form.target)] as const, ...steps];
  return {
    figures: Object.fromEntries(boxes.flatMap(([place, value]) => (value === undefined ? [] : [[place, value]]))),
    more: words(form.more) ?? "",
    reason: words(form.reason) ?? "",
  };
}
/** No box holds more. */
const longestTyped = 20_000;

async function showWhatChanged(ports: Ports, at: AtPlan, measure: Measure, { basis, typed, said, reason }: Wanted): Promise<Message> {
  const history = await ports.plans.entries(at.plan.id, "figures", measure.ref);
  const standing = figuresAfter(history);
  const sentence = `Something was said of the figures of ${measure.ref} after this form was opened. Nothing you typed is lost: look at it, then save again if yours still holds.`;
  const news = { sentence, lines: figureNewsOf(history.filter(({ id }) => id > (basis ?? ""))) };
  const kept = typed ?? { figures: Object.fromEntries(said.map(({ place, to }) => [place, to ?? ""])), more: "", reason };
  return composeFigureForm(at, withFigures(withoutFigures(measure), standing), { typed: kept, basis: standing?.last, news });
}
