import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

// azurite publishes no programming interface: these are its inner files, so its version is pinned in package.json.
// They are taken without its main.js, which would start the telemetry.
const require = createRequire(import.meta.url);
const part = (path: string) => require(`azurite/dist/src/${path}.js`).default;

interface AzuriteServer {
  readonly httpServer: Server;
  /** Of queues: clears away what deleted messages said, every minute. */
  gcManager?: unknown;
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface AzuriteServers {
  readonly tablePort: number;
  readonly queuePort: number;
  /** When a request last came in, by `performance.now()`. */
  lastRequestAt(): number;
  /** Lets running requests finish, then saves. What azurite still writes when this returns keeps the process alive. */
  close(): Promise<void>;
}

const host = "127.0.0.1";
const keepAliveSeconds = 5;
const anyPort = 0;
const accessLog = false;
const debugLog = false;

/**
 * Runs Microsoft's storage emulator, tables and queues, in this process, on ports the system chooses.
 *
 * @param folder - where it keeps its files; undefined keeps everything in memory
 */
export async function startAzurite(folder: string | undefined): Promise<AzuriteServers> {
  const servers = [tableServer(folder), queueServer(folder)];
  let lastRequestAt = performance.now();
  let running = 0;
  for (const { httpServer } of servers) {
    httpServer.prependListener("request", (_request, response) => {
      lastRequestAt = performance.now();
      running += 1;
      response.once("close", () => {
        running -= 1;
      });
    });
  }
  for (const server of servers) await server.start();
  const [tablePort, queuePort] = servers.map(({ httpServer }) => (httpServer.address() as AddressInfo).port) as [number, number];

  return {
    tablePort,
    queuePort,
    lastRequestAt: () => lastRequestAt,
    async close() {
      for (let tries = 0; running > 0 && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
      await Promise.all(servers.map((server) => server.close()));
      for (const { httpServer } of servers) httpServer.closeAllConnections();
    },
  };
}

/** @param key - base64, as azurite was given it in AZURITE_ACCOUNTS */
export function azuriteConnection(ports: { tablePort: number; queuePort: number }, account: string, key: string): string {
  const endpoint = (port: number) => `http://${host}:${port}/${account}`;
  return [
    "DefaultEndpointsProtocol=http",
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `TableEndpoint=${endpoint(ports.tablePort)}`,
    `QueueEndpoint=${endpoint(ports.queuePort)}`,
    "",
  ].join(";");
}

function tableServer(folder: string | undefined): AzuriteServer {
  const Configuration = part("table/TableConfiguration");
  const Server = part("table/TableServer");
  const database = join(folder ?? "", "tables.json");
  return new Server(new Configuration(host, anyPort, keepAliveSeconds, database, debugLog, accessLog, ...unused, folder === undefined));
}

function queueServer(folder: string | undefined): AzuriteServer {
  const Configuration = part("queue/QueueConfiguration");
  const Server = part("queue/QueueServer");
  const [database, extents] = [join(folder ?? "", "queues.json"), join(folder ?? "", "queue-extents.json")];
  const texts = [{ locationId: "Default", locationPath: join(folder ?? "", "queue-texts"), maxConcurrency: 10 }];
  const server: AzuriteServer = new Server(
    new Configuration(host, anyPort, keepAliveSeconds, database, extents, texts, accessLog, undefined, debugLog, ...unused.slice(1), folder === undefined),
  );
  // In memory it clears message by message, and after some thousands of them answers nobody for tens of seconds.
  if (folder === undefined) server.gcManager = undefined;
  return server;
}

/** Access log stream, debug log file, loose, skip version check, certificate, its key, its password, OAuth, product style addresses. */
const unused = [undefined, undefined, false, false, "", "", "", undefined, false];
