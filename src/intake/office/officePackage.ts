import type { Zip } from "./openZip.ts";
import { readXml, type XmlListener } from "./readXml.ts";

/** The zip of an office file as ISO/IEC 29500-2 packs it: parts with content types, and relations between them. */
export interface OfficePackage {
  readonly zip: Zip;
  /** Content type by part name, both in lower case, for parts that declare their own. */
  readonly contentTypes: ReadonlyMap<string, string>;
}

export interface Relation {
  readonly id: string;
  /** The last word of its type, such as `worksheet`; the rest differs between the standard's two versions. */
  readonly type: string;
  /** A part's name, or somebody else's address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

export async function openPackage(zip: Zip): Promise<OfficePackage> {
  const contentTypes = new Map<string, string>();
  await readPart(zip, "[Content_Types].xml", {
    open(name, { PartName = "", ContentType = "" }) {
      if (name === "Override") contentTypes.set(PartName.replace(/^\//, "").toLowerCase(), ContentType.toLowerCase());
    },
  });
  return { zip, contentTypes };
}

/** What a part points to; nothing when it points nowhere. */
export async function relationsOf(zip: Zip, part: string): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  await readPart(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship") return;
      const external = TargetMode === "External";
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target: external ? Target : resolvePart(folder, Target), external });
    },
  });
  return relations;
}

/** Tells a listener what a part holds, or nothing where there is no such part. @returns whether there is one */
export async function readPart(zip: Zip, name: string, listener: XmlListener): Promise<boolean> {
  const part = zip.read(name);
  if (part) await readXml(part, listener);
  return part !== undefined;
}

function resolvePart(folder: string, target: string): string {
  // Any host will do: it lends the rules of relative addresses. A target that is none names no part.
  return URL.canParse(target, `zip://part/${folder}`) ? decodeURIComponentOrNot(new URL(target, `zip://part/${folder}`).pathname.slice(1)) : target;
}

function decodeURIComponentOrNot(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
