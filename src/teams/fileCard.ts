import type { KeptFile, OfferedFile } from "../ports.ts";
import type { FileConsent } from "./activity.ts";
import type { OutAttachment } from "./connector.ts";

/** How Teams shows a file that is offered, with Allow and Decline, and one that was put into the person's OneDrive. */
export function fileCard(file: OfferedFile | KeptFile): OutAttachment {
  if (file.kind === "kept") {
    const { name, address, uniqueId, fileType } = file;
    return { contentType: "application/vnd.microsoft.teams.card.file.info", contentUrl: address, name, content: { uniqueId, fileType } };
  }
  const { name, description, bytes, wanted } = file;
  const content = { description, sizeInBytes: bytes, acceptContext: wanted, declineContext: wanted };
  return { contentType: "application/vnd.microsoft.teams.card.file.consent", name, content };
}

/** @param made - the name it was made under; OneDrive gives another where there was one of that name */
export function keptFile(made: string, { name, contentUrl, uniqueId, fileType }: NonNullable<FileConsent["uploadInfo"]>): KeptFile {
  return { kind: "kept", name: name || made, address: contentUrl ?? "", uniqueId: uniqueId ?? "", fileType: fileType || made.replace(/^.*\./, "") };
}
