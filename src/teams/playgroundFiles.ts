import { randomUUID } from "node:crypto";
import { escapeMarkdown } from "../cards/escape.ts";
import type { Address } from "../domain/person.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, Front, MadeFile, Message } from "../ports.ts";

/** So many of the last offers can be opened. */
const mostOffers = 50;

/**
 * The Agents Playground cannot show a file that is offered. There a link to this machine stands in its place, and opening
 * it is the yes; Teams never sees one.
 */
export interface PlaygroundFiles {
  /** Remembers who it is that speaks in a chat of their own. */
  heard(asker: Asker | undefined): void;
  /** @param url - of this server */
  servedAt(url: string): void;
  /** The message as the Playground can show it; any other as it is. */
  shown(to: Address, message: Message): Message;
  /** Makes what a link leads to. @throws UserError when it leads to nothing, or to nothing of theirs */
  open(id: string, front: Front): Promise<MadeFile>;
}

export function createPlaygroundFiles(): PlaygroundFiles {
  const askers = new Map<string, Asker>();
  const offers = new Map<string, { readonly conversationId: string; readonly wanted: object }>();
  let base: string | undefined;

  return {
    heard(asker) {
      if (asker?.where.kind === "personal" && isPlayground(asker.address)) askers.set(asker.address.conversationId, asker);
    },

    servedAt(url) {
      base = url;
    },

    shown(to, message) {
      const { file, ...rest } = message;
      if (base === undefined || file?.kind !== "offered" || !isPlayground(to)) return message;
      const id = randomUUID();
      for (const [oldest] of offers) if (offers.size >= mostOffers) offers.delete(oldest);
      offers.set(id, { conversationId: to.conversationId, wanted: file.wanted });
      const link = `${escapeMarkdown(file.description)}: [${escapeMarkdown(file.name)}](${base}/files/${id}). In Teams it comes as a file to allow.`;
      return { ...rest, text: rest.text ? `${rest.text}\n\n${link}` : link };
    },

    async open(id, front) {
      const offer = offers.get(id);
      const asker = offer && askers.get(offer.conversationId);
      if (!asker) throw new UserError("There is no such file any more: ask for it again in the chat.");
      return front.fileWanted(asker, offer.wanted);
    },
  };
}

/** Where the Playground listens for what a bot sends. */
function isPlayground({ serviceUrl }: Address): boolean {
  const { protocol, pathname } = new URL(serviceUrl);
  return protocol === "http:" && pathname.startsWith("/_connector");
}
