import { z } from "zod";

const text = z.string().nullish();
const named = z.looseObject({ id: z.string().min(1), name: text, aadObjectId: text, role: text });
const idOnly = z.looseObject({ id: z.string().min(1), name: text });

/** What Drumbeat reads of an activity; the rest passes unseen. */
export const Activity = z.looseObject({
  type: z.string().min(1),
  id: text,
  name: text,
  text,
  value: z.unknown().optional(),
  action: text,
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  replyToId: text,
  from: named.nullish(),
  recipient: idOnly,
  conversation: z.looseObject({ id: z.string().min(1), conversationType: text, isGroup: z.boolean().nullish(), tenantId: text }),
  channelData: z
    .looseObject({
      eventType: text,
      tenant: idOnly.nullish().catch(undefined),
      team: idOnly.nullish().catch(undefined),
      channel: idOnly.nullish().catch(undefined),
    })
    .nullish(),
  membersAdded: z.array(named).nullish(),
  membersRemoved: z.array(named).nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
});
export type Activity = z.infer<typeof Activity>;

/** An entity of an activity that names somebody; anything else in the list is left alone. */
export const MentionEntity = z.looseObject({ type: z.literal("mention"), mentioned: named, text });
export type MentionEntity = z.infer<typeof MentionEntity>;

/** An entity that names the message somebody replied to, with the beginning of it. */
export const QuotedReply = z.looseObject({ type: z.literal("quotedReply"), quotedReply: z.looseObject({ preview: z.string() }) });

/**
 * What is attached to a message. A file sent one to one comes as `…file.download.info`; beside any formatted text there is
 * an attachment `text/html` that repeats it, and holds the only trace of a file in a channel.
 */
export const Attachment = z.looseObject({ contentType: z.string(), contentUrl: text, name: text, content: z.unknown().optional() });

/** The content of a `…file.download.info` attachment: an address that needs no sign-in, for a few minutes. */
export const FileDownloadInfo = z.looseObject({ downloadUrl: z.string().min(1).max(8_000) });

/** What a `fileConsent/invoke` carries: what became of an offered file, and where to put it. */
export const FileConsent = z.looseObject({
  action: z.enum(["accept", "decline"]),
  context: z.unknown().optional(),
  uploadInfo: z.looseObject({ name: text, contentUrl: text, uploadUrl: z.string().min(1).max(8_000), uniqueId: text, fileType: text }).nullish(),
});
export type FileConsent = z.infer<typeof FileConsent>;

/** What an `adaptiveCard/action` invoke carries. */
export const ActionValue = z.looseObject({ action: z.looseObject({ verb: text, data: z.unknown().optional() }) });

/** The tenant an activity says it comes from, as many times as it says so. */
export function tenantsOf(activity: Activity): readonly string[] {
  return [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => typeof id === "string" && id !== "") as string[];
}
