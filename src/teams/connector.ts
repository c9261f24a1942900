import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { CloudAdapter, ConversationReference } from "botbuilder";

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

/** @param timeLimitMs - real time from sign-in to the last byte of an answer */
export function createConnector(adapter: CloudAdapter, appId: string, timeLimitMs: number): CallConnector {
  return async (serviceUrl, call) => {
    let left = false;
    let answer: { value: Awaited<ReturnType<typeof call>> } | undefined;
    let fault: unknown;
    try {
      await adapter.continueConversationAsync(appId, referenceTo(serviceUrl), async (context) => {
        const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
        askOnce(client, () => {
          left = true;
        });
        try {
          answer = { value: await call(client.conversations, { abortSignal: AbortSignal.timeout(timeLimitMs) }) };
        } catch (error) {
          fault = error; // kept from the adapter, which would swallow it
        }
      });
    } catch (error) {
      fault = error;
    }
    if (answer) return answer.value;
    throw new ConnectorError({ left, ...answerIn(fault) }, fault);
  };
}

/** botbuilder's own type of this is not exported. */
interface ConnectorClient {
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
  agent?: HttpAgent | HttpsAgent;
}

// A kept connection that the far side dropped meanwhile looks like a message that may have arrived: each call has its own.
const http = new HttpAgent({ keepAlive: false });
const https = new HttpsAgent({ keepAlive: false });

/** botbuilder repeats a POST up to four times and follows redirects; law 3 wants exactly one. */
function askOnce({ client: { pipeline } }: ConnectorClient, leaving: () => void): void {
  pipeline.removePolicy({ name: "defaultRetryPolicy" });
  pipeline.removePolicy({ name: "redirectPolicy" });
  pipeline.addPolicy(
    {
      name: "drumbeatOnce",
      sendRequest(request, next) {
        request.agent ??= request.url.startsWith("https:") ? https : http; // a proxy has set its own
        leaving();
        return next(request);
      },
    },
    { phase: "Retry" },
  );
}

/** The adapter asks for a conversation, the calls name theirs. */
function referenceTo(serviceUrl: string): Partial<ConversationReference> {
  return { serviceUrl, channelId: "msteams", conversation: { id: "none", name: "", isGroup: false, conversationType: "" } };
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
