import type { ObjectId } from "../domain/plan.ts";
import { composeWelcome } from "../flows/composeWelcome.ts";
import { makeHearPerson } from "../flows/hearPerson.ts";
import { meetTeam } from "../flows/meetTeam.ts";
import type { Asker, Front, Message, Ports } from "../ports.ts";
import { answerDeleted, answerEdited } from "./answerEdited.ts";
import { answerMessage } from "./answerMessage.ts";
import { makeFile } from "./makeFile.ts";
import { pressCard } from "./pressCard.ts";
import { commands } from "./registry.ts";
import { takeFiles } from "./takeFiles.ts";

/** Somebody whom a team's roster made known may write before they install. */
const greeting = /^\s*(?:hi|hiya|hello|hey|start|good (?:morning|afternoon|evening))(?: there| drumbeat)?[\s.!,]*$/i;

/** Everything people can say to the bot, as the Teams room hands it on. */
export function makeFront(ports: Ports, admins: readonly ObjectId[]): Front {
  const { heard, cameAnew, left } = makeHearPerson(ports);
  const here = commands.filter(({ localOnly }) => !localOnly || ports.moveClock);

  async function welcome(asker: Asker): Promise<Message | undefined> {
    if (!(await ports.people.firstWelcome(asker.objectId))) return undefined;
    const known = await ports.people.find(asker.objectId);
    return composeWelcome(ports, asker.objectId, known?.plans ?? [], admins);
  }

  return {
    async message(asker, words, mentioned, files = [], messageId = undefined) {
      const isFirst = asker.where.kind === "personal" && greeting.test(words);
      // Where the store does not answer, help still does.
      const welcomed = isFirst ? await welcome(asker).catch(() => undefined) : undefined;
      if (welcomed) return welcomed;
      const call = { ports, asker, words, mentioned, admins, ...(messageId !== undefined && { messageId }) };
      return files.length > 0 ? takeFiles(call, files, here) : answerMessage(call, here);
    },
    edited: (asker, words, messageId) => answerEdited({ ports, asker, words, mentioned: [], admins, messageId }, here),
    deleted: (asker, messageId) => answerDeleted({ ports, asker, mentioned: [], admins, messageId }),
    press: (asker, data) => pressCard(ports, asker, data, admins, here),
    fileWanted: (asker, wanted) => makeFile(ports, asker, wanted, admins),
    async arrived(asker) {
      cameAnew(asker.objectId);
      return welcome(asker);
    },
    teamSeen: (team) => meetTeam(ports, team),
    teamLost: (teamId) => ports.people.forgetTeam(teamId),
    heard,
    left,
  };
}
