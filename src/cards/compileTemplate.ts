/** Fills one place of a template. @param data - what a plain name is looked up in: the item that is repeated, else the root */
type Fill = (data: unknown, root: unknown) => unknown;

/** Makes words show as they stand where Markdown is read. */
type Show = (words: string) => string;

/**
 * Makes of a template a function that fills it. Microsoft's own engine works each expression out from its tree, for every
 * card: a tenth of what an answer costs. This one knows as much of the language as the templates use, and with that does
 * as Microsoft's does, which a test holds it to: `$data` that repeats an element, `$when`, and in texts
 * `${name.of[0].field}`, `${exists(name)}`, `${!exists(name)}` and `${name == 'word'}`.
 *
 * @param show - for texts in which hosts read Markdown, the template's and the data's; inside `data` nothing is touched
 * @throws Error, when it is made, for an expression of another kind
 */
export function compileTemplate(payload: unknown, show: Show): (root: object) => unknown {
  const fill = compile(payload, "", show);
  return (root) => fill(root, root);
}

/** @param within - the field in which a node stands, through lists */
function compile(node: unknown, within: string, show: Show): Fill {
  if (typeof node === "string") return compileText(node);
  if (typeof node !== "object" || node === null) return () => node;
  if (!Array.isArray(node)) return compileElement(node as Readonly<Record<string, unknown>>, within, show);

  const items = node.map((item) => compile(item, within, show));
  return (data, root) => items.flatMap((fill) => fill(data, root) ?? []);
}

/** Repeated for each item where its `$data` is a list; undefined where its `$when` is not true. */
function compileElement({ $data, $when, ...element }: Readonly<Record<string, unknown>>, within: string, show: Show): Fill {
  const markdown = readAsMarkdown(element, within);
  const fields = Object.entries(element).map(([key, value]) => [key, compileField(key, value, markdown, show)] as const);
  const items = $data === undefined ? undefined : compileText(String($data));
  const when = $when === undefined ? undefined : compileText(String($when));
  const fill: Fill = (data, root) => {
    if (when && when(data, root) !== true) return undefined;
    const filled: Record<string, unknown> = {};
    for (const [key, fillField] of fields) {
      const value = fillField(data, root);
      if (value !== undefined) filled[key] = value;
    }
    return filled;
  };
  if (!items) return fill;
  return (data, root) => {
    const its = items(data, root);
    return Array.isArray(its) ? its.flatMap((item) => fill(item, root) ?? []) : fill(its, root);
  };
}

function compileField(key: string, value: unknown, markdown: readonly string[], show: Show): Fill {
  if (key === "data") return compile(value, "", (words) => words);
  if (typeof value !== "string") return compile(value, key, show);

  const fill = compileText(value);
  return (data, root) => {
    const filled = fill(data, root);
    if (typeof filled === "string") return markdown.includes(key) ? show(filled) : filled;
    return escapeTexts(filled, key, show);
  };
}

/** Where hosts read Markdown. Labels and values of inputs and titles of actions are shown as they are. */
function readAsMarkdown(element: object, within: string): readonly string[] {
  if ("type" in element) return element.type === "TextBlock" ? ["text"] : [];
  return within === "facts" ? ["title", "value"] : within === "choices" ? ["title"] : [];
}

/** Of parts that come from the data whole, such as facts and choices. */
function escapeTexts(node: unknown, within: string, show: Show): unknown {
  if (Array.isArray(node)) return node.map((item) => escapeTexts(item, within, show));
  if (typeof node !== "object" || node === null) return node;

  const markdown = readAsMarkdown(node, within);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === "data") return [key, value];
      if (typeof value === "string") return [key, markdown.includes(key) ? show(value) : value];
      return [key, escapeTexts(value, key, show)];
    }),
  );
}

/** An expression alone keeps what it finds, be it a list; among words it becomes words. What is missing shows as it is written. */
function compileText(text: string): Fill {
  const [before = "", ...found] = text.split(/(\$\{[^}]*\})/);
  const [only, after] = found;
  if (only === undefined) return () => text;
  if (before === "" && after === "" && found.length === 2) return compileExpression(only);
  const parts = found.map((part, n) => (n % 2 === 0 ? compileExpression(part) : () => part));
  return (data, root) => parts.reduce((words, fill) => words + String(fill(data, root)), before);
}

/** @param written - with its `${}` */
function compileExpression(written: string): Fill {
  const words = written.slice(2, -1);
  const [, not, asked] = /^(!?)exists\((.+)\)$/.exec(words) ?? [];
  if (asked !== undefined) {
    const find = compilePath(asked, written);
    return (data, root) => ((find(data, root) ?? undefined) !== undefined) === (not === "");
  }
  const [, name, word] = /^(\S+) == '([^']*)'$/.exec(words) ?? [];
  if (name !== undefined) {
    const find = compilePath(name, written);
    return (data, root) => find(data, root) === word;
  }
  const find = compilePath(words, written);
  return (data, root) => find(data, root) ?? written;
}

function compilePath(path: string, written: string): Fill {
  if (!/^[$\w]+(?:\.\w+|\[\d+\])*$/.test(path)) throw new Error(`a card's template may not say ${written}: compileTemplate.ts tells what it may`);
  const [first = "", ...others] = path.split(/[.[\]]+/).filter((step) => step !== "");
  const steps = first.startsWith("$") ? others : [first, ...others];
  return (data, root) =>
    steps.reduce((found: unknown, step) => (found as Readonly<Record<string, unknown>> | null | undefined)?.[step], first === "$root" ? root : data);
}
