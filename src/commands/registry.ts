import { acceptCommand, refuseCommand } from "./acceptCommand.ts";
import { agendaCommand } from "./agendaCommand.ts";
import { assignCommand } from "./assignCommand.ts";
import { awayCommand } from "./awayCommand.ts";
import { cadenceCommand } from "./cadenceCommand.ts";
import { changesCommand } from "./changesCommand.ts";
import { clockCommand } from "./clockCommand.ts";
import type { Command } from "./command.ts";
import { confidentialCommand, notConfidentialCommand } from "./confidentialCommand.ts";
import { datesCommand } from "./datesCommand.ts";
import { digestCommand } from "./digestCommand.ts";
import { dueCommand } from "./dueCommand.ts";
import { emailCommand } from "./emailCommand.ts";
import { exceptionsCommand } from "./exceptionsCommand.ts";
import { exportCommand } from "./exportCommand.ts";
import { figuresCommand } from "./figuresCommand.ts";
import { glossaryCommand } from "./glossaryCommand.ts";
import { helpCommandFor } from "./helpCommand.ts";
import { historyCommand } from "./historyCommand.ts";
import { impactCommand } from "./impactCommand.ts";
import { importCommand } from "./importCommand.ts";
import { kpiCommand } from "./kpiCommand.ts";
import { linkCommand } from "./linkCommand.ts";
import { lookOverCommand } from "./lookOverCommand.ts";
import { mapCommand } from "./mapCommand.ts";
import { mineCommand } from "./mineCommand.ts";
import { onAPageCommand } from "./onAPageCommand.ts";
import { overdueCommand } from "./overdueCommand.ts";
import { pauseCommand } from "./pauseCommand.ts";
import { peopleCommand } from "./peopleCommand.ts";
import { planCommand } from "./planCommand.ts";
import { releaseCommand } from "./releaseCommand.ts";
import { remindersCommand } from "./remindersCommand.ts";
import { reopenCommand } from "./reopenCommand.ts";
import { reportCommand } from "./reportCommand.ts";
import { closeRiskCommand, reopenRiskCommand, riskCommand, risksCommand } from "./risksCommand.ts";
import { roleCommand } from "./roleCommand.ts";
import { roundCommand } from "./roundCommand.ts";
import { seenCommand } from "./seenCommand.ts";
import { settingsCommand } from "./settingsCommand.ts";
import { signOffCommand } from "./signOffCommand.ts";
import { silentCommand } from "./silentCommand.ts";
import { substituteCommand } from "./substituteCommand.ts";
import { summaryCommand } from "./summaryCommand.ts";
import { takeBackCommand } from "./takeBackCommand.ts";
import { unclaimedCommand } from "./unclaimedCommand.ts";
import { undeliveredCommand } from "./undeliveredCommand.ts";
import { undoCommand } from "./undoCommand.ts";
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
  dueCommand,
  onAPageCommand,
  exceptionsCommand,
  changesCommand,
  digestCommand,
  reportCommand,
  kpiCommand,
  figuresCommand,
  risksCommand,
  riskCommand,
  closeRiskCommand,
  reopenRiskCommand,
  silentCommand,
  agendaCommand,
  datesCommand,
  acceptCommand,
  refuseCommand,
  signOffCommand,
  reopenCommand,
  releaseCommand,
  takeBackCommand,
  undoCommand,
  seenCommand,
  remindersCommand,
  planCommand,
  roundCommand,
  importCommand,
  mapCommand,
  exportCommand,
  glossaryCommand,
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
  confidentialCommand,
  notConfidentialCommand,
  lookOverCommand,
  impactCommand,
  settingsCommand,
  clockCommand,
];
