const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.2422;
const MIDSUMMER_MS = Date.UTC(2000, 6, 24); // air temperature lags a month behind the solstice

/**
 * Where an instant is in the yearly swing of the weather.
 *
 * @param instantMs - [ms since 1970-01-01T00:00:00Z]
 * @returns 1 in late July, −1 in late January.
 */
export function season(instantMs: number): number {
  return Math.cos((2 * Math.PI * (instantMs - MIDSUMMER_MS)) / (YEAR_DAYS * DAY_MS));
}
