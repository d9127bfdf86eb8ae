/** January first. */
export const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

const YEAR_MONTHS = 12;

/**
 * Months in words, those that follow each other from first to last, over the end of the year too.
 *
 * @param months - 1 to 12, each once, in any order; not all of them.
 *
 * @example
 * formatMonths([1, 2, 3, 11, 12]); // => "novembre à mars"
 * formatMonths([1, 7]); // => "janvier, juillet"
 */
export function formatMonths(months: readonly number[]): string {
  const known = new Set(months);
  const before = (month: number) => (month === 1 ? YEAR_MONTHS : month - 1);
  const after = (month: number) => (month % YEAR_MONTHS) + 1;
  const firsts = months.filter((month) => !known.has(before(month))).sort((a, b) => a - b);
  const texts = firsts.map((first) => {
    let last = first;
    while (known.has(after(last)) && after(last) !== first) last = after(last);
    const [from, to] = [MONTHS[first - 1], MONTHS[last - 1]];
    return first === last ? from : `${from} à ${to}`;
  });
  return texts.join(", ");
}
