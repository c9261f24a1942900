/** A reference as people type it: `2.1.1-3`, `2.1.1 – 3`, `A.4(b)`. For patterns that mind no capitals. */
export const typedRef = "[a-z()/.-]*\\d[\\w.()/]*(?:\\s*[-–—]\\s*\\d+)?";

/** What a plan may call an area, before its number. */
export const areaWord = "(?:area|priority|concern|theme|workstream)";
