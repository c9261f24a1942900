import { type QueueClient, RestError } from "@azure/storage-queue";
import type { NoticeBoard, StoredDelivery, Ticket } from "../ports.ts";

/** What Azure gives out at once, at most. */
const mostMessages = 32;
const forEver = -1;
/** Azure takes 64 KiB, and what XML makes of the quotes is longer than they are. */
const mostUnits = 16_000;

interface Lease {
  readonly messageId: string;
  readonly popReceipt: string;
}

/** What a message says; what was seen by a release that knows deliveries otherwise is passed over. */
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
  return {
    async queue({ plan, key }, afterSeconds = 0) {
      await client.sendMessage(JSON.stringify({ plan, key } satisfies Queued), { messageTimeToLive: forEver, visibilityTimeout: afterSeconds });
    },

    async queueAsWritten(written) {
      const { plan, key } = written.delivery;
      const whole = JSON.stringify({ plan, key, v, seen: written } satisfies Queued);
      const text = whole.length <= mostUnits ? whole : JSON.stringify({ plan, key } satisfies Queued);
      await client.sendMessage(text, { messageTimeToLive: forEver });
    },

    async take(most) {
      const { receivedMessageItems } = await client.receiveMessages({ numberOfMessages: Math.min(most, mostMessages), visibilityTimeout: leaseSeconds });
      return receivedMessageItems.map(({ messageText, messageId, popReceipt }): Ticket => {
        const { plan, key, seen, v: seenAs } = readQueued(messageText);
        return { plan, key, ...(seenAs === v && { seen }), lease: { messageId, popReceipt } satisfies Lease };
      });
    },

    async finish(ticket) {
      const { messageId, popReceipt } = ticket.lease as Lease;
      await unlessLeaseRanOut(client.deleteMessage(messageId, popReceipt));
    },

    async putBack(ticket, afterSeconds) {
      const { messageId, popReceipt } = ticket.lease as Lease;
      await unlessLeaseRanOut(client.updateMessage(messageId, popReceipt, undefined, afterSeconds));
    },
  };
}

/** What is no message of ours names no delivery, and is taken out like one that is done. */
function readQueued(text: string): Queued {
  try {
    const { plan, key, seen, v } = JSON.parse(text) as Partial<Queued>;
    return typeof plan === "string" && typeof key === "string" ? { plan, key, seen, v } : { plan: "", key: text.slice(0, 100) };
  } catch {
    return { plan: "", key: text.slice(0, 100) };
  }
}

/** Then somebody else has the message, or had it; the delivery's row says what there is to do. */
async function unlessLeaseRanOut(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof RestError && (error.code === "MessageNotFound" || error.code === "PopReceiptMismatch"))) throw error;
  }
}
