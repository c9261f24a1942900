/**
 * Cuts long text at the end of a word.
 *
 * @param most - length in UTF-16 units of what is kept, the tail not counted
 * @returns the text itself when it is short enough
 */
export function cutAtWord(text: string, most: number, tail = "…"): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most + 1);
  const space = kept.search(/\s\S*$/);
  // A single word longer than half the room is cut inside; toWellFormed mends a character cut in two.
  return (space > most / 2 ? kept.slice(0, space) : text.slice(0, most)).trimEnd().toWellFormed() + tail;
}

/** The beginning of some words on one line, for lists: a new line becomes a dot between. */
export function excerpt(words: string, most: number): string {
  return cutAtWord(words.trim().replace(/\s*[\n\r]+\s*/g, " · "), most);
}

/** The tail of a narrative whose rest is a command away. */
export const moreInHistory = "… (more in history)";
