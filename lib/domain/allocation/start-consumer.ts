import type { ConsumerAllocation } from "./allocation";

/**
 * What a consumer gets where nothing is produced: nothing, its whole withdrawal is complement.
 *
 * Made just before it is written to: memory that was just cleared is still in the processor's cache.
 *
 * @param withdrawalWh - L_j. [Wh] (T,)
 */
export function startConsumer(withdrawalWh: Float64Array): ConsumerAllocation {
  return {
    allocatedWh: new Float64Array(withdrawalWh.length),
    selfConsumedWh: new Float64Array(withdrawalWh.length),
    complementWh: withdrawalWh.slice(),
  };
}
