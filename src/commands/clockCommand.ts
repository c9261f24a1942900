import { addDays, inWords, parseLocalDate } from "../domain/localDate.ts";
import { UserError } from "../domain/userError.ts";
import type { OpenCommand } from "./command.ts";

/** Where time is tried, everybody is in England and the plan speaks at nine. */
const zone = "Europe/London";
const speaksAt = "09:00";

/** Moves the plan's time forward, for trying: to nine in the morning of a day. It never goes back. */
export const clockCommand: OpenCommand = {
  name: "clock",
  usage: "clock tomorrow",
  does: "For trying: move time forward, to a day or tomorrow",
  where: ["personal", "channel", "group"],
  localOnly: true,
  takes: /^\S+$/,
  unlisted: true,
  async run({ ports, rest }) {
    const { day, time } = ports.calendar.localTime(ports.clock.now(), zone);
    if (!rest) return { text: `Here it is ${time} on ${inWords(day)}. Write “clock tomorrow” or “clock ${addDays(day, 25)}” to move on.`, alert: "Clock" };
    const wanted = rest.toLowerCase() === "tomorrow" ? addDays(day, 1) : parseLocalDate(rest);
    if (!wanted) throw new UserError(`“${rest}” is not a day I can move to. Write “clock tomorrow” or a day such as “clock ${addDays(day, 25)}”.`);
    if (wanted < day) throw new UserError(`It is ${inWords(day)} already, and time only moves forward.`);
    if (wanted > day || time < speaksAt) await ports.moveClock?.(ports.calendar.instantAt(wanted, speaksAt, zone));
    const now = ports.calendar.localTime(ports.clock.now(), zone);
    return { text: `It is now ${now.time} on ${inWords(now.day)}. What is owed by then goes out within a minute.`, alert: "Clock" };
  },
};
