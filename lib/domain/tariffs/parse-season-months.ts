const NAMES = ["jan", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec"];
const YEAR_MONTHS = 12;

/**
 * Reads the months of a season as people write them.
 *
 * @param text - `novembre à mars`, `nov.-mars`, `11-3`, or months parted by `,`, `;` or « et ».
 * @returns 1 to 12, in the order of the year; null when a part is not understood, or nothing is there.
 *
 * @example
 * parseSeasonMonths("novembre à mars"); // => [1, 2, 3, 11, 12]
 */
export function parseSeasonMonths(text: string): readonly number[] | null {
  const plain = text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/\bde\b/g, " ");
  const months = new Set<number>();
  for (const part of plain.split(/[,;+]|\bet\b/)) {
    const [from, to, ...rest] = part.split(/\s*(?:-|–|\ba\b)\s*/).map(parseMonth);
    if (!from || to === null || rest.length > 0) return null;
    for (const month of span(from, to ?? from)) months.add(month);
  }
  return [...months].sort((a, b) => a - b);
}

function parseMonth(text: string): number | null {
  const word = text.trim().replace(/\.$/, "");
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= YEAR_MONTHS ? Number(word) : null;
  const index = NAMES.findIndex((name) => word.startsWith(name));
  return /^[a-z]+$/.test(word) && index >= 0 ? index + 1 : null;
}

function span(from: number, to: number): readonly number[] {
  const length = ((to - from + YEAR_MONTHS) % YEAR_MONTHS) + 1;
  return Array.from({ length }, (_, k) => ((from - 1 + k) % YEAR_MONTHS) + 1);
}
