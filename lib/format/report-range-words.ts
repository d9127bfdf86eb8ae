import { formatDay, formatMonth } from "./format-date";

const DAY_MS = 86_400_000;

type Range = { readonly from: string; readonly toExclusive: string };

/**
 * Some months in words, or days where the periods are not months.
 *
 * @example
 * formatRange({ from: "2025-11-01", toExclusive: "2026-11-01" }); // => "novembre 2025 à octobre 2026"
 * formatRange({ from: "2026-04-15", toExclusive: "2026-06-15" }); // => "15/04/2026 au 14/06/2026"
 */
export function formatRange({ from, toExclusive }: Range): string {
  const last = lastDay(toExclusive);
  if (!areMonths({ from, toExclusive })) return `${formatDay(from)} au ${formatDay(last)}`;
  const [first, end] = [formatMonth(from), formatMonth(last)];
  return first === end ? first : `${first} à ${end}`;
}

/**
 * The same at the start of a sentence.
 *
 * @example
 * startWithRange({ from: "2025-11-01", toExclusive: "2026-11-01" }); // => "De novembre 2025 à octobre 2026"
 * startWithRange({ from: "2026-04-01", toExclusive: "2026-05-01" }); // => "En avril 2026"
 */
export function startWithRange({ from, toExclusive }: Range): string {
  const text = formatRange({ from, toExclusive });
  if (!areMonths({ from, toExclusive })) return `Du ${text}`;
  if (formatMonth(from) === text) return `En ${text}`;
  return `${/^[aeiouéè]/i.test(text) ? "D’" : "De "}${text}`;
}

const lastDay = (toExclusive: string) => new Date(Date.parse(toExclusive) - DAY_MS).toISOString().slice(0, 10);

const areMonths = ({ from, toExclusive }: Range) => from.endsWith("-01") && toExclusive.endsWith("-01");
