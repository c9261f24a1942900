import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { checkCard } from "../cards/checkCard.ts";
import { UserError } from "../domain/userError.ts";
import type { Asker, Front, Log, Message, Messenger, SendOutcome, SentFile } from "../ports.ts";
import { keptFile } from "./fileCard.ts";
import type { AttachedFile, Incoming } from "./incoming.ts";
import { accepted, type InvokeAnswer, invokeAnswer, notImplemented } from "./invokeAnswer.ts";
import type { Member } from "./roster.ts";

export interface BotParts {
  readonly front: Front;
  readonly messenger: Messenger;
  /** Finds somebody who was mentioned on the roster of the conversation. */
  readonly findMember: (at: Incoming["replyTo"], memberId: string) => Promise<Member | undefined>;
  readonly files: FileCarrier;
  readonly log: Log;
  /** How long an answer may take before it is announced and given afterwards; Teams gives an invoke 5 s. */
  readonly patienceMs: number;
}

/** Both throw a UserError for what a person should know. */
export interface FileCarrier {
  fetch(address: string, name: string): Promise<Uint8Array>;
  put(address: string, name: string, bytes: Uint8Array): Promise<void>;
}

export interface Bot {
  /** Does what an activity asks for and never throws. @returns the answer an invoke waits for */
  handle(incoming: Incoming): Promise<InvokeAnswer | undefined>;
  /** Resolves when nothing is left to do after answers already given. */
  settled(): Promise<void>;
}

type Pressed = Extract<Incoming, { kind: "press" }>;
type Said = Extract<Incoming, { kind: "message" }>;
type Consented = Extract<Incoming, { kind: "fileConsent" }>;
type Mentioned = Parameters<Front["message"]>[2][number];

const stillWorking: Message = { text: "Still working on it. The answer will appear here.", alert: "Still working on it" };
const reading: Message = { text: "I am reading the file. What I find will appear here.", alert: "Reading the file" };
const stranger: Message = {
  text: "Sorry, Drumbeat can only speak with people who have an account in this organisation. Please ask whoever runs the plan to pass your message on.",
  alert: "Drumbeat does not know you",
};

export function createBot({ front, messenger, findMember, files, log, patienceMs }: BotParts): Bot {
  const inHand = new Set<Promise<void>>();

  return { handle, settled };

  async function handle(incoming: Incoming): Promise<InvokeAnswer | undefined> {
    if (incoming.kind === "press" && incoming.via === "invoke") return handleInvoke(incoming);
    if (incoming.kind === "fileConsent") {
      afterwards(() => carryOut(incoming));
      return accepted;
    }
    await answer(incoming);
    await keepFresh(incoming);
    return incoming.kind === "unknownInvoke" ? notImplemented : undefined;
  }

  async function answer(incoming: Incoming): Promise<void> {
    switch (incoming.kind) {
      case "message":
        if (incoming.files.length > 0) return afterwards(() => answerFiles(incoming));
        return answerInTime(
          incoming,
          ask(incoming, async (asker) => front.message(asker, incoming.words, await people(incoming), [], incoming.messageId)),
          (message) => reply(incoming, message),
        );
      case "press":
        return answerInTime(
          incoming,
          ask(incoming, (asker) => front.press(asker, incoming.data)),
          (message) => replacePressed(incoming, message, { shown: false }),
        );
      case "edited":
        return answerInTime(
          incoming,
          ask(incoming, (asker) => front.edited(asker, incoming.words, incoming.messageId)),
          (message) => reply(incoming, message),
        );
      case "deleted":
        if (incoming.asker) await reply(incoming, await ask(incoming, (asker) => front.deleted(asker, incoming.messageId)));
        return;
      case "arrived":
        if (incoming.asker) await reply(incoming, await ask(incoming, (asker) => front.arrived(asker)));
    }
  }

  /** Nobody waits in silence: what takes long is announced, and the answer comes after. */
  async function answerInTime(incoming: Incoming, work: Promise<Message | undefined>, show: (message: Message | undefined) => Promise<void>): Promise<void> {
    const inTime = await withinPatience(work);
    if (inTime !== stillWorking) return show(inTime);
    await reply(incoming, stillWorking);
    afterwards(async () => show(await work));
  }

  /** Law 7: answers well inside 5 s, then updates the message itself, which would else revert when Teams redraws it. */
  async function handleInvoke(incoming: Pressed): Promise<InvokeAnswer> {
    const work = ask(incoming, (asker) => front.press(asker, incoming.data));
    const inTime = await withinPatience(work);
    afterwards(async () => {
      const message = await work;
      if (message?.card || inTime === stillWorking) await replacePressed(incoming, message, { shown: inTime !== stillWorking });
      // A file is offered by a message of its own.
      if (message?.file && inTime !== stillWorking) await reply(incoming, message);
      await keepFresh(incoming);
    });
    return invokeAnswer(inTime ?? stillWorking);
  }

  async function withinPatience(work: Promise<Message | undefined>): Promise<Message | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const outOfPatience = new Promise<Message>((resolve) => {
      timer = setTimeout(resolve, patienceMs, stillWorking);
    });
    try {
      return await Promise.race([work, outOfPatience]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Law 8: whatever goes wrong becomes something a person can read. */
  async function ask<M extends Message | undefined>({ asker }: Incoming, work: (asker: Asker) => Promise<M>): Promise<M | Message> {
    if (!asker) return stranger;
    try {
      const message = await work(asker);
      if (message?.card) checkCard(message.card);
      return message;
    } catch (error) {
      if (error instanceof UserError) return { text: error.message, alert: error.message };
      return apology(error);
    }
  }

  function apology(error: unknown): Message {
    const logId = randomBytes(4).toString("hex");
    log.error("answer failed", error, { logId });
    const text = `Sorry, something went wrong here, and it is not your doing. Please try again. If it goes wrong again, tell whoever looks after Drumbeat this number: ${logId}.`;
    return { text, alert: "Sorry, something went wrong" };
  }

  /** Teams tells of a message again when it is not answered within 15 s, and a file takes as long as it takes: so this runs after. */
  async function answerFiles(incoming: Said): Promise<void> {
    const work = ask(incoming, (asker) => front.message(asker, incoming.words, [], incoming.files.map(sentFile), incoming.messageId));
    const stop = new AbortController();
    const inTime = await Promise.race([work, wait(patienceMs, reading, { signal: stop.signal })]);
    stop.abort();
    const note = inTime === reading ? await messenger.send(incoming.replyTo, reading) : undefined;
    const message = await work;
    const outcome = message && note?.kind === "sent" ? await messenger.update(incoming.replyTo, note.activityId, message) : undefined;
    if (outcome?.kind !== "sent") await reply(incoming, message);
  }

  function sentFile({ name, address, place }: AttachedFile): SentFile {
    return {
      name,
      ...(place && { place }),
      async read() {
        if (address !== undefined) return files.fetch(address, name);
        throw new UserError(`Teams gave me no way to open ${name}. Send the plan's own file to me one to one, with the paper clip below the message.`);
      },
    };
  }

  /** Makes an offered file, puts it where the person agreed to have it, and says so in place of the offer. */
  async function carryOut(incoming: Consented): Promise<void> {
    const { action, uploadInfo, context } = incoming.consent;
    await replacePressed(
      incoming,
      await ask(incoming, async (asker): Promise<Message> => {
        if (action === "decline" || !uploadInfo) return { text: "You did not take the file. Ask for it again whenever you want it.", alert: "File not taken" };
        const { name, bytes } = await front.fileWanted(asker, context);
        await files.put(uploadInfo.uploadUrl, name, bytes);
        return { alert: `${name} is in your OneDrive`, file: keptFile(name, uploadInfo) };
      }),
      { shown: false },
    );
    await keepFresh(incoming);
  }

  /** In a channel the roster is the team's. */
  async function people({ replyTo, team, mentions }: Said): Promise<Mentioned[]> {
    const roster = { ...replyTo, conversationId: team?.teamId ?? replyTo.conversationId };
    const found = await Promise.all(
      mentions.map(async ({ objectId, memberId, name }) => ({ name, objectId: objectId ?? (await findMember(roster, memberId))?.objectId })),
    );
    return found.filter((person): person is Mentioned => person.objectId !== undefined);
  }

  async function reply({ replyTo }: Incoming, message: Message | undefined): Promise<void> {
    if (!message) return;
    const outcome = await withPatience(() => messenger.send(replyTo, message));
    if (outcome.kind !== "sent") log.warn("reply not sent", { ...outcome });
  }

  /** @param shown - the person has the answer before them, so it need not come again below */
  async function replacePressed(incoming: Pressed | Consented, message: Message | undefined, { shown }: { shown: boolean }): Promise<void> {
    if (!message) return;
    const { pressed, replyTo } = incoming;
    if ((!message.card && incoming.kind === "press") || !pressed) return reply(incoming, message);
    const outcome = await withPatience(() => messenger.update(replyTo, pressed, message));
    if (outcome.kind === "sent") return;
    log.warn("pressed card not replaced", { ...outcome });
    if (!shown) await reply(incoming, message);
  }

  /** Addresses are worth keeping, never worth an unanswered person. */
  async function keepFresh(incoming: Incoming): Promise<void> {
    try {
      if (incoming.kind === "teamLost") await front.teamLost(incoming.teamId);
      else if (incoming.team) await front.teamSeen(incoming.team);
      if (incoming.asker && incoming.kind === "left") await front.left(incoming.asker);
      else if (incoming.asker) await front.heard(incoming.asker);
    } catch (error) {
      log.error("address not kept", error);
    }
  }

  function afterwards(work: () => Promise<void>): void {
    const done = work()
      .catch((error) => log.error("work after an answer failed", error))
      .finally(() => inHand.delete(done));
    inHand.add(done);
  }

  async function settled(): Promise<void> {
    while (inHand.size > 0) await Promise.all(inHand);
  }
}

/** An answer to somebody who waits is tried once more when Teams asks for a short pause. */
async function withPatience(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  const first = await send();
  if (first.kind !== "refused" || first.retryAfterSeconds === undefined || first.retryAfterSeconds > 5) return first;
  await wait(first.retryAfterSeconds * 1000);
  return send();
}
