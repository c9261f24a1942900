/** What Teams allows a bot in one conversation: so many messages in so many milliseconds. */
const conversationWindows = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];

/** Messages take different times to arrive, where Teams counts them: so much longer than its windows are ours. */
const marginMs = 250;

/** Of a second's requests, what messages of no hurry may use: the rest is left to people who wait for an answer. */
const bulkShare = 0.8;
/** After Teams said to slow down the rate is halved, and doubled again after so long without being told. */
const recoverAfterMs = 10_000;
const slowest = 1 / 16;

const mostInAnyWindow = Math.max(...conversationWindows.map(({ most }) => most));

export interface Pace {
  /**
   * Takes the place of a message of no hurry, if there is one.
   * @returns 0 when it may go now, else the whole seconds after which to ask again; nothing is taken then
   */
  turn(conversationId: string): number;
  /** Milliseconds for which nothing of no hurry may go, to anybody. */
  waitOfAll(): number;
  /** Counts a request that is no message, such as one to a roster. */
  count(): void;
  /** Counts a message that somebody waits for: it goes at once, and the others after it. */
  hurry(conversationId: string): void;
  /** Teams answered 429: everything of no hurry slows down. */
  slowDown(): void;
}

/**
 * Keeps this replica within Teams' limits. A full conversation holds up no other: it is asked about again later.
 *
 * @param perSecond - requests a second that are this replica's share of the tenant's 50
 * @param now - milliseconds of a clock nobody sets back
 */
export function createPace(perSecond: number, now: () => number = () => performance.now()): Pace {
  const sent = new Map<string, number[]>();
  const recent: number[] = [];
  let rate = 1;
  let slowedAt = Number.NEGATIVE_INFINITY;

  return {
    turn(conversationId) {
      const wait = Math.max(waitOfConversation(conversationId), waitOfTenant());
      if (wait === 0) take(conversationId);
      return Math.ceil(wait / 1_000);
    },
    waitOfAll: waitOfTenant,
    count: () => keep(recent, now(), Math.ceil(perSecond)),
    hurry: take,
    slowDown() {
      rate = Math.max(slowest, currentRate() / 2);
      slowedAt = now();
    },
  };

  function take(conversationId: string): void {
    const at = now();
    const times = sent.get(conversationId) ?? [];
    if (times.length === 0) sent.set(conversationId, times);
    keep(times, at, mostInAnyWindow);
    keep(recent, at, Math.ceil(perSecond));
    if (sent.size > 10_000) forgetQuiet(at - 3_600_000);
  }

  function waitOfConversation(conversationId: string): number {
    const times = sent.get(conversationId) ?? [];
    return Math.max(
      0,
      ...conversationWindows.map(({ most, ms }) => {
        const first = times.at(-most);
        return first === undefined ? 0 : first + ms + marginMs - now();
      }),
    );
  }

  function waitOfTenant(): number {
    const allowed = Math.max(1, Math.floor(perSecond * bulkShare * currentRate()));
    const first = recent.at(-allowed);
    return first === undefined ? 0 : Math.max(0, first + 1_000 - now());
  }

  function currentRate(): number {
    const recovered = 2 ** Math.floor((now() - slowedAt) / recoverAfterMs);
    return Math.min(1, rate * recovered);
  }

  function forgetQuiet(oldest: number): void {
    for (const [conversationId, times] of sent) if ((times.at(-1) ?? 0) <= oldest) sent.delete(conversationId);
  }
}

/** Adds a time and lets go of those nobody asks about, seldom, for to move a list costs its length. */
function keep(times: number[], at: number, most: number): void {
  times.push(at);
  if (times.length > 2 * most) times.splice(0, times.length - most);
}
