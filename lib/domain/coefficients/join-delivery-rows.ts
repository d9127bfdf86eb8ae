import { NO_PPM, type PpmByConsumer } from "./delivery";
import type { MadeCoefficients } from "./key-rule";

/**
 * The coefficients of a delivery as rows, in the order of consumers asked for.
 *
 * A step where a consumer has none is missing as a whole: what the others have says nothing without it.
 *
 * @param steps - Of the period.
 */
export function joinDeliveryRows(
  delivered: PpmByConsumer,
  consumerIds: readonly string[],
  steps: number,
): MadeCoefficients {
  const missingSteps = new Uint8Array(steps);
  const ppm = consumerIds.map((id) => {
    const row = delivered.get(id) ?? new Int32Array(steps).fill(NO_PPM);
    for (let t = 0; t < steps; t += 1) if (row[t] === NO_PPM) missingSteps[t] = 1;
    return Uint32Array.from(row, (value) => Math.max(0, value));
  });
  return { ppm, missingSteps, missingCount: missingSteps.reduce((count, isMissing) => count + isMissing, 0) };
}
