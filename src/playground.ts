import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Who sits at the page, by `.m365agentsplayground.yml`. */
export const playgroundPerson = "00000000-0000-4000-8000-000000000020";

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the Microsoft 365 Agents Playground before the bot and waits until its page answers. It takes a random port
 * where its own is taken, so the port is tried first.
 *
 * @param folder - for its log
 * @throws Error with one sentence when the port is taken or it does not come up within 30 s
 */
export async function startPlayground(botUrl: string, port: number, folder: string): Promise<Playground> {
  await checkFree(port);
  mkdirSync(folder, { recursive: true });
  const script = here("node_modules/@microsoft/m365agentsplayground/cli.js");
  const child = spawn(process.execPath, [script, "start", "-e", `${botUrl}/api/messages`, "-c", "msteams", "-p", String(port), "--disable-telemetry"], {
    cwd: folder,
    stdio: "ignore",
    // Both are needed for it to make no connection to the outside, and the third opens no browser by itself.
    env: {
      ...process.env,
      APPLICATION_INSIGHTS_NO_STATSBEAT: "1",
      TEAMSAPPTESTER_BROWSER: "none",
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: here(".m365agentsplayground.yml"),
    },
  });
  const url = `http://localhost:${port}`;
  if (!(await answers(url, child))) {
    child.kill();
    throw new Error(`The Playground did not come up on port ${port}; its log is in ${resolve(folder, "devTools")}.`);
  }
  return { url, stop: () => stop(child) };
}

function checkFree(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", () => fail(new Error(`Port ${port} is taken: stop what is using it, or set DRUMBEAT_PLAYGROUND_PORT to another.`)));
    server.listen(port, () => server.close(() => done()));
  });
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 120 && child.exitCode === null; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resume) => setTimeout(resume, 250));
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resume) => child.once("exit", resume));
  child.kill();
  const patience = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await ended;
  clearTimeout(patience);
}
