import "server-only";
import { withdrawCarbonFactor as endCarbonFactor } from "@/lib/data/carbon-factors";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Takes back the factor that begins on a day: the one before it holds again.
 *
 * @throws {DomainError} UNKNOWN_CARBON_FACTOR
 */
export async function withdrawCarbonFactor(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  from: CivilDate,
): Promise<void> {
  if (await endCarbonFactor(collectivityId, actor, from)) return;
  throw new DomainError("UNKNOWN_CARBON_FACTOR", "no factor stands from that day", { details: { from } });
}
