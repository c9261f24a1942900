import { z } from "zod";

/** What shows that something was done. Kept by reference: the bytes stay where they are. */
export interface Evidence {
  readonly kind: "link" | "file";
  /** Of a link, where it leads: `council.gov.uk`, or the file it names. */
  readonly name: string;
  /** https, at most `longestAddress` characters. */
  readonly address: string;
}

/** Characters; SharePoint's own stay well below. */
export const longestAddress = 600;
/** So many with one update. */
export const mostEvidence = 5;

const Address = z.url({ protocol: /^https$/ }).max(longestAddress);

/** @returns undefined for an address that is not https, is too long, or carries a password */
export function readLink(typed: string): Evidence | undefined {
  if (!Address.safeParse(typed).success) return undefined;
  const url = new URL(typed);
  if (url.username !== "" || url.password !== "" || !url.hostname.includes(".")) return undefined;
  return { kind: "link", name: nameOf(url), address: url.href.length <= longestAddress ? url.href : typed };
}

/** A file that stands where Teams put it. @returns undefined where Teams named no place that can be opened */
export function readFileReference(name: string, address: string | undefined): Evidence | undefined {
  const link = address === undefined ? undefined : readLink(address.trim());
  return link && { ...link, kind: "file", name: name.slice(0, 100).toWellFormed() };
}

/** The links in some words, each once; what cannot be one is left in the words. */
export function linksIn(words: string): Evidence[] {
  const typed = [...words.matchAll(/https:\/\/[^\s<>"“”]+/gi)].map(([found]) => found.replace(/[.,;:!?)\]'’]+$/, ""));
  return once(typed.flatMap((one) => readLink(one) ?? []));
}

/** Each address once, at most `mostEvidence`. */
export function once(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ address }, n) => evidence.findIndex((one) => one.address === address) === n).slice(0, mostEvidence);
}

function nameOf({ hostname, pathname }: URL): string {
  const last = pathname.split("/").at(-1) ?? "";
  const host = hostname.replace(/^www\./, "");
  try {
    const file = decodeURIComponent(last);
    return /\.\w{2,5}$/.test(file) ? `${file} (${host})`.slice(0, 100) : host.slice(0, 100);
  } catch {
    return host.slice(0, 100);
  }
}
