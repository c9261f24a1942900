import { assignCommand } from "./assignCommand.ts";
import { awayCommand } from "./awayCommand.ts";
import { cadenceCommand } from "./cadenceCommand.ts";
import { clockCommand } from "./clockCommand.ts";
import type { Command } from "./command.ts";
import { datesCommand } from "./datesCommand.ts";
import { emailCommand } from "./emailCommand.ts";
import { exportCommand } from "./exportCommand.ts";
import { helpCommandFor } from "./helpCommand.ts";
import { historyCommand } from "./historyCommand.ts";
import { importCommand } from "./importCommand.ts";
import { linkCommand } from "./linkCommand.ts";
import { mapCommand } from "./mapCommand.ts";
import { mineCommand } from "./mineCommand.ts";
import { overdueCommand } from "./overdueCommand.ts";
import { pauseCommand } from "./pauseCommand.ts";
import { peopleCommand } from "./peopleCommand.ts";
import { planCommand } from "./planCommand.ts";
import { remindersCommand } from "./remindersCommand.ts";
import { roleCommand } from "./roleCommand.ts";
import { roundCommand } from "./roundCommand.ts";
import { seenCommand } from "./seenCommand.ts";
import { settingsCommand } from "./settingsCommand.ts";
import { signOffCommand } from "./signOffCommand.ts";
import { silentCommand } from "./silentCommand.ts";
import { substituteCommand } from "./substituteCommand.ts";
import { summaryCommand } from "./summaryCommand.ts";
import { unclaimedCommand } from "./unclaimedCommand.ts";
import { undeliveredCommand } from "./undeliveredCommand.ts";
import { updateCommand } from "./updateCommand.ts";
import { useThisChannelCommand } from "./useThisChannelCommand.ts";

/** Every command, in the order help shows them; help and the manifest's command lists come from here. */
export const commands: readonly Command[] = [
  helpCommandFor(() => commands),
  mineCommand,
  updateCommand,
  awayCommand,
  pauseCommand,
  historyCommand,
  summaryCommand,
  overdueCommand,
  silentCommand,
  datesCommand,
  signOffCommand,
  seenCommand,
  remindersCommand,
  planCommand,
  roundCommand,
  importCommand,
  mapCommand,
  exportCommand,
  peopleCommand,
  undeliveredCommand,
  linkCommand,
  assignCommand,
  unclaimedCommand,
  emailCommand,
  roleCommand,
  substituteCommand,
  useThisChannelCommand,
  cadenceCommand,
  settingsCommand,
  clockCommand,
];
