import type { TableClient } from "@azure/data-tables";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from "botbuilder";
import restify from "restify";
import { answerCalls, memory } from "../part.ts";
import type { StoreCall } from "../storeCalls.ts";

/*
 * The bare counterpart: restify and botbuilder as their makers' echo sample has them, and before the answer whatever
 * table calls it was told to make. It keeps nothing and checks nothing.
 */
let reads: readonly string[] = [];
let writes = false;

// Drumbeat's own table, for the emulator looks through all of a table at every query. Loaded only where it is asked for,
// since a bare bot that starts has no use for it.
const table = process.env.BENCH_STORE ? await openTable(process.env.BENCH_STORE) : undefined;

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (request, response) => {
  await adapter.process(request, response, answer);
});
server.get("/readyz", async (_request, response) => {
  response.send(200, {});
});
await new Promise<void>((resolve) => server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", resolve));

if (process.send)
  answerCalls(
    {
      /** Queries to repeat at every message, and whether to write a transaction after them. */
      asks({ calls, transaction }: { calls: readonly StoreCall[]; transaction: boolean }) {
        reads = calls.flatMap(({ filter }) => filter ?? []);
        writes = transaction;
      },
      memory,
    },
    { url: `http://127.0.0.1:${server.address().port}` },
  );

async function answer(context: TurnContext): Promise<void> {
  const { activity } = context;
  for (const filter of reads) await read(filter);
  if (writes) await writeThreeRows();
  if (activity.type === "message") await context.sendActivity(`Echo: ${activity.text}`);
  if (activity.type !== "invoke") return;
  const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: activity.value.action.data.narrative }] };
  const body = { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card };
  await context.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
  const attachments = [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }];
  await context.updateActivity({ type: "message", id: activity.replyToId, attachments });
}

async function openTable(connectionString: string): Promise<TableClient> {
  const { connect } = await import("../../src/storage/connection.ts");
  return (await connect({ connectionString }, `${process.env.BENCH_PREFIX}drumbeat`, "unused")).table;
}

async function read(filter: string): Promise<void> {
  const entities = [];
  for await (const entity of table?.listEntities({ queryOptions: { filter } }) ?? []) entities.push(entity);
}

/** An update, its nonce and the measure's standing, about as long as Drumbeat's. */
async function writeThreeRows(): Promise<void> {
  const id = crypto.randomUUID();
  const row = (rowKey: string, length: number) => ({ partitionKey: "bare", rowKey, type: "update", v: 1, json0: "x".repeat(length) });
  await table?.submitTransaction([
    ["create", row(`update ${id}`, 400)],
    ["create", row(`nonce ${id}`, 100)],
    ["upsert", row("standing", 500), "Replace"],
  ]);
}
