import "server-only";
import { putForecast, type ToldForecast } from "@/lib/data/operation-forecasts";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { assertForecast } from "@/lib/domain/forecast/assert-forecast";

/**
 * Tells what is foreseen of an operation for twelve months, and for the years after until another forecast begins. What
 * stood from the same month stays readable.
 *
 * @returns False when the same stands already.
 * @throws {DomainError} INVALID_FORECAST
 */
export async function setForecast(
  operationId: AuthorizedOperationId,
  actor: Actor,
  forecast: ToldForecast,
): Promise<boolean> {
  assertForecast(forecast);
  return putForecast(operationId, actor, forecast);
}
