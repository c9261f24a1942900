import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";

export interface ServiceProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stderr: string }>;
}

/** `npm run serve`, as Node runs it: local mode and an embedded store unless the environment says otherwise. */
export function startServiceProcess(environment: Readonly<Record<string, string>>): ServiceProcess {
  const env = { ...process.env, NODE_OPTIONS: "", MicrosoftAppId: "", AZURE_STORAGE_CONNECTION_STRING: "", ...environment };
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/index.ts"], { env, stdio: ["ignore", "ignore", "pipe"] });
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended: Promise.all([code, text(child.stderr)]).then(([exit, stderr]) => ({ code: exit, stderr })) };
}

/** @returns the HTTP status, 0 when nobody answers */
export function statusOf(port: number, path: string): Promise<number> {
  return fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ status }) => status,
    () => 0,
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
