import type { Evidence } from "../domain/evidence.ts";
import { cutAtWord } from "./cutAtWord.ts";

/** Evidence as a row to press, which opens where it stands. */
export interface EvidenceLink {
  readonly words: string;
  readonly url: string;
}

/** @param most - so many are links; the last of them says how many more there are */
export function evidenceLinks(evidence: readonly Evidence[] = [], most: number): EvidenceLink[] {
  const shown = evidence.slice(0, most);
  const left = evidence.length - shown.length;
  return shown.map(({ kind, name, address }, n) => ({
    words: `Evidence: ${name}${kind === "file" ? " (file)" : ""}${n === shown.length - 1 && left > 0 ? `, and ${left} more` : ""} ›`,
    url: address,
  }));
}

/** The names alone, where a card has no room for addresses. */
export function evidenceNames(evidence: readonly Evidence[] = []): string {
  return evidence.length === 0 ? "" : `Evidence: ${cutAtWord(evidence.map(({ name }) => name).join(", "), 100)}`;
}
