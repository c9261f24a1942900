const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Their whole names, in lower case, Monday first. */
export const weekdays: readonly string[] = names.map((name) => name.toLowerCase());

/** @param number - 1 Monday to 7 Sunday */
export function weekdayName(number: number): string {
  return names[number - 1] ?? "";
}
