/** What Teams allows a bot in one conversation: so many messages in so many milliseconds. */
const windows = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];

/** @returns takes a message, or says how many whole seconds to wait; a message refused does not count */
export function createSendingLimits(now: () => number = Date.now): (conversationId: string) => number | undefined {
  const taken = new Map<string, number[]>();
  return (conversationId) => {
    const times = taken.get(conversationId) ?? [];
    const waits = windows.flatMap(({ most, ms }) => {
      const first = times.at(-most);
      return first !== undefined && first + ms > now() ? Math.ceil((first + ms - now()) / 1_000) : [];
    });
    if (waits.length > 0) return Math.max(...waits);
    taken.set(conversationId, [...times.slice(-1_800), now()]);
    return undefined;
  };
}
