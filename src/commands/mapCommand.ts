import { UserError } from "../domain/userError.ts";
import { mapColumnTyped } from "../flows/importColumns.ts";
import type { OpenCommand } from "./command.ts";
import { importerOf } from "./importerOf.ts";

/** Corrects what a column of the file sent last was read as. */
export const mapCommand: OpenCommand = {
  name: "map",
  usage: "map HEADING=MEANING",
  does: "Say what a column of the file you sent means: map When=due",
  where: ["personal"],
  unlisted: true,
  forManagers: true,
  takes: /=|^\S+$/,
  async run(call) {
    const importer = await importerOf(call);
    if (!importer) throw new UserError("Only a plan's programme manager can bring in a file.");
    return mapColumnTyped(call.ports, importer, call.rest, call.admins);
  },
};
