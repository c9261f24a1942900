import Holidays from "date-holidays";
import type { LocalDate } from "../domain/localDate.ts";

const places = new Map<string, Holidays>();
const years = new Map<string, ReadonlySet<LocalDate>>();

/**
 * The days of a year on which offices of a place are closed by law or custom, substitute days included.
 * Worked out once per place and year (about 8 ms).
 *
 * @param place - country and, where it matters, part of it: `GB-ENG`
 * @throws RangeError for a place date-holidays does not know
 */
export function bankHolidays(place: string, year: number): ReadonlySet<LocalDate> {
  const key = `${place} ${year}`;
  const known = years.get(key);
  if (known) return known;

  const closed = holidaysOf(place)
    .getHolidays(year)
    .filter(({ type }) => type === "public" || type === "bank");
  const days = new Set(closed.map(({ date }) => date.slice(0, 10) as LocalDate));
  years.set(key, days);
  return days;
}

function holidaysOf(place: string): Holidays {
  const known = places.get(place);
  if (known) return known;

  // Asked for a part of a country it does not know, date-holidays answers for the whole country without a word.
  const [country = "", part] = place.split("-");
  const all = new Holidays();
  const exists = country in all.getCountries() && (part === undefined || part in (all.getStates(country) ?? {}));
  if (!exists) throw new RangeError(`no bank holidays are known for "${place}"; write it like GB-ENG`);

  const holidays = part === undefined ? new Holidays(country) : new Holidays(country, part);
  places.set(place, holidays);
  return holidays;
}
