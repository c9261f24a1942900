import { readPart } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import { isOn } from "./isOn.ts";

/** What a paragraph or run takes over from its style. */
export interface WordStyle {
  /** 0 for the document's title, 1 for a first heading; nothing where it is no heading. */
  readonly headingLevel?: number;
  readonly isCaption: boolean;
  readonly bold: boolean;
  readonly list?: ListPlace;
}

/** A paragraph's place in a list: which list, and how deep from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface WrittenStyle {
  name: string;
  basedOn?: string;
  outline?: number;
  bold?: boolean;
  list?: string;
  listLevel?: number;
}

export const plainStyle: WordStyle = { isCaption: false, bold: false };

/** Reads the styles of a document by their id, each with what it takes over from the style it is based on. */
export async function readWordStyles(zip: Zip, part: string): Promise<ReadonlyMap<string, WordStyle>> {
  const written = new Map<string, WrittenStyle>();
  let style: WrittenStyle | undefined;
  await readPart(zip, part, {
    open(element, attributes) {
      const { styleId = "", val = "" } = attributes;
      if (element === "style") {
        style = { name: "" };
        written.set(styleId, style);
      } else if (!style) return;
      else if (element === "name") style.name = val.toLowerCase();
      else if (element === "basedOn") style.basedOn = val;
      else if (element === "outlineLvl") style.outline = Number(val);
      else if (element === "b") style.bold = isOn(attributes);
      else if (element === "numId") style.list = val;
      else if (element === "ilvl") style.listLevel = Number(val);
    },
    close(element) {
      if (element === "style") style = undefined;
    },
  });
  return new Map([...written.keys()].map((id) => [id, withInherited(id, written)]));
}

function withInherited(id: string, written: ReadonlyMap<string, WrittenStyle>): WordStyle {
  const chain: WrittenStyle[] = [];
  for (let style = written.get(id); style && !chain.includes(style) && chain.length < 20; style = written.get(style.basedOn ?? "")) chain.push(style);
  const first = <Key extends keyof WrittenStyle>(key: Key) => chain.find((style) => style[key] !== undefined)?.[key];

  const list = first("list");
  return {
    headingLevel: headingLevel(chain, first("outline")),
    isCaption: chain.some(({ name }) => name === "caption"),
    bold: first("bold") ?? false,
    ...(list && list !== "0" && { list: { list, level: first("listLevel") ?? 0 } }),
  };
}

/** The built-in names are English in every language of Word. */
function headingLevel(chain: readonly WrittenStyle[], outline: number | undefined): number | undefined {
  if (outline !== undefined) return outline < 9 ? outline + 1 : undefined;
  for (const { name } of chain) {
    if (name === "title") return 0;
    const level = /^heading (\d)$/.exec(name)?.[1];
    if (level) return Number(level);
  }
  return undefined;
}
