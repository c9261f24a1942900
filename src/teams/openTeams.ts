import type { Front, Log, Messenger } from "../ports.ts";
import { type Bot, createBot, type FileCarrier } from "./bot.ts";
import type { BotIdentity } from "./botIdentity.ts";
import { createConnector } from "./connector.ts";
import { fetchFile, putFile } from "./fetchFile.ts";
import { sharePointHosts } from "./fileAddress.ts";
import { mayBeCalled } from "./gate.ts";
import { createMessenger, inPace } from "./messenger.ts";
import { createPace } from "./pace.ts";
import { createPlaygroundFiles } from "./playgroundFiles.ts";
import { findMember } from "./roster.ts";
import { type Server, startServer } from "./server.ts";
import { createSignIn } from "./signIn.ts";

/** More than any plan; the same as intake reads. */
const mostFileBytes = 20 * 1024 * 1024;
/** Real time for one file. */
const fileLimitMs = 30_000;

export interface TeamsParts {
  /** Undefined in local mode. */
  readonly identity: BotIdentity | undefined;
  readonly log: Log;
  /** Real time a call to Teams may take; a message not answered by then may have arrived. */
  readonly timeLimitMs?: number;
  /** This replica's share of the 50 requests a second that Teams allows a tenant. */
  readonly sendsPerSecond?: number;
  /** Names of the tenant's SharePoint, as configured. Outside local mode no file is taken without one. */
  readonly sharePoint?: readonly string[];
  /** How long an answer may take before it is announced; Teams gives a press 5 s. */
  readonly patienceMs?: number;
}

export interface Teams {
  readonly messenger: Messenger;
  /** Listens for Teams, in local mode on 127.0.0.1 only. @throws Error with one sentence when the port is taken */
  serve(port: number, front: Front, ready: () => Promise<boolean>): Promise<Server>;
}

/** @throws Error when the identity is incomplete */
export function openTeams({ identity, log, timeLimitMs = 10_000, sendsPerSecond = 50, sharePoint = [], patienceMs = 4_500 }: TeamsParts): Teams {
  const { openClient, isFromTeams } = createSignIn(identity);
  const call = createConnector(openClient, (serviceUrl) => mayBeCalled(serviceUrl, identity), timeLimitMs);
  const pace = createPace(sendsPerSecond);
  const playground = identity ? undefined : createPlaygroundFiles();
  const messenger = createMessenger(call, pace, playground?.shown);
  const transfer = {
    places: identity ? ({ kind: "sharePoint", hosts: sharePointHosts(sharePoint) } as const) : ({ kind: "thisMachine" } as const),
    mostBytes: mostFileBytes,
    timeLimitMs: fileLimitMs,
  };
  const files: FileCarrier = {
    fetch: (address, name) => fetchFile(address, name, transfer),
    put: (address, name, bytes) => putFile(address, name, bytes, transfer),
  };
  return {
    messenger,
    async serve(port, front, ready) {
      const bot = createBot({ front, messenger, files, log, patienceMs, findMember: (to, memberId) => findMember(inPace(call, pace), to, memberId) });
      const parts = { port, isFromTeams, identity, ready, log };
      if (!playground) return startServer({ ...parts, bot });
      const handle: Bot["handle"] = (incoming) => {
        playground.heard(incoming.asker);
        return bot.handle(incoming);
      };
      const server = await startServer({ ...parts, bot: { ...bot, handle }, openFile: (id) => playground.open(id, front) });
      playground.servedAt(server.url);
      return server;
    },
  };
}
