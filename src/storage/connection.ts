import { TableClient } from "@azure/data-tables";
import { QueueClient } from "@azure/storage-queue";

/** Azure Storage by connection string or, with only the account named, by managed identity or whoever is signed in. */
export type StorageAccount = { readonly connectionString: string } | { readonly account: string };

/** Real time, in milliseconds, after which a request has failed. */
export interface Patience {
  readonly read: number;
  readonly write: number;
}

// A person waits at most 5 s for an answer (law 7): rather an apology than a long silence. Two reads in a row may fail
// within that time, of the person and of the plan; a request that timed out is not tried again.
const forPeople: Patience = { read: 2_000, write: 4_000 };
const tableRetries = { maxRetries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 };
const queueRetries = { maxTries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 };

type Policy = NonNullable<NonNullable<ConstructorParameters<typeof TableClient>[2]>["additionalPolicies"]>[number];

function givingUp({ read, write }: Patience): Policy {
  return {
    position: "perRetry",
    policy: {
      name: "giveUp",
      sendRequest(request, next) {
        request.timeout = request.method === "GET" ? read : write;
        return next(request);
      },
    },
  };
}

/** Clients of one account; the tables and queues they name need not be there. */
export interface Connection {
  table(name: string): TableClient;
  queue(name: string): QueueClient;
}

export async function connect(storage: StorageAccount, patience = forPeople): Promise<Connection> {
  const ofTable = { retryOptions: tableRetries, additionalPolicies: [givingUp(patience)] };
  const ofQueue = { retryOptions: { ...queueRetries, tryTimeoutInMs: patience.write } };
  if ("connectionString" in storage) {
    const { connectionString } = storage;
    const allowInsecureConnection = /\bhttp:/.test(connectionString) || /EndpointsProtocol=http;/i.test(connectionString);
    const options = { ...ofTable, allowInsecureConnection };
    return {
      table: (name) => TableClient.fromConnectionString(connectionString, name, options),
      queue: (name) => new QueueClient(connectionString, name, ofQueue),
    };
  }

  // Loaded only here: it takes most of a second, which local mode need not wait.
  const { DefaultAzureCredential } = await import("@azure/identity");
  const credential = new DefaultAzureCredential();
  const { account } = storage;
  return {
    table: (name) => new TableClient(`https://${account}.table.core.windows.net`, name, credential, ofTable),
    queue: (name) => new QueueClient(`https://${account}.queue.core.windows.net/${name}`, credential, ofQueue),
  };
}
