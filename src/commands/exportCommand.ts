import { UserError } from "../domain/userError.ts";
import { exportFormats } from "../flows/exportPlan.ts";
import { offerExport } from "../flows/offerExport.ts";
import type { PlanCommand } from "./command.ts";
import { whatFollows } from "./whatFollows.ts";

/** Gives the plan back as a file, into the person's own OneDrive. */
export const exportCommand: PlanCommand = {
  name: "export",
  usage: "export [xlsx|csv|json]",
  does: "The plan as a file, in its own columns, as it stands now",
  where: ["personal"],
  deed: "manage",
  takes: whatFollows.word,
  unlisted: true,
  async run({ ports, rest }, { plan }) {
    const typed = rest.trim().toLowerCase().replace(/^\./, "") || "xlsx";
    const format = exportFormats.find((one) => one === typed);
    if (!format) throw new UserError(`I can't write “${rest.trim()}”. Write export xlsx, export csv or export json.`);
    return offerExport(ports, plan, format);
  },
};
