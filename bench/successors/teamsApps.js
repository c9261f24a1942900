import { createServer } from "node:net";
import { App } from "@microsoft/teams.apps";

/* The echo bot of the Teams SDK, as its own sample has it, without a sign-in. */
const quiet = { error() {}, warn() {}, info() {}, debug() {}, log() {}, child: () => quiet };
const app = new App({ logger: quiet, dangerouslyAllowUnauthenticatedRequests: true });
app.on("message", ({ activity, send }) => send(`Echo: ${activity.text}`));

const port = await freePort();
await app.start(port);
process.send({ ready: { url: `http://127.0.0.1:${port}` } });
process.on("disconnect", () => process.exit());

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}
