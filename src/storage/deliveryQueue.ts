import { type QueueClient, RestError } from "@azure/storage-queue";
import type { NoticeBoard, StoredDelivery, Ticket } from "../ports.ts";
import { gathering } from "./gathering.ts";

/** What Azure gives out at once, at most. */
const mostMessages = 32;
const forEver = -1;
/** Azure takes 64 KiB, and what XML makes of the quotes is longer than they are. */
const mostUnits = 16_000;

/** So many deliveries are named by one message: whoever takes it has them done soon, and others find something to do. */
const mostTogether = 8;

/** A message that was taken. */
interface Taken {
  readonly messageId: string;
  readonly popReceipt: string;
  /** Leases of its tickets that are neither finished nor put back. */
  readonly inHand: Set<Lease>;
  readonly putBack: { readonly queued: Queued; readonly afterSeconds: number }[];
}

/** A ticket's own. */
interface Lease {
  readonly of: Taken;
}

/** What a message says of a delivery; what was seen by a release that knows deliveries otherwise is passed over. */
type Queued = Pick<Ticket, "plan" | "key" | "seen"> & { readonly v?: number };

/**
 * The queue's half of the notice board.
 *
 * @param leaseSeconds - real time for which a message taken is unseen by others
 * @param v - of the shape in which this release knows a delivery
 */
export function openDeliveryQueue(
  client: QueueClient,
  leaseSeconds: number,
  v: number,
): Pick<NoticeBoard, "queue" | "take" | "finish" | "putBack"> & { queueAsWritten(written: StoredDelivery): Promise<void> } {
  const sendTogether = gathering(
    async (texts: readonly string[]) => {
      await client.sendMessage(`[${texts.join(",")}]`, { messageTimeToLive: forEver });
      return texts.map(() => undefined);
    },
    (texts, next) => texts.length < mostTogether && [...texts, next].join(",").length <= mostUnits,
  );

  return {
    async queue({ plan, key }) {
      await sendTogether(JSON.stringify({ plan, key } satisfies Queued));
    },

    async queueAsWritten(written) {
      const { plan, key } = written.delivery;
      const whole = JSON.stringify({ plan, key, v, seen: written } satisfies Queued);
      await sendTogether(whole.length <= mostUnits ? whole : JSON.stringify({ plan, key } satisfies Queued));
    },

    async take(most) {
      const { receivedMessageItems } = await client.receiveMessages({ numberOfMessages: Math.min(most, mostMessages), visibilityTimeout: leaseSeconds });
      return receivedMessageItems.flatMap(({ messageText, messageId, popReceipt }): Ticket[] => {
        const taken: Taken = { messageId, popReceipt, inHand: new Set(), putBack: [] };
        return readQueued(messageText).map(({ plan, key, seen, v: seenAs }) => {
          const lease: Lease = { of: taken };
          taken.inHand.add(lease);
          return { plan, key, ...(seenAs === v && { seen }), lease };
        });
      });
    },

    async finish({ lease }) {
      await letGo(lease as Lease);
    },

    async putBack({ lease, plan, key, seen }, afterSeconds) {
      await letGo(lease as Lease, { queued: { plan, key, ...(seen && { v, seen }) }, afterSeconds });
    },
  };

  /** When nothing of a message is in hand any more, it is taken away, or names what was put back. */
  async function letGo(lease: Lease, back?: Taken["putBack"][number]): Promise<void> {
    const { messageId, popReceipt, inHand, putBack } = lease.of;
    if (!inHand.delete(lease)) return;
    if (back) putBack.push(back);
    if (inHand.size > 0) return;
    if (putBack.length === 0) return unlessLeaseRanOut(client.deleteMessage(messageId, popReceipt));
    const text = JSON.stringify(putBack.map(({ queued }) => queued));
    return unlessLeaseRanOut(client.updateMessage(messageId, popReceipt, text, Math.min(...putBack.map(({ afterSeconds }) => afterSeconds))));
  }
}

/** What is no message of ours names no delivery, and is taken out like one that is done. */
function readQueued(text: string): readonly Queued[] {
  try {
    const said: unknown = JSON.parse(text);
    if (Array.isArray(said) && said.length > 0 && said.every(namesDelivery)) return said;
  } catch {
    // Then it is none of ours.
  }
  return [{ plan: "", key: text.slice(0, 100) }];
}

function namesDelivery(one: Partial<Queued> | null): one is Queued {
  return typeof one?.plan === "string" && typeof one.key === "string";
}

/** Then somebody else has the message, or had it; the delivery's row says what there is to do. */
async function unlessLeaseRanOut(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof RestError && (error.code === "MessageNotFound" || error.code === "PopReceiptMismatch"))) throw error;
  }
}
