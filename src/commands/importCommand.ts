import { UserError } from "../domain/userError.ts";
import { latestWaiting } from "../flows/reshowImport.ts";
import type { OpenCommand } from "./command.ts";
import { importerOf } from "./importerOf.ts";
import { todayOf } from "./takeFiles.ts";
import { wordsBesideFile } from "./wordsBesideFile.ts";

/** Without a file: shows the one that waits, as of another day where one is said, or says how to send one (`takeFiles` answers those). */
export const importCommand: OpenCommand = {
  name: "import",
  aliases: ["bring in"],
  usage: "import",
  does: "Bring in a plan: send me its .xlsx, .docx or .csv file",
  where: ["personal"],
  unlisted: true,
  forManagers: true,
  takes: /^(?:(?:for|into|to) \S+\s*)?(?:as (?:of|at) .+)?$/i,
  async run(call) {
    const importer = await importerOf(call);
    if (!importer) throw new UserError("Only a plan's programme manager can bring in a file.");
    const { asOf } = wordsBesideFile(call.words, todayOf(call));
    return latestWaiting(call.ports, importer, call.admins, asOf);
  },
};
