import { type Activity, Attachment, QuotedReply } from "./activity.ts";

const quote = /<blockquote\b[^>]*schema\.skype\.com\/Reply[^>]*>([\s\S]*?)<\/blockquote>/gi;

/**
 * Puts what a reply quotes in front of its words, on lines that begin with `>`. Teams says it in the HTML beside the
 * message (`blockquote … schema.skype.com/Reply`, with a preview of what is quoted), newer clients in an entity
 * `quotedReply`; the plain text holds the quote on some clients and not on others.
 */
export function withQuote(activity: Activity, words: string): string {
  const html = htmlOf(activity);
  const blocks = [...html.matchAll(quote)].map(([, inside = ""]) => textOf(previewIn(inside)));
  const previews = (activity.entities ?? []).flatMap((entity) => QuotedReply.safeParse(entity).data?.quotedReply.preview ?? []);
  const quoted = [...blocks, ...previews].join("\n").trim();
  const own = words.replace(/<quoted\b[^>]*>(?:\s*<\/quoted>)?/gi, " ").trim();
  if (quoted === "") return own;
  const lines = quoted.split("\n").map((line) => `> ${line.trim()}`);
  return [...lines, blocks.length > 0 ? textOf(html.replace(quote, "\n")) : own].join("\n");
}

function htmlOf({ attachments }: Activity): string {
  const attached = (attachments ?? []).flatMap((one) => Attachment.safeParse(one).data ?? []);
  return attached.flatMap(({ contentType, content }) => (contentType === "text/html" && typeof content === "string" ? [content] : [])).join("\n");
}

/** Without the name and the time of whoever is quoted. */
function previewIn(inside: string): string {
  return /<p\b[^>]*itemprop="?(?:preview|copy)[^>]*>([\s\S]*?)<\/p>/i.exec(inside)?.[1] ?? inside.replace(/<strong\b[\s\S]*?<\/strong>/i, "");
}

function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;|\u00a0/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}
