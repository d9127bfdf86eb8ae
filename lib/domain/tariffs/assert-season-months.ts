import { DomainError } from "@/lib/domain/errors";

/**
 * Checks the months of a high season: whole months, each once, not none and not all.
 *
 * @throws {DomainError} INVALID_TARIFF_SEASON
 */
export function assertSeasonMonths(months: readonly number[]): void {
  const isMonth = (month: number) => Number.isInteger(month) && month >= 1 && month <= 12;
  if (months.length === 0 || months.length === 12 || !months.every(isMonth) || new Set(months).size < months.length) {
    throw new DomainError("INVALID_TARIFF_SEASON", "a high season is one to eleven months, each once");
  }
}
