import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** Teams' connector, as far as Drumbeat uses it. */
export interface Conversations {
  sendToConversation(conversationId: string, activity: OutMessage, options: CallOptions): Promise<{ id?: string }>;
  updateActivity(conversationId: string, activityId: string, activity: OutMessage, options: CallOptions): Promise<unknown>;
  createConversation(parameters: NewConversation, options: CallOptions): Promise<{ id?: string }>;
  getConversationMember(conversationId: string, memberId: string, options: CallOptions): Promise<{ id: string; aadObjectId?: string; objectId?: string }>;
}

/** A message as the connector takes it. What would be empty is left out: some clients refuse empty names. */
export interface OutMessage {
  readonly type: "message";
  readonly id?: string;
  readonly from: { readonly id: string };
  readonly conversation: { readonly id: string };
  readonly summary: string;
  readonly text?: string;
  readonly textFormat?: "markdown";
  readonly attachments?: readonly OutAttachment[];
  readonly channelData?: object;
}

/** A card, or a file as `fileCard` shows it. */
export interface OutAttachment {
  readonly contentType: string;
  readonly content: object;
  readonly name?: string;
  readonly contentUrl?: string;
}

export interface NewConversation {
  readonly isGroup: boolean;
  readonly bot: { readonly id: string };
  readonly members: readonly { readonly id: string }[];
  readonly tenantId: string;
  readonly channelData: object;
}

export interface CallOptions {
  readonly abortSignal: AbortSignal;
}

/** Makes one call to the connector at a service address. @throws ConnectorError */
export type CallConnector = <T>(serviceUrl: string, call: (conversations: Conversations, options: CallOptions) => Promise<T>) => Promise<T>;

/** A call that brought no good answer. */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  /** False when the request was never begun: the bot could not sign in. */
  readonly left: boolean;
  /** Of the answer, when one came. */
  readonly status?: number;
  readonly body?: string;
  readonly retryAfter?: string;
  /** Of the network's fault: `ECONNREFUSED`. */
  readonly code?: string;

  constructor(fault: Pick<ConnectorError, "left" | "status" | "body" | "retryAfter" | "code">, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.left = fault.left;
    this.status = fault.status;
    this.body = fault.body;
    this.retryAfter = fault.retryAfter;
    this.code = fault.code;
  }
}

/** botbuilder's clients: signed in as the bot, one for each service address. */
export type OpenClient = (serviceUrl: string) => Promise<ConnectorClient>;

/** Teams has a handful of addresses; whoever names more than these is not kept. */
const mostClients = 50;

/**
 * @param mayBeCalled - whether a service address is Teams'
 * @param timeLimitMs - real time from sign-in to the last byte of an answer
 */
export function createConnector(openClient: OpenClient, mayBeCalled: (serviceUrl: string) => boolean, timeLimitMs: number): CallConnector {
  const clients = new Map<string, Promise<ConnectorClient>>();
  const leaving = new WeakSet<AbortSignal>();

  return async (serviceUrl, call) => {
    if (!mayBeCalled(serviceUrl))
      throw new ConnectorError({ left: false, status: 403 }, new Error("the address kept of a conversation is not one of Teams' own"));
    const abortSignal = AbortSignal.timeout(timeLimitMs);
    try {
      const { conversations } = await clientFor(serviceUrl);
      return await call(conversations, { abortSignal });
    } catch (fault) {
      throw new ConnectorError({ left: leaving.has(abortSignal), ...answerIn(fault) }, fault);
    }
  };

  function clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const kept = clients.get(serviceUrl);
    if (kept) return kept;
    const opened = openClient(serviceUrl).then((client) => {
      askOnce(client, (signal) => leaving.add(signal));
      return client;
    });
    if (clients.size >= mostClients) clients.clear();
    clients.set(serviceUrl, opened);
    opened.catch(() => clients.delete(serviceUrl));
    return opened;
  }
}

/** botbuilder's own type of this is not exported. */
export interface ConnectorClient {
  readonly conversations: Conversations;
  readonly client: { readonly pipeline: Pipeline };
}

interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(
    policy: { name: string; sendRequest(request: OutRequest, next: (request: OutRequest) => Promise<unknown>): Promise<unknown> },
    at: { phase: "Retry" },
  ): void;
}

interface OutRequest {
  readonly url: string;
  readonly abortSignal?: AbortSignal;
  agent?: HttpAgent | HttpsAgent;
}

// A kept connection that the far side dropped meanwhile looks like a message that may have arrived. Servers drop idle
// ones after five seconds or more, so these are dropped well before.
const idleMs = 2_000;
const http = new HttpAgent({ keepAlive: true, timeout: idleMs });
const https = new HttpsAgent({ keepAlive: true, timeout: idleMs });

/** botbuilder repeats a POST up to four times and follows redirects; law 3 wants exactly one. */
function askOnce({ client: { pipeline } }: ConnectorClient, leaving: (signal: AbortSignal) => void): void {
  pipeline.removePolicy({ name: "defaultRetryPolicy" });
  pipeline.removePolicy({ name: "redirectPolicy" });
  pipeline.addPolicy(
    {
      name: "drumbeatOnce",
      sendRequest(request, next) {
        request.agent ??= request.url.startsWith("https:") ? https : http; // a proxy has set its own
        if (request.abortSignal) leaving(request.abortSignal);
        return next(request);
      },
    },
    { phase: "Retry" },
  );
}

function answerIn(fault: unknown): { status?: number; body?: string; retryAfter?: string; code?: string } {
  const error = fault as { statusCode?: number; code?: string; response?: { bodyAsText?: string | null; headers?: { get(name: string): string | undefined } } };
  return {
    status: error?.statusCode,
    code: error?.code,
    body: error?.response?.bodyAsText ?? undefined,
    retryAfter: error?.response?.headers?.get("retry-after"),
  };
}
