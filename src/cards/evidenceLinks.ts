import type { Evidence } from "../domain/evidence.ts";

/** Evidence as a row to press, which opens where it stands. */
export interface EvidenceLink {
  readonly words: string;
  readonly url: string;
}

/** @param most - so many are links; the rest is counted on the last of them */
export function evidenceLinks(evidence: readonly Evidence[] = [], most: number): EvidenceLink[] {
  const shown = evidence.slice(0, most);
  const left = evidence.length - shown.length;
  return shown.map(({ kind, name, address }, n) => ({
    words: `Evidence: ${name}${kind === "file" ? " (file)" : ""}${n === shown.length - 1 && left > 0 ? `, and ${left} more in history` : ""} ›`,
    url: address,
  }));
}
