import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { type BodyShape, bodies } from "./refusals.ts";
import { createSendingLimits } from "./sendingLimits.ts";

/** An activity as the bot sent it. */
export interface SentActivity {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly name?: string; readonly content: Card }[];
  readonly channelData?: { readonly notification?: { readonly alert?: boolean } };
  readonly from?: { readonly id: string };
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into cards of every shape
export type Card = Record<string, any>;

/** A message a conversation holds. */
export interface Shown {
  readonly id: string;
  /** The message it answers, when the bot said so. */
  readonly replyToId?: string;
  /** As it stands now. */
  readonly activity: SentActivity;
  /** What it said before it was updated, oldest first. */
  readonly before: readonly SentActivity[];
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly conversationId?: string;
  /** `activities` or `members`, and which of them. */
  readonly what?: string;
  readonly itemId?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot sent
  readonly body: any;
}

/** What a conversation does to a message instead of taking it. */
export type Fault =
  | {
      readonly status: number;
      readonly code?: string;
      readonly retryAfter?: string;
      /** The message arrived for all that. */
      readonly arrives?: boolean;
      /** Where the code stands in the body; Teams' come in all of these. */
      readonly body?: BodyShape;
    }
  /** `reset` breaks the connection before the message is taken, `takeThenReset` after. */
  | "reset"
  | "takeThenReset"
  /** Takes the message and never answers. */
  | "hang"
  /** Takes the message and answers without its id. */
  | "noId";

/** For `fail`: what the roster of a team or conversation answers. */
export const rosterOf = (conversationId: string): string => `the roster of ${conversationId}`;
/** For `fail`: what opening a conversation with somebody answers. */
export const newConversations = "new conversations";

export interface RosterMember {
  readonly objectId: string;
  readonly name: string;
}

export interface StandInConnector {
  /** The serviceUrl of every activity. */
  readonly url: string;
  /** Every request, whatever came of it, in order. */
  readonly calls: readonly Call[];
  /** Messages and updates a conversation was asked to take, whatever came of it. */
  attempts(conversationId: string): readonly Call[];
  /** How often a call about it was told to slow down, the bot having kept to no pace there or in all. */
  refusals(conversationId: string): number;
  /** What the conversation holds now, oldest first. */
  shown(conversationId: string): readonly Shown[];
  /** Makes the next `times` messages or updates of a conversation fail, or calls of `rosterOf` or `newConversations`; without `times`, all until `heal`. */
  fail(conversationId: string, fault: Fault, times?: number): void;
  heal(conversationId: string): void;
  /** Puts people on the roster of a team or conversation. */
  addMembers(conversationId: string, members: readonly RosterMember[]): void;
  close(): Promise<void>;
}

export interface StandInOptions {
  /** Hold the bot to what Teams allows (`sendingLimits.ts`). Off by default, since tests are quicker than people. */
  readonly limits?: boolean;
  /** Real time it takes over each answer, as Teams does; none by default. */
  readonly answersAfterMs?: number;
}

/** `break` drops the connection, `silence` leaves it waiting. */
type Reply = { readonly status: number; readonly body?: object; readonly retryAfter?: string } | "break" | "silence";

const mostBytes = 28 * 1024;
/** The Playground has a path of its own in front. */
const pathPattern = /^(?:\/_connector)?\/v3\/conversations(?:\/([^/]+)(?:\/(\w+)(?:\/([^/]+))?)?)?$/;

/** The id Teams gives a person for this bot. */
export function memberIdOf(objectId: string): string {
  return `29:${objectId}`;
}

/** The one to one conversation of the bot with a person; the same however often it is opened. */
export function personalConversationOf(objectId: string): string {
  return `a:${objectId}`;
}

/** A real server that stands in for Teams' connector and keeps what each conversation really received. */
export async function startStandInConnector({ limits = false, answersAfterMs = 0 }: StandInOptions = {}): Promise<StandInConnector> {
  const calls: Call[] = [];
  const conversations = new Map<string, Shown[]>();
  const rosters = new Map<string, RosterMember[]>();
  const faults = new Map<string, { fault: Fault; left: number }>();
  const pace = createSendingLimits();
  const overPace: string[] = [];
  let nextId = 1_669_000_000_000;

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://connector").pathname;
    const words = await text(request);
    const [, conversationId, what, itemId] = pathPattern.exec(path)?.map((part) => part && decodeURIComponent(part)) ?? [];
    const call = { method: request.method ?? "", path, conversationId, what, itemId, body: words ? JSON.parse(words) : undefined };
    calls.push(call);

    const reply = replyTo(call, Buffer.byteLength(words));
    if (reply === "silence") return;
    if (reply === "break") return void request.socket.destroy();
    if (answersAfterMs > 0) await wait(answersAfterMs);
    response.writeHead(reply.status, { "content-type": "application/json", ...(reply.retryAfter !== undefined && { "retry-after": reply.retryAfter }) });
    response.end(reply.body && JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    attempts: (conversationId) => calls.filter((call) => call.conversationId === conversationId && call.what === "activities"),
    refusals: (conversationId) => overPace.filter((id) => id === conversationId).length,
    shown: (conversationId) => conversations.get(conversationId) ?? [],
    fail: (conversationId, fault, times = Number.POSITIVE_INFINITY) => void faults.set(conversationId, { fault, left: times }),
    heal: (conversationId) => void faults.delete(conversationId),
    addMembers: (conversationId, members) => void rosters.set(conversationId, [...(rosters.get(conversationId) ?? []), ...members]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  function replyTo(call: Call, bytes: number): Reply {
    const { conversationId, what, itemId } = call;
    const seconds = limits ? pace.request() : undefined;
    if (seconds !== undefined) {
      overPace.push(conversationId ?? newConversations);
      return refused(429, "TooManyRequests", String(seconds));
    }
    const source = !conversationId ? newConversations : what === "activities" ? undefined : rosterOf(conversationId);
    const fault = source && nextFault(source);
    if (fault) return typeof fault === "object" ? refusedBy(fault) : fault === "hang" ? "silence" : "break";
    if (!conversationId) return call.method === "POST" && call.path === "/v3/conversations" ? openConversation(call) : refused(404);
    if (what === "activities") return replyToActivity(call, conversationId, itemId, bytes);
    if (what === "members") return replyWithMembers(conversationId, itemId);
    return what === "pagedmembers" ? { status: 200, body: { members: membersOf(conversationId) } } : refused(404);
  }

  function openConversation({ body }: Call): Reply {
    const objectId = String(body?.members?.[0]?.id ?? "").replace(/^29:/, "");
    return objectId ? { status: 201, body: { id: personalConversationOf(objectId) } } : refused(400, "BadArgument");
  }

  function replyToActivity({ method, body }: Call, conversationId: string, itemId: string | undefined, bytes: number): Reply {
    const fault = nextFault(conversationId);
    if (fault === "reset") return "break";
    if (bytes > mostBytes) return refused(413, "MessageSizeTooBig");
    const seconds = limits ? pace.message(conversationId) : undefined;
    if (seconds !== undefined) {
      overPace.push(conversationId);
      return refused(429, "TooManyRequests", String(seconds));
    }
    if (typeof fault === "object" && !fault.arrives) return refusedBy(fault);

    const id = method === "POST" ? add(conversationId, body, itemId) : change(conversationId, itemId ?? "", method === "PUT" ? body : undefined);
    if (fault === "takeThenReset") return "break";
    if (fault === "hang") return "silence";
    if (fault === "noId") return { status: 202 };
    if (fault) return refusedBy(fault);
    return id ? { status: method === "POST" ? 201 : 200, body: { id } } : refused(404, "ActivityNotFoundInConversation");
  }

  function nextFault(conversationId: string): Fault | undefined {
    const entry = faults.get(conversationId);
    if (!entry || entry.left <= 0) return undefined;
    entry.left -= 1;
    return entry.fault;
  }

  function add(conversationId: string, activity: SentActivity, replyToId: string | undefined): string {
    const id = String(nextId++);
    conversations.set(conversationId, [...(conversations.get(conversationId) ?? []), { id, replyToId, activity, before: [] }]);
    return id;
  }

  /** Updates a message, or takes it out when there is nothing to put in its place. */
  function change(conversationId: string, id: string, activity: SentActivity | undefined): string | undefined {
    const held = conversations.get(conversationId) ?? [];
    const changed = held.flatMap((shown) => {
      if (shown.id !== id) return [shown];
      return activity ? [{ ...shown, activity, before: [...shown.before, shown.activity] }] : [];
    });
    conversations.set(conversationId, changed);
    return held.some((shown) => shown.id === id) ? id : undefined;
  }

  function membersOf(conversationId: string) {
    return (rosters.get(conversationId) ?? []).map(({ objectId, name }) => ({ id: memberIdOf(objectId), objectId, aadObjectId: objectId, name }));
  }

  function replyWithMembers(conversationId: string, memberId: string | undefined): Reply {
    const members = membersOf(conversationId);
    if (!memberId) return { status: 200, body: members };
    const member = members.find(({ id, objectId }) => id === memberId || objectId === memberId);
    return member ? { status: 200, body: member } : refused(404, "MemberNotFoundInConversation");
  }
}

function refused(status: number, code = "Error", retryAfter?: string, shape: BodyShape = "error"): Reply {
  return { status, retryAfter, body: bodies[shape](code, `${code} says the stand-in`) };
}

function refusedBy({ status, code, retryAfter, body }: Exclude<Fault, string>): Reply {
  return refused(status, code, retryAfter, body);
}
