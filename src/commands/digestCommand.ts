import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Period } from "../domain/englishPeriods.ts";
import { type FrozenDigest, type FrozenStanding, frozenDigests, frozenSubject, markedSince } from "../domain/frozenDigest.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { firstDay, readPastPeriod } from "../domain/readPastPeriod.ts";
import { UserError } from "../domain/userError.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";
import { type AtPlan, mayTellConfidential } from "../flows/atPlan.ts";
import type { PlanCommand } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

/** A digest as it was posted, called up again: the last, or that of a day; `digests` lists them. */
export const digestCommand: PlanCommand = {
  name: "digest",
  aliases: ["digests", "last digest", "past digests"],
  usage: "digest [DAY]",
  does: "A digest as it was posted",
  where: ["personal", "channel"],
  deed: "read",
  takes: whatFollows.past,
  async run({ ports, rest, words }, at) {
    const { plan, today } = at;
    const all = frozenDigests(plan);
    if (all.length === 0) return { text: "No digest has been posted yet. Type “exceptions” or “summary” to see where things stand.", alert: "No digest yet" };
    if (/digests/i.test(words) && rest === "") return { card: listOf(plan, all), alert: `Digests of ${plan.title}` };
    const { asked, those } = rest ? digestsOf(all, rest, today) : { asked: undefined, those: all.slice(0, 1) };
    const [wanted] = those;
    if (!wanted) throw new UserError(`No digest was posted${asked ? inPeriod(asked) : ""}. Type “digests” to see when they were.`);
    if (those.length > 1 && asked?.first !== asked?.last) return { card: listOf(plan, those), alert: `Digests of ${plan.title}` };
    const [frozen] = await ports.plans.entries(plan.id, "digests", frozenSubject(wanted));
    if (!frozen) throw new Error(`the digest ${frozenSubject(wanted)} has no row`);
    if (tellsOfConfidential(at, frozen)) return { text: withheld(at, frozen), alert: "Not shown any more" };
    return { card: frozen.card, alert: frozen.alert };
  },
};

/** A digest may be for a day that is yet to come, posted before a holiday: then the day is looked for from there. */
function digestsOf(all: readonly FrozenStanding[], words: string, today: LocalDate): { asked: Period; those: readonly FrozenStanding[] } {
  const ahead = /\d/.test(words) ? all.map((one) => one.for).filter((day) => day > today) : [];
  const within = (asked: Period) => ({ asked, those: all.filter((one) => isIn(asked, one.for) || isIn(asked, one.on)) });
  const fromToday = within(periodAsked(words, today));
  return [fromToday, ...ahead.map((day) => within(periodAsked(words, day)))].find(({ those }) => those.length > 0) ?? fromToday;
}

function periodAsked(words: string, today: LocalDate): Period {
  const period = readPastPeriod(words, today);
  if (!period) throw new UserError(`“${words}” names no day gone by that I know. Type “digests” to see when they were posted.`);
  return period;
}

function isIn({ first, last }: Period, day: LocalDate): boolean {
  return first <= day && day <= last;
}

function inPeriod({ first, last }: Period): string {
  if (first === firstDay) return ` up to ${inWords(last)}`;
  return first === last ? ` on ${inWords(first)}` : ` from ${inWords(first)} to ${inWords(last)}`;
}

/** What was marked since it was posted is not posted again, nor shown to whoever may not see it. */
function tellsOfConfidential(at: AtPlan, frozen: FrozenDigest): boolean {
  const { plan } = at;
  const told = new Set(everMeasuresOf(plan).flatMap((measure) => (mayTellConfidential(at, measure) ? measure.ref : [])));
  return markedSince(frozen, plan).some((ref) => !told.has(ref));
}

function withheld({ openly }: AtPlan, { for: day }: FrozenDigest): string {
  const where = openly ? "here" : "to you";
  const alone = openly ? "; those who may see that item can ask me one to one" : "";
  return `The digest of ${inWords(day)} is not shown ${where} any more, because an item in it has been marked confidential since${alone}.`;
}

const mostListed = 40;
const mostButtons = 5;

function listOf({ title }: Plan, all: readonly FrozenStanding[]): object {
  return replyCard({
    planTitle: title,
    heading: all.length === 1 ? "1 digest was posted" : `${all.length} digests were posted`,
    lines: all.slice(0, mostListed).map((one) => `${inWords(one.for)}: ${one.digest}${one.on === one.for ? "" : `, posted on ${inWords(one.on)}`}`),
    buttons: all.slice(0, mostButtons).map((one) => cardButton(inWords(one.for), { verb: "say", words: `digest ${inWords(one.for)}` })),
  });
}
