import { MONTHS } from "./format-months";

const LEAST_LETTERS = 3;
const WORD = /^([a-z]+)\.?(?:[\s/.-]*(?:\d{2}|\d{4}))?$/;
const FIGURES = /^(?:(?:0?1[/-])?(\d{1,2})[/-]\d{4}|\d{4}-(\d{2})(?:-01)?)$/;

/**
 * The month of the year that a spreadsheet's cell names, with a year or without.
 *
 * @returns 1 to 12; null when the cell names none, a bare number included.
 *
 * @example
 * parseMonth("oct.-25"); // => 10
 * parseMonth("10/2025"); // => 10
 */
export function parseMonth(cell: string): number | null {
  const text = bare(cell.trim());
  const figures = FIGURES.exec(text);
  if (figures) {
    const month = Number(figures[1] ?? figures[2]);
    return month >= 1 && month <= MONTHS.length ? month : null;
  }
  const [, word] = WORD.exec(text) ?? [];
  if (word === undefined || word.length < LEAST_LETTERS) return null;
  const found = MONTHS.flatMap((name, index) => (bare(name).startsWith(word) ? [index + 1] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const bare = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
