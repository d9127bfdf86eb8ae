import { DomainError } from "@/lib/domain/errors";
import type { CarbonFactor } from "./carbon-factor";

const MOST_GRAMS = 2000; // [g CO₂e/kWh], more than the dirtiest coal
const YEARS = { first: 1990, last: 2100 };

/**
 * Checks that a factor can be one, and says where it comes from.
 *
 * @throws {DomainError} INVALID_CARBON_FACTOR with the `field` that is wrong.
 */
export function assertCarbonFactor({ gridGramsPerKwh, ownGramsPerKwh, source, year }: CarbonFactor): void {
  if (!isGrams(gridGramsPerKwh)) refuse("gridGramsPerKwh");
  if (ownGramsPerKwh !== null && !isGrams(ownGramsPerKwh)) refuse("ownGramsPerKwh");
  if (source.trim() === "") refuse("source");
  if (!Number.isInteger(year) || year < YEARS.first || year > YEARS.last) refuse("year");
}

const isGrams = (grams: number) => grams >= 0 && grams <= MOST_GRAMS;

function refuse(field: string): never {
  throw new DomainError("INVALID_CARBON_FACTOR", `the factor is wrong: ${field}`, { details: { field } });
}
