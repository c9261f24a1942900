import type { ObjectId } from "../domain/plan.ts";
import { composeWelcome } from "../flows/composeWelcome.ts";
import { makeHearPerson } from "../flows/hearPerson.ts";
import { meetTeam } from "../flows/meetTeam.ts";
import type { Front, Ports } from "../ports.ts";
import { answerMessage } from "./answerMessage.ts";
import { makeFile } from "./makeFile.ts";
import { pressCard } from "./pressCard.ts";
import { commands } from "./registry.ts";
import { takeFiles } from "./takeFiles.ts";

/** Everything people can say to the bot, as the Teams room hands it on. */
export function makeFront(ports: Ports, admins: readonly ObjectId[]): Front {
  return {
    message: (asker, words, mentioned, files = [], messageId = undefined) => {
      const call = { ports, asker, words, mentioned, admins, ...(messageId !== undefined && { messageId }) };
      return files.length > 0 ? takeFiles(call, files, commands) : answerMessage(call, commands);
    },
    press: (asker, data) => pressCard(ports, asker, data, admins, commands),
    fileWanted: (asker, wanted) => makeFile(ports, asker, wanted, admins),
    async arrived(asker) {
      if (!(await ports.people.firstWelcome(asker.objectId))) return undefined;
      const known = await ports.people.find(asker.objectId);
      return composeWelcome(ports, asker.objectId, known?.plans ?? [], admins);
    },
    teamSeen: (team) => meetTeam(ports, team),
    teamLost: (teamId) => ports.people.forgetTeam(teamId),
    heard: makeHearPerson(ports),
  };
}
