type Node = Readonly<Record<string, unknown>>;

export interface FoundAction {
  readonly type: string;
  readonly title: string;
  readonly data: { readonly verb: string };
  readonly fallback: { readonly type: string; readonly data: unknown };
}

/** Every button and every row that can be pressed. */
export function actionsOf(card: object): FoundAction[] {
  return nodesOf(card).filter((node) => node.type === "Action.Execute") as unknown as FoundAction[];
}

/** Every text block, in the order of reading. */
export function textsOf(card: object): { readonly text: string; readonly wrap?: boolean }[] {
  return nodesOf(card).filter((node) => node.type === "TextBlock") as unknown as { text: string; wrap?: boolean }[];
}

/** Every element of a card with the keys given. */
export function nodesOf(node: unknown): Node[] {
  if (typeof node !== "object" || node === null) return [];
  const below = Object.entries(node).flatMap(([key, value]) => (key === "data" ? [] : nodesOf(value)));
  return Array.isArray(node) ? below : [node as Node, ...below];
}

/** What a person reads once Markdown is read: escapes go, paragraphs become lines. */
export function shown(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\u00a0/g, " ")
    .replace(/\n\n/g, "\n");
}
