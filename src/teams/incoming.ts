import type { Address, Team } from "../domain/person.ts";
import type { Asker, Where } from "../ports.ts";
import { ActionValue, type Activity, Attachment, FileConsent, FileDownloadInfo, MentionEntity, tenantsOf } from "./activity.ts";
import { withQuote } from "./withQuote.ts";

/** Somebody a message mentions; Teams leaves the object id out where the mention was typed by hand. */
export interface Mention {
  readonly memberId: string;
  readonly name: string;
  readonly objectId?: string;
}

/** A file beside a message. */
export interface AttachedFile {
  readonly name: string;
  /** Where Teams says it is; absent where it gives the bot no way to it: in channels, and of pictures. */
  readonly address?: string;
  /** Where it stands for people, for good; absent where Teams does not say. */
  readonly place?: string;
}

/** What an activity means to Drumbeat. */
export type Incoming = Told & {
  /** Where an answer goes: in a channel, the thread. */
  readonly replyTo: Address;
  /** Absent for somebody without an Entra object id, and where nobody speaks. */
  readonly asker?: Asker;
  /** The team it comes from. */
  readonly team?: Team;
};

type Told =
  /** In `words` what was quoted stands in front, its lines beginning with `>`. `messageId` is the conversation's own. */
  | {
      readonly kind: "message";
      readonly words: string;
      readonly mentions: readonly Mention[];
      readonly files: readonly AttachedFile[];
      readonly messageId?: string;
    }
  /** A button: Action.Execute comes as an invoke and waits for its answer, Action.Submit as a message. */
  | { readonly kind: "press"; readonly via: "invoke" | "submit"; readonly data: unknown; readonly pressed?: string }
  /** What a person said to a file that was offered. */
  | { readonly kind: "fileConsent"; readonly consent: FileConsent; readonly pressed?: string }
  /** A message of before was changed, or taken away. `messageId` is that message's. */
  | { readonly kind: "edited"; readonly words: string; readonly messageId: string }
  | { readonly kind: "deleted"; readonly messageId: string }
  | { readonly kind: "arrived" }
  /** Somebody has removed the app from their own chats. */
  | { readonly kind: "left" }
  | { readonly kind: "teamLost"; readonly teamId: string }
  | { readonly kind: "unknownInvoke"; readonly name: string }
  /** Typing, reactions, other bots and whatever Teams may think of next. */
  | { readonly kind: "quiet" };

/** @param local - take the sender's id for an object id where there is none, as trial clients send it */
export function readIncoming(activity: Activity, local: boolean): Incoming {
  const replyTo: Address = {
    serviceUrl: activity.serviceUrl,
    conversationId: activity.conversation.id,
    tenantId: tenantsOf(activity)[0] ?? "local",
    botId: activity.recipient.id,
  };
  return { ...told(activity), replyTo, asker: readAsker(activity, replyTo, local), team: readTeam(activity, replyTo) };
}

function told(activity: Activity): Told {
  switch (activity.type) {
    case "message":
      return isFromBot(activity) ? { kind: "quiet" } : toldByMessage(activity);
    case "messageUpdate":
      return edited(activity);
    case "messageDelete":
      return isAlone(activity) && activity.id ? { kind: "deleted", messageId: activity.id } : { kind: "quiet" };
    case "invoke":
      return toldByInvoke(activity);
    case "installationUpdate":
      return installed(activity);
    case "conversationUpdate":
      return botRemoved(activity) || activity.channelData?.eventType === "teamDeleted" ? lost(activity) : arrived(activity);
    default:
      return { kind: "quiet" };
  }
}

/** Two bots that answer each other never end. */
function isFromBot({ from, recipient }: Activity): boolean {
  return from?.role === "bot" || from?.id === recipient.id || from?.id.startsWith("28:") === true;
}

/** In a channel the first answer stands: another below an old thread would be noise to everybody. A deletion that is undone changes nothing. */
function edited(activity: Activity): Told {
  if (!isAlone(activity) || !activity.id || isFromBot(activity) || activity.channelData?.eventType === "undeleteMessage") return { kind: "quiet" };
  const said = toldByMessage(activity);
  return said.kind === "message" ? { kind: "edited", words: said.words, messageId: activity.id } : { kind: "quiet" };
}

/** An upgrade of the app comes as `remove-upgrade` and `add-upgrade`, and nobody has gone. */
function installed(activity: Activity): Told {
  if (activity.action === "remove") return lost(activity);
  return activity.action === "remove-upgrade" ? { kind: "quiet" } : arrived(activity);
}

function isAlone(activity: Activity): boolean {
  return whereOf(activity).kind === "personal";
}

function toldByMessage(activity: Activity): Told {
  if (isObject(activity.value) && !activity.text?.trim())
    return { kind: "press", via: "submit", data: activity.value, pressed: activity.replyToId ?? undefined };
  const mentions = (activity.entities ?? []).flatMap((entity) => MentionEntity.safeParse(entity).data ?? []);
  const others = mentions.filter(({ mentioned }) => mentioned.id !== activity.recipient.id);
  const words = wordsOf(activity, mentions);
  const messageId = activity.id ? { messageId: activity.id } : {};
  return { kind: "message", words: withQuote(activity, words), mentions: others.map(readMention), files: filesOf(activity, words), ...messageId };
}

const pictures = [
  ["image/", "the picture"],
  ["audio/", "the recording"],
  ["video/", "the film"],
] as const;

/** Quotes and cards leave the same trace as a file in a channel, and pictures adorn messages: these count only where nothing else was said. */
function filesOf({ attachments }: Activity, words: string): AttachedFile[] {
  const attached = (attachments ?? []).flatMap((one) => Attachment.safeParse(one).data ?? []);
  const files = attached.flatMap(({ contentType, contentUrl, name, content }): AttachedFile[] => {
    if (contentType === "application/vnd.microsoft.teams.file.download.info")
      return [{ name: name || "the file", address: FileDownloadInfo.safeParse(content).data?.downloadUrl, ...(contentUrl && { place: contentUrl }) }];
    return [];
  });
  const pictured = pictures.find(([type]) => attached.some(({ contentType }) => contentType.startsWith(type)))?.[1];
  const isTraced = attached.some(({ contentType, content }) => contentType === "text/html" && /<attachment\s/i.test(String(content)));
  return files.length === 0 && (isTraced || pictured) && words === "" ? [{ name: pictured ?? "the file" }] : files;
}

/** Teams writes a mention as `<at>Name</at>` and leaves `&nbsp;` about; the bot's own goes, the others become names. */
function wordsOf(activity: Activity, mentions: readonly MentionEntity[]): string {
  const said = mentions.reduce((words, { mentioned, text }) => {
    if (!text) return words;
    return words.replaceAll(text, mentioned.id === activity.recipient.id ? " " : (mentioned.name ?? text.replace(/<\/?at[^>]*>/g, "")));
  }, activity.text ?? "");
  return said
    .replace(/&nbsp;|\u00a0/g, " ")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

function readMention({ mentioned }: MentionEntity): Mention {
  return { memberId: mentioned.id, name: mentioned.name ?? "", objectId: mentioned.aadObjectId?.toLowerCase() };
}

function toldByInvoke(activity: Activity): Told {
  const name = activity.name ?? "";
  const consent = name === "fileConsent/invoke" ? FileConsent.safeParse(activity.value).data : undefined;
  if (consent) return { kind: "fileConsent", consent, pressed: activity.replyToId ?? undefined };
  if (name !== "adaptiveCard/action") return { kind: "unknownInvoke", name };
  const action = ActionValue.safeParse(activity.value).data?.action;
  const data = isObject(action?.data) ? { ...(action.verb && { verb: action.verb }), ...action.data } : action?.data;
  return { kind: "press", via: "invoke", data, pressed: activity.replyToId ?? undefined };
}

function arrived(activity: Activity): Told {
  const someoneCame = activity.type === "installationUpdate" || (activity.membersAdded ?? []).length > 0;
  return someoneCame && isAlone(activity) ? { kind: "arrived" } : { kind: "quiet" };
}

function lost(activity: Activity): Told {
  const teamId = activity.channelData?.team?.id;
  if (teamId) return { kind: "teamLost", teamId };
  return isAlone(activity) ? { kind: "left" } : { kind: "quiet" };
}

function botRemoved(activity: Activity): boolean {
  return (activity.membersRemoved ?? []).some(({ id }) => id === activity.recipient.id);
}

function readAsker(activity: Activity, replyTo: Address, local: boolean): Asker | undefined {
  const { from } = activity;
  const objectId = from?.aadObjectId || (local ? from?.id : undefined);
  if (!from || !objectId || from.id === activity.recipient.id) return undefined;
  const where = whereOf(activity);
  const address = where.kind === "channel" ? { ...replyTo, conversationId: where.channelId } : replyTo;
  return { objectId: objectId.toLowerCase(), name: from.name ?? "", where, address };
}

function readTeam(activity: Activity, { serviceUrl, tenantId, botId }: Address): Team | undefined {
  const team = activity.channelData?.team;
  return team ? { teamId: team.id, serviceUrl, tenantId, botId, ...(team.name && { name: team.name }) } : undefined;
}

/** Whatever is not said to be personal is a group: what is personal is shown a plan. */
function whereOf({ conversation, channelData }: Activity): Where {
  const [channelId = conversation.id, threadId] = conversation.id.split(";messageid=");
  const { team, channel } = channelData ?? {};
  const type = conversation.conversationType || (conversation.isGroup ? "groupChat" : "personal");
  if (type !== "channel" && !team) return type === "personal" ? { kind: "personal" } : { kind: "group" };
  return { kind: "channel", teamId: team?.id ?? channelId, channelId, ...(threadId && { threadId }), ...(channel?.name && { name: channel.name }) };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
