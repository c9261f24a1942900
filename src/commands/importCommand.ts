import { UserError } from "../domain/userError.ts";
import { latestWaiting } from "../flows/reshowImport.ts";
import type { OpenCommand } from "./command.ts";
import { importerOf } from "./importerOf.ts";

/** Without a file: shows the one that waits, or says how to send one (`takeFiles` answers those). */
export const importCommand: OpenCommand = {
  name: "import",
  aliases: ["bring in"],
  usage: "import",
  does: "Bring in a plan: send me its .xlsx, .docx or .csv file",
  where: ["personal"],
  unlisted: true,
  async run(call) {
    const importer = await importerOf(call);
    if (!importer) throw new UserError("Only a plan's programme manager can bring in a file.");
    return latestWaiting(call.ports, importer, call.admins);
  },
};
