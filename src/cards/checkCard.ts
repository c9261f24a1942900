/** Bytes of UTF-8 JSON. Teams has refused messages from 28 KB on, of which names and addresses around a card take their part. */
export const mostBytes = 26 * 1024;

const mostActions = 6;

/** Nobody changes a card once it is made, and the largest take a millisecond to measure. */
const good = new WeakSet<object>();
const sizes = new WeakMap<object, number>();

/** @throws RangeError for a card that Teams may refuse, or show without some of its buttons */
export function checkCard(card: object): void {
  if (good.has(card)) return;
  const bytes = bytesOf(card);
  if (bytes > mostBytes) throw new RangeError(`card has ${bytes} bytes, at most ${mostBytes} may be sent`);

  const actions = countActions(card);
  if (actions > mostActions) throw new RangeError(`card has ${actions} actions, at most ${mostActions} may be sent`);
  good.add(card);
}

export function bytesOf(card: object): number {
  const known = sizes.get(card);
  if (known !== undefined) return known;
  const bytes = Buffer.byteLength(JSON.stringify(card));
  sizes.set(card, bytes);
  return bytes;
}

/** Buttons of the card and its action sets; a row's selectAction is no button. */
function countActions(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  if (Array.isArray(node)) return node.reduce((sum: number, item) => sum + countActions(item), 0);
  return Object.entries(node).reduce((sum, [key, value]) => {
    if (key === "data") return sum;
    return sum + (key === "actions" && Array.isArray(value) ? value.length : countActions(value));
  }, 0);
}
