import { roleNames } from "../permission.ts";
import { areaWord } from "../typedRef.ts";

/** What was said after `role`. */
export interface RoleSaid {
  readonly role: (typeof roleNames)[number] | "none";
  /** As typed. */
  readonly area?: string;
  /** The words left, which name the person. */
  readonly who: string;
}

const words = "(?<role>vice[- ]chair|chair|(?:board )?member|sro|workstream lead|(?:programme )?manager|reader|none)";
const area = `(?:\\s+(?:of\\s+|for\\s+)?(?:${areaWord}\\s+)?(?<area>[\\w.]*\\d[\\w.]*))?`;
const roleFirst = new RegExp(`^${words}${area}(?:\\s+(?<who>.*))?$`, "i");
const roleLast = new RegExp(`^(?<who>.+?)\\s+${words}${area}$`, "i");

/** Reads `vice chair @Person`, `@Person sro 2`: the role before the person or after. @returns undefined where no role is named */
export function roleSaid(typed: string): RoleSaid | undefined {
  const said = typed.trim();
  const { role, area, who = "" } = (roleFirst.exec(said) ?? roleLast.exec(said))?.groups ?? {};
  if (role === undefined) return undefined;
  const plain = role
    .toLowerCase()
    .replace("-", " ")
    .replace("workstream lead", "sro")
    .replace(/^(?:board|programme) /, "");
  const named = [...roleNames, "none" as const].find((one) => one === plain);
  return named && { role: named, ...(named === "sro" && area !== undefined && { area }), who: named === "sro" || area === undefined ? who : `${area} ${who}` };
}
