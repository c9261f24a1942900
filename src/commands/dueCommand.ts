import { dueCard } from "../cards/dueCard.ts";
import { readComingDate } from "../domain/askedDate.ts";
import { anyMonth } from "../domain/due/monthNames.ts";
import { lastDate } from "../domain/duePhrase.ts";
import type { Period } from "../domain/englishPeriods.ts";
import { addDays, type LocalDate } from "../domain/localDate.ts";
import { anyNumberWord } from "../domain/numberWords.ts";
import type { Plan } from "../domain/plan.ts";
import { readPeriodAhead } from "../domain/readPeriodAhead.ts";
import { summarise } from "../domain/summary.ts";
import { areaWord } from "../domain/typedRef.ts";
import { UserError } from "../domain/userError.ts";
import { areaAsked } from "./areaAsked.ts";
import type { PlanCommand } from "./command.ts";
import { fromAsked } from "./fromAsked.ts";

const length = `(?:\\d{1,3}|${anyNumberWord})`;
const time = `(?:today|(?:in |within |during |over |by (?:(?:the )?end of )?)?(?:the )?(?:(?:next |this )?(?:week|month)|(?:next )?${length} (?:days?|weeks?|months?)|${anyMonth}(?: \\d{4})?))`;
/** Of a day that is told in words of its own: `before Christmas`, `by 9 January`, `until the end of the spring term`. */
const deadline = `(?:by|before|until|till) (?:the )?(?:end of (?:the )?)?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?${anyMonth}(?: \\d{4})?|${anyMonth}(?: \\d{4})?|\\d{1,2}/\\d{1,2}/\\d{2,4}|(?:spring|summer|autumn) term(?: \\d{4})?|(?:christmas|xmas|easter|new year))`;
const anArea = `(?:(?:in |for |of )?(?:${areaWord} )?\\d+(?:\\.\\d+)*)`;

function untilDay(words: string, plan: Plan, today: LocalDate): Period | undefined {
  const [, until = "", day = ""] = /^(by|before|until|till) (?:the )?(.+)$/i.exec(words) ?? [];
  const on = day && lastDate(readComingDate(day, plan, today));
  if (!on) return undefined;
  const last = until.toLowerCase() === "before" ? addDays(on, -1) : on;
  return last < today ? undefined : { first: today, last };
}

/** What falls due next, the soonest first: `due`, `due next month`, `due in December in area 2`. */
export const dueCommand: PlanCommand = {
  name: "due",
  aliases: ["what is due", "what's due", "what falls due", "coming up", "what is coming up", "what's coming up"],
  usage: "due [WHEN] [AREA]",
  does: "What falls due next, such as due next month",
  where: ["personal", "channel"],
  deed: "read",
  // A lead's report may begin “due to …”.
  takes: new RegExp(`^(?:(?:${time}|${deadline})(?: ${anArea})?|${anArea}(?: (?:${time}|${deadline}))?)?(?: ?from \\d{1,4})?$`, "i"),
  async run(call, { plan, today }) {
    const { rest, from } = fromAsked(call.rest);
    const { area, words } = areaAsked(plan, rest);
    const when = words === "" ? undefined : (readPeriodAhead(words, today) ?? untilDay(words, plan, today));
    if (words !== "" && !when)
      throw new UserError(`“${words}” names no time to come that I know. Write for example “due next month” or “due in the next six weeks”.`);
    const dates = summarise(plan, today)
      .areas.filter(({ ref }) => area === undefined || ref === area.ref)
      .flatMap(({ ahead }) => ahead)
      .filter(({ on }) => !when || (when.first <= on && on <= when.last))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    return {
      card: dueCard({
        ...{ planTitle: plan.title, asOf: today, dates, from, words: `due ${rest}`.trim() },
        ...(area && { area: area.ref }),
        ...(when && { since: when.first, until: when.last }),
      }),
      alert: `${dates.length} dates to come in ${area?.ref ?? plan.title}`,
    };
  },
};
