import type { TableClient } from "@azure/data-tables";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from "botbuilder";
import restify from "restify";
import { answerCalls, memory } from "../part.ts";
import { isRead, type StoreCall } from "../storeCalls.ts";

/*
 * The bare counterpart: restify and botbuilder as their makers' echo sample has them, and before the answer whatever
 * table calls it was told to make. It keeps nothing and checks nothing.
 */
let reads: readonly StoreCall[] = [];
let writes = false;

// Drumbeat's own tables, for the emulator looks through all of a table at every query. Loaded only where it is asked for,
// since a bare bot that starts has no use for it.
const connection = process.env.BENCH_STORE ? await openConnection(process.env.BENCH_STORE) : undefined;
const tables = new Map<string, TableClient>();
const common = connection?.table(`${process.env.BENCH_PREFIX}drumbeat`);

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
      /** Reads to repeat at every message, and whether to write a transaction after them. */
      asks({ calls, transaction }: { calls: readonly StoreCall[]; transaction: boolean }) {
        reads = calls.filter(isRead);
        writes = transaction;
      },
      memory,
    },
    { url: `http://127.0.0.1:${server.address().port}` },
  );

async function answer(context: TurnContext): Promise<void> {
  const { activity } = context;
  for (const call of reads) await read(call);
  if (writes) await writeThreeRows();
  if (activity.type === "message") await context.sendActivity(`Echo: ${activity.text}`);
  if (activity.type !== "invoke") return;
  const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: activity.value.action.data.narrative }] };
  const body = { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card };
  await context.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
  const attachments = [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }];
  await context.updateActivity({ type: "message", id: activity.replyToId, attachments });
}

async function openConnection(connectionString: string) {
  const { connect } = await import("../../src/storage/connection.ts");
  return connect({ connectionString });
}

async function read({ table: name, filter, row }: StoreCall): Promise<void> {
  const table = tables.get(name) ?? connection?.table(name);
  if (table) tables.set(name, table);
  if (row) await table?.getEntity(row.partition, row.key);
  if (!filter) return;
  const entities = [];
  for await (const entity of table?.listEntities({ queryOptions: { filter } }) ?? []) entities.push(entity);
}

/** An update, its nonce and the measure's standing, about as long as Drumbeat's. */
async function writeThreeRows(): Promise<void> {
  const id = crypto.randomUUID();
  const row = (rowKey: string, length: number) => ({ partitionKey: "bare", rowKey, type: "update", v: 1, json0: "x".repeat(length) });
  await common?.submitTransaction([
    ["create", row(`update ${id}`, 400)],
    ["create", row(`nonce ${id}`, 100)],
    ["upsert", row("standing", 500), "Replace"],
  ]);
}
