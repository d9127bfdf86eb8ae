import "server-only";
import { putCarbonFactor } from "@/lib/data/carbon-factors";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import { assertCarbonFactor } from "@/lib/domain/carbon/assert-carbon-factor";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";

/**
 * Tells what a kilowatt-hour emits from a day on, for all operations of a collectivity. What stood from the same day stays
 * readable.
 *
 * @returns False when the same stands already.
 * @throws {DomainError} INVALID_CARBON_FACTOR
 */
export async function setCarbonFactor(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  factor: CarbonFactor,
): Promise<boolean> {
  assertCarbonFactor(factor);
  return putCarbonFactor(collectivityId, actor, factor);
}
