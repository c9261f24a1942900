import restify from "restify";
import { UserError } from "../domain/userError.ts";
import type { Log, MadeFile } from "../ports.ts";
import { Activity } from "./activity.ts";
import type { Bot } from "./bot.ts";
import type { BotIdentity } from "./botIdentity.ts";
import { refusalOf } from "./gate.ts";
import { readIncoming } from "./incoming.ts";
import type { SignIn } from "./signIn.ts";

const mostBytes = 256 * 1024;

export interface ServerParts {
  /** 0 for any free one. */
  readonly port: number;
  readonly isFromTeams: SignIn["isFromTeams"];
  readonly identity: BotIdentity | undefined;
  readonly bot: Bot;
  /** Whether the store can be reached and the ticker is alive. */
  readonly ready: () => Promise<boolean>;
  readonly log: Log;
  /** Where links lead that stand for files. @throws UserError when one leads to nothing */
  readonly openFile?: (id: string) => Promise<MadeFile>;
}

export interface Server {
  readonly port: number;
  readonly url: string;
  /** Takes no more requests and resolves when those in hand are done. */
  close(): Promise<void>;
}

/** In local mode, where anybody is believed, only this machine can call. @throws Error with one sentence when the port is taken */
export async function startServer({ port, isFromTeams, identity, bot, ready, log, openFile }: ServerParts): Promise<Server> {
  const server = restify.createServer({ name: "Drumbeat" });
  server.pre((request, response, next) => {
    // restify would unpack a small body to any size, and a broken one would end the process
    if (request.headers["content-encoding"] === undefined) return next();
    response.send(415, { error: "Send the activity as plain JSON." });
    return next(false);
  });
  server.use(restify.plugins.bodyReader({ maxBodySize: mostBytes }), restify.plugins.jsonBodyParser({ bodyReader: true }));

  const unanswered = new Set<Promise<unknown>>();
  server.use((_request, response, next) => {
    const answered = new Promise<void>((resolve) => response.once("close", resolve)).finally(() => unanswered.delete(answered));
    unanswered.add(answered);
    return next();
  });

  server.post("/api/messages", async (request, response) => {
    const activity = Activity.safeParse(request.body);
    if (!activity.success) {
      const [fault] = activity.error.issues;
      response.send(400, { error: `That is not an activity: ${fault?.path.join(".") || "body"}: ${fault?.message}.` });
      return;
    }
    const refusal = refusalOf(activity.data, identity);
    if (refusal) {
      log.warn("activity refused", { ...refusal });
      response.send(refusal.status, { error: refusal.why });
      return;
    }
    const known = await isFromTeams(request.body, request.headers.authorization ?? "").catch((error: unknown) => {
      log.error("who called could not be checked", error);
    });
    if (!known) {
      if (known === false) log.warn("activity refused", { status: 401 });
      // Teams tries again what was answered with a 503.
      if (known === false) response.send(401, { error: "Only Teams may post here, with its token." });
      else response.send(503, { error: "Who calls cannot be checked at the moment." });
      return;
    }
    const { status, body } = (await bot.handle(readIncoming(activity.data, !identity))) ?? { status: 200 };
    response.send(status, body);
  });

  server.get("/healthz", async (_request, response) => {
    response.send(200, { status: "up" });
  });

  server.get("/readyz", async (_request, response) => {
    const isReady = await ready().catch(() => false);
    response.send(isReady ? 200 : 503, { status: isReady ? "ready" : "not ready" });
  });

  if (openFile)
    server.get("/files/:id", async (request, response) => {
      try {
        const { name, bytes } = await openFile(request.params.id);
        const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
        response.sendRaw(200, Buffer.from(bytes), { "content-type": "application/octet-stream", "content-disposition": disposition });
      } catch (error) {
        if (!(error instanceof UserError)) log.error("a file could not be made", error);
        response.send(404, { error: error instanceof UserError ? error.message : "The file could not be made." });
      }
    });

  await listen(server, identity ? "0.0.0.0" : "127.0.0.1", port);
  const bound = server.address().port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      await Promise.all(unanswered);
      await bot.settled();
      server.server.closeAllConnections(); // of callers who never finished asking
      await closed;
    },
  };
}

function listen(server: restify.Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken: stop what is using it, or set PORT to another.`, { cause: error }) : error);
    });
    server.listen(port, host, resolve);
  });
}
