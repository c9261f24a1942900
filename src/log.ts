import { pino } from "pino";
import type { Log } from "./ports.ts";

/** One JSON line an event, on stderr: stdout is for what a command answers. */
export function openLog(level = process.env.LOG_LEVEL ?? "info"): Log {
  const out = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (event, facts) => out.info(facts ?? {}, event),
    warn: (event, facts) => out.warn(facts ?? {}, event),
    error: (event, error, facts) => out.error({ ...facts, err: error }, event),
  };
}
