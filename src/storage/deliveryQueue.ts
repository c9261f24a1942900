import { type QueueClient, RestError } from "@azure/storage-queue";
import type { NoticeBoard, Ticket } from "../ports.ts";

/** What Azure gives out at once, at most. */
const mostMessages = 32;
const forEver = -1;

interface Lease {
  readonly messageId: string;
  readonly popReceipt: string;
}

/** The queue's half of the notice board. @param leaseSeconds - real time for which a message taken is unseen by others */
export function openDeliveryQueue(client: QueueClient, leaseSeconds: number): Pick<NoticeBoard, "queue" | "take" | "finish" | "putBack"> {
  return {
    async queue({ plan, key }, afterSeconds = 0) {
      await client.sendMessage(JSON.stringify({ plan, key }), { messageTimeToLive: forEver, visibilityTimeout: afterSeconds });
    },

    async take(most) {
      const { receivedMessageItems } = await client.receiveMessages({ numberOfMessages: Math.min(most, mostMessages), visibilityTimeout: leaseSeconds });
      return receivedMessageItems.map(({ messageText, messageId, popReceipt }): Ticket => {
        const { plan, key } = JSON.parse(messageText) as Pick<Ticket, "plan" | "key">;
        return { plan, key, lease: { messageId, popReceipt } satisfies Lease };
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

/** Then somebody else has the message, or had it; the delivery's row says what there is to do. */
async function unlessLeaseRanOut(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof RestError && (error.code === "MessageNotFound" || error.code === "PopReceiptMismatch"))) throw error;
  }
}
