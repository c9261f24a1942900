import { cadenceCommand } from "./cadenceCommand.ts";
import { clockCommand } from "./clockCommand.ts";
import type { Command } from "./command.ts";
import { datesCommand } from "./datesCommand.ts";
import { exportCommand } from "./exportCommand.ts";
import { glossaryCommand } from "./glossaryCommand.ts";
import { helpCommandFor } from "./helpCommand.ts";
import { historyCommand } from "./historyCommand.ts";
import { importCommand } from "./importCommand.ts";
import { linkCommand } from "./linkCommand.ts";
import { mapCommand } from "./mapCommand.ts";
import { mineCommand } from "./mineCommand.ts";
import { overdueCommand } from "./overdueCommand.ts";
import { peopleCommand } from "./peopleCommand.ts";
import { planCommand } from "./planCommand.ts";
import { reportCommand } from "./reportCommand.ts";
import { roleCommand } from "./roleCommand.ts";
import { signOffCommand } from "./signOffCommand.ts";
import { summaryCommand } from "./summaryCommand.ts";
import { undeliveredCommand } from "./undeliveredCommand.ts";
import { updateCommand } from "./updateCommand.ts";
import { useThisChannelCommand } from "./useThisChannelCommand.ts";

/** Every command, in the order help shows them; help and the manifest's command lists come from here. */
export const commands: readonly Command[] = [
  helpCommandFor(() => commands),
  mineCommand,
  updateCommand,
  historyCommand,
  summaryCommand,
  overdueCommand,
  reportCommand,
  datesCommand,
  signOffCommand,
  planCommand,
  importCommand,
  mapCommand,
  exportCommand,
  glossaryCommand,
  peopleCommand,
  undeliveredCommand,
  linkCommand,
  roleCommand,
  useThisChannelCommand,
  cadenceCommand,
  clockCommand,
];
