import { TableClient } from "@azure/data-tables";
import { QueueClient } from "@azure/storage-queue";

/** Azure Storage by connection string or, with only the account named, by managed identity or whoever is signed in. */
export type StorageAccount = { readonly connectionString: string } | { readonly account: string };

// A person waits at most 5 s for an answer (law 7): rather an apology than a long silence. Two reads in a row may fail
// within that time, of the person and of the plan; a request that timed out is not tried again.
const waitMs = { read: 2_000, write: 4_000 };
const tableRetries = { maxRetries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 };
const queueRetries = { maxTries: 3, tryTimeoutInMs: waitMs.write, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 };

const giveUp: NonNullable<NonNullable<ConstructorParameters<typeof TableClient>[2]>["additionalPolicies"]>[number] = {
  position: "perRetry",
  policy: {
    name: "giveUp",
    sendRequest(request, next) {
      request.timeout = request.method === "GET" ? waitMs.read : waitMs.write;
      return next(request);
    },
  },
};

/** Clients of one account; the tables and queues they name need not be there. */
export interface Connection {
  table(name: string): TableClient;
  queue(name: string): QueueClient;
}

export async function connect(storage: StorageAccount): Promise<Connection> {
  if ("connectionString" in storage) {
    const { connectionString } = storage;
    const allowInsecureConnection = /\bhttp:/.test(connectionString) || /EndpointsProtocol=http;/i.test(connectionString);
    const options = { retryOptions: tableRetries, additionalPolicies: [giveUp], allowInsecureConnection };
    return {
      table: (name) => TableClient.fromConnectionString(connectionString, name, options),
      queue: (name) => new QueueClient(connectionString, name, { retryOptions: queueRetries }),
    };
  }

  // Loaded only here: it takes most of a second, which local mode need not wait.
  const { DefaultAzureCredential } = await import("@azure/identity");
  const credential = new DefaultAzureCredential();
  const { account } = storage;
  return {
    table: (name) =>
      new TableClient(`https://${account}.table.core.windows.net`, name, credential, { retryOptions: tableRetries, additionalPolicies: [giveUp] }),
    queue: (name) => new QueueClient(`https://${account}.queue.core.windows.net/${name}`, credential, { retryOptions: queueRetries }),
  };
}
