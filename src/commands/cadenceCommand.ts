import { escapeMarkdown } from "../cards/escape.ts";
import { parseLocalDate } from "../domain/localDate.ts";
import { UserError } from "../domain/userError.ts";
import { cadencesInWords, digestKinds, setCadence } from "../flows/setCadence.ts";
import type { PlanCommand } from "./command.ts";

const pattern = /^(\w+) (\S+) from (\S+)$/i;

/** Shows when digests fall, or sets it by an RFC 5545 rule: `cadence exception FREQ=WEEKLY;INTERVAL=6 from 2022-12-01`. */
export const cadenceCommand: PlanCommand = {
  name: "cadence",
  usage: "cadence",
  does: "When digests fall, and how to change it",
  where: ["personal", "channel"],
  deed: "manage",
  async run({ ports, rest }, { plan, today }) {
    const changed = rest ? await setCadence(ports, plan, { ...readCadence(rest), since: today }) : plan;
    const where = plan.channel ? "" : " No channel is bound yet: write “use this channel” to me in the one they belong in.";
    const how = rest ? "" : " To change one, write for example: cadence exception FREQ=WEEKLY;INTERVAL=4 from 2022-12-05";
    return { text: escapeMarkdown(`${cadencesInWords(ports, changed, today).join("; ")}.${where}${how}`), alert: "Cadence" };
  },
};

function readCadence(words: string) {
  const [, kind, rule, from] = pattern.exec(words) ?? [];
  const known = digestKinds.find((one) => one === kind?.toLowerCase());
  const starts = from === undefined ? undefined : parseLocalDate(from);
  if (known && rule && starts) return { kind: known, rule: rule.toUpperCase(), starts };
  throw new UserError(`Write which digest (${digestKinds.join(" or ")}), the rule and the first day: cadence exception FREQ=WEEKLY;INTERVAL=6 from 2022-12-01`);
}
