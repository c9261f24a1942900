import { ActivityHandler, authorizeJWT, CloudAdapter } from "@microsoft/agents-hosting";
import express from "express";

/* The echo bot of Microsoft 365's Agents SDK, as its own sample has it, without a sign-in. */
const auth = {};
const adapter = new CloudAdapter(auth);
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});

const app = express();
app.use(express.json(), authorizeJWT(auth));
app.post("/api/messages", (request, response) => adapter.process(request, response, (context) => bot.run(context)));
const server = app.listen(0, "127.0.0.1", () => process.send({ ready: { url: `http://127.0.0.1:${server.address().port}` } }));
process.on("disconnect", () => process.exit());
