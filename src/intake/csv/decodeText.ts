import { UnreadableFile } from "../unreadableFile.ts";

/** A text file's words, and whether its encoding had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly guessed: boolean;
}

/**
 * Reads UTF-8, and UTF-16 where a byte order mark says so. What is neither is taken for Windows-1252, in which Excel writes “CSV” on
 * a British machine: its smart quotes and dashes are bytes that UTF-8 has not. But where more characters are good UTF-8 than
 * are not, the file is UTF-8 that was damaged, and guessing would spoil the good ones.
 *
 * @throws UnreadableFile if it is no text, or damaged
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = decode(bytes, encoding);
  if (text !== undefined) return { text: mustBeText(text), guessed: false };
  if (encoding !== "utf-8" || isMostlyUtf8(bytes))
    throw new UnreadableFile("Some of the file's characters are damaged, so nothing was read; save it again as “CSV UTF-8” and send that.");
  return { text: mustBeText(decode(bytes, "windows-1252") ?? ""), guessed: true };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const words = new TextDecoder().decode(bytes);
  let bad = 0;
  let good = 0;
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    if (code === 0xfffd) bad += 1;
    else if (code > 0x7f) good += 1;
  }
  return good > bad;
}

function mustBeText(text: string): string {
  // The five bytes Windows-1252 leaves out come through as control characters; a spreadsheet writes none but tab and line ends.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]/.test(text))
    throw new UnreadableFile("This is not a kind of file that can be read here; send the plan as .xlsx, .docx or .csv.");
  return text;
}
