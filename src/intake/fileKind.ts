import { Buffer } from "node:buffer";
import type { OfficePackage } from "./office/officePackage.ts";

/** Says what a file is by its first bytes, whatever it is called. @returns `zip`, `text`, or a sentence saying why it cannot be read */
export function kindOfBytes(bytes: Uint8Array): { kind: "zip" | "text" } | { kind: "refused"; sentence: string } {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return { kind: "zip" };
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return { kind: "refused", sentence: whatOldFileIs(bytes) };
  const other = signatures.find(([signature]) => signature.test(start));
  if (other) return { kind: "refused", sentence: other[1] };
  return { kind: "text" };
}

/** Says what an office file is by the content types of its parts. @returns the part that holds its text, or a sentence saying why it cannot be read */
export function kindOfPackage({ zip, contentTypes }: OfficePackage): { kind: "xlsx" | "docx"; part: string } | { kind: "refused"; sentence: string } {
  if (contentTypes.size === 0) return { kind: "refused", sentence: zip.names.has("content.xml") ? openDocument : unknownZip };
  // The macros themselves tell, besides the name: a file is renamed more easily than emptied.
  const macros = [...zip.names].some((name) => name.endsWith("vbaproject.bin"));
  for (const [part, type] of contentTypes) {
    if (/\.sheet\.binary\./.test(type)) return { kind: "refused", sentence: binaryWorkbook };
    if (/(spreadsheetml|ms-excel)\.(sheet|template)\b.*\.main\+xml$/.test(type))
      return macros || type.includes("macroenabled") ? { kind: "refused", sentence: workbookWithMacros } : { kind: "xlsx", part };
    if (/(wordprocessingml|ms-word)\.(document|template)\b.*\.main\+xml$/.test(type))
      return macros || type.includes("macroenabled") ? { kind: "refused", sentence: documentWithMacros } : { kind: "docx", part };
    if (/presentationml/.test(type)) return { kind: "refused", sentence: `This is a presentation; ${whatToSend}` };
  }
  return { kind: "refused", sentence: unknownZip };
}

const whatToSend = "send the plan as .xlsx, .docx or .csv.";
const openDocument = "This is an OpenDocument file; save it as .xlsx or .docx and send that.";
const unknownZip = `This zip file is neither an Excel workbook nor a Word document; ${whatToSend}`;
const binaryWorkbook = "This is a binary workbook (.xlsb); save it as an Excel Workbook (.xlsx) and send that.";
const workbookWithMacros = "This workbook carries macros, which are not opened here; save it as an Excel Workbook (.xlsx), without macros, and send that.";
const documentWithMacros = "This document carries macros, which are not opened here; save it as a Word Document (.docx), without macros, and send that.";
const picture = `This is a picture; ${whatToSend}`;

const signatures: readonly [RegExp, string][] = [
  [/^%PDF-/, `This is a PDF, whose tables cannot be read reliably; ${whatToSend}`],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyp(hei|mif|avif))/s, picture],
  [/^\{\\rtf/, "This is a rich text file (.rtf); save it as a Word Document (.docx) and send that."],
  [
    /^(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|table|meta|style|\?xml)\b/i,
    "This is a web page or XML file, whatever its name says; open it in Excel, save it as an Excel Workbook (.xlsx) and send that.",
  ],
  [/^(7z\xbc\xaf|Rar!)/, `This is a packed archive; take the plan out of it and ${whatToSend}`],
];

/** Excel and Word before 2007, and today's behind a password, all share one container. Its directory names its parts in UTF-16. */
function whatOldFileIs(bytes: Uint8Array): string {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (part: string) => container.includes(Buffer.from(`${part}\0`, "utf16le"));
  if (holds("EncryptedPackage")) return "The file is protected by a password, so nothing could be read; save it without the password and send that.";
  if (holds("Workbook") || holds("Book")) return "This is an Excel file of the old kind (.xls); save it as an Excel Workbook (.xlsx) and send that.";
  if (holds("WordDocument")) return "This is a Word file of the old kind (.doc); save it as a Word Document (.docx) and send that.";
  return `This is an Office file of an old kind; ${whatToSend}`;
}
