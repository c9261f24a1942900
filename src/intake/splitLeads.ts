/**
 * Parts the leads of a cell at `, `, ` & ` and line breaks. `C&F` and what stands in brackets are parts of a title,
 * and so is `and`. The cell of a senior responsible officer is never split: its commas belong to one title.
 *
 * @returns each lead once, in the order written, its white space collapsed
 */
export function splitLeads(cell: string): string[] {
  const leads: string[] = [];
  let lead = "";
  let depth = 0;

  for (const piece of cell.split(/([()]|,(?=\s|$)|\s&(?=\s|$)|[\r\n]+)/)) {
    if (piece === "(") depth++;
    if (piece === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && /^(?:,|\s&|[\r\n]+)$/.test(piece)) {
      leads.push(lead);
      lead = "";
    } else lead += piece;
  }
  leads.push(lead);

  const tidy = leads.map((one) => one.replace(/\s+/g, " ").trim());
  return [...new Set(tidy)].filter((one) => one !== "");
}
