interface Window {
  readonly most: number;
  readonly ms: number;
}

/** What Teams allows a bot in one conversation: so many messages in so many milliseconds. */
const ofConversation: readonly Window[] = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];

/** What it allows an app in a tenant, requests of every kind. */
const ofTenant: readonly Window[] = [{ most: 50, ms: 1_000 }];

export interface SendingLimits {
  /** Takes a message, or says how many whole seconds to wait; a message refused does not count. */
  message(conversationId: string): number | undefined;
  /** The same of any request. */
  request(): number | undefined;
}

export function createSendingLimits(now: () => number = Date.now): SendingLimits {
  const messages = new Map<string, number[]>();
  const requests: number[] = [];
  return {
    message(conversationId) {
      const times = messages.get(conversationId) ?? [];
      messages.set(conversationId, times);
      return take(times, ofConversation);
    },
    request: () => take(requests, ofTenant),
  };

  function take(times: number[], windows: readonly Window[]): number | undefined {
    const waits = windows.flatMap(({ most, ms }) => {
      const first = times.at(-most);
      return first !== undefined && first + ms > now() ? Math.ceil((first + ms - now()) / 1_000) : [];
    });
    if (waits.length > 0) return Math.max(...waits);
    times.push(now());
    if (times.length > 4_000) times.splice(0, 2_000);
    return undefined;
  }
}
