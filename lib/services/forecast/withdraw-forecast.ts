import "server-only";
import { withdrawForecast as endForecast } from "@/lib/data/operation-forecasts";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Takes back the forecast that begins on a day: the one before it holds again.
 *
 * @throws {DomainError} UNKNOWN_FORECAST
 */
export async function withdrawForecast(
  operationId: AuthorizedOperationId,
  actor: Actor,
  from: CivilDate,
): Promise<void> {
  if (await endForecast(operationId, actor, from)) return;
  throw new DomainError("UNKNOWN_FORECAST", "no forecast stands from that day", { details: { from } });
}
