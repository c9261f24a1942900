/**
 * Makes words show as they were typed where Teams would read Markdown: in TextBlocks, facts, choices and message text.
 * Teams has no switch that turns Markdown off.
 *
 * Backslashes are used only where Markdown would act, since some phones show them; a list marker gets a no-break
 * space instead. A new line becomes a new paragraph, since Markdown joins single lines; blank lines and indents go.
 */
export function escapeMarkdown(words: string): string {
  if (harmless.test(words)) return words;
  return words
    .toWellFormed()
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) => escapeLine(line.replace(controls, "").trim()))
    .filter((line) => line !== "")
    .join("\n\n");
}

/** Most of what is shown: one line in which Markdown finds nothing, and no number that begins a list. */
const harmless = /^(?:[A-Za-z✔⚠]|\d+(?![\d.)]))[A-Za-z0-9 ,;:!?'’"“”()/%£–…·›=.-]*(?<! )$/;

// Invisible, and each costs six bytes of JSON. The tab stays.
const controls = /[\p{Cc}--\t]/gv;

function escapeLine(line: string): string {
  return (
    line
      // The `_` inside a word is left alone, so that addresses stay whole.
      .replace(/[\\*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
      // `~64%` is left alone: only a pair of `~`, or one that ends a word, can strike text through.
      .replace(/(?<=\S)~|~(?=~)/g, "\\~")
      // Tags, mentions (`<at>`) and `<https://…>`; `<5%` is left alone.
      .replace(/<(?=[a-z/!?])/gi, "\\<")
      .replace(/&(?=#?\w+;)/g, "\\&")
      // `[words](address)` and `[words]: address`; the `[...]` that plans are full of is left alone.
      .replace(/\](?=[(:])/g, "\\]")
      // `{{DATE(…)}}` would be rewritten by the card itself.
      .replace(/\{(?=\{)/g, "{\\")
      .replace(/^(?:#|>|-(?=[-\s]*$))/, "\\$&")
      .replace(/^([-+]|\d+[.)])(?:\s+|$)/, "$1\u00a0")
  );
}
