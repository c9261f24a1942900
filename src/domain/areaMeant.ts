import type { Area, Plan } from "./plan.ts";
import { foldRef } from "./ref.ts";
import { areaWord } from "./typedRef.ts";

const kind = new RegExp(`^${areaWord}`);

/** An area by its ref as written, its title, or its number: `Area 2`, `Early help`, `2`, `theme 2`. */
export function areaMeant({ areas }: Pick<Plan, "areas">, typed: string): Area | undefined {
  const wanted = foldRef(typed.trim().replace(/^(?:in|for|of|on) /i, ""));
  const number = wanted.replace(kind, "");
  return (
    areas.find(({ ref }) => foldRef(ref) === wanted) ??
    areas.find(({ title }) => foldRef(title) === wanted) ??
    areas.find(({ ref }) => /\d+(?:\.\d+)*$/.exec(ref)?.[0] === number)
  );
}
