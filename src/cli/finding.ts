/** One thing the doctor looked at. */
export interface Finding {
  /** What was looked at; of a plan, with its id first: `warwickshire: people`. */
  readonly name: string;
  /** `warn` can wait; a `fault` keeps Drumbeat from doing what it promises. */
  readonly level: "ok" | "warn" | "fault";
  /** One sentence. */
  readonly says: string;
  readonly todo?: string;
}

/** What is well; or, where something is amiss, what is wrong and what to do. */
export function finding(
  name: string,
  well: string,
  amiss?: false | { readonly level: "warn" | "fault"; readonly says: string; readonly todo: string },
): Finding {
  return amiss ? { name, ...amiss } : { name, level: "ok", says: well };
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
