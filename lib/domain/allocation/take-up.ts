import type { ConsumerAllocation } from "./allocation";
import type { Tile } from "./prepare-sharing";

/**
 * Step 2: a consumer takes as much of its provisional share as it withdraws, and gives the rest back.
 *
 * The minimum of the two is computed without a branch. Which of them is smaller is as unforeseeable as consumption, and
 * a wrong guess costs the processor more than all the rest. The last addition mends the rounding of the subtraction
 * (Dekker, 1971), so that the minimum is exact.
 *
 * @param tile - The steps to write.
 * @param withdrawalWh - L_j; where it is missing, so is all that the consumer gets. [Wh] (T,)
 * @param result - `allocatedWh` is read, the others are written. [Wh] (T,)
 */
export function takeUp(
  tile: Tile,
  withdrawalWh: Float64Array,
  { allocatedWh, selfConsumedWh, complementWh }: ConsumerAllocation,
): void {
  for (const { first, end } of tile) {
    for (let t = first; t < end; t += 1) {
      const withdrawal = withdrawalWh[t] as number;
      const allocated = allocatedWh[t] as number;
      const difference = allocated - withdrawal;
      const distance = Math.abs(difference);
      const excess = (distance + difference) / 2; // max(0, difference)
      const complement = (distance - difference) / 2; // max(0, −difference)
      const rounded = allocated - excess;
      const selfConsumed = rounded + (withdrawal - rounded - complement);
      selfConsumedWh[t] = selfConsumed;
      complementWh[t] = complement;
      if (Number.isNaN(withdrawal)) allocatedWh[t] = withdrawal;
    }
  }
}
