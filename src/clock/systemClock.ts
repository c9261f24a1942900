import { instantOf } from "../domain/localDate.ts";
import type { Clock } from "../ports.ts";

const now = () => instantOf(Date.now());

/** The plan's time is the machine's; the clock wherever the bot serves real people. */
export const systemClock: Clock = { now, realNow: now };
