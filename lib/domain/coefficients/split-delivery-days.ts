import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { NO_PPM } from "./delivery";
import type { MadeCoefficients } from "./key-rule";

/** One Paris day of one consumer. */
export type ConsumerDay = {
  readonly day: CivilDate;
  readonly consumerId: string;
  /** One for each step of the day, NO_PPM where there is none. [ppm] */
  readonly ppm: Int32Array;
};

/**
 * Cuts the coefficients of a period into the days in which a delivery keeps them.
 *
 * @param consumerIds - In the order of the rows. (C,)
 */
export function* splitDeliveryDays(
  axis: TimeAxis,
  consumerIds: readonly string[],
  { ppm, missingSteps }: Pick<MadeCoefficients, "ppm" | "missingSteps">,
): Generator<ConsumerDay> {
  for (const { day, start, length } of listParisDays(axis)) {
    for (const [j, consumerId] of consumerIds.entries()) {
      const values = Int32Array.from(ppm[j]?.subarray(start, start + length) ?? []);
      for (let t = 0; t < length; t += 1) {
        if (missingSteps[start + t] === 1) values[t] = NO_PPM;
      }
      yield { day, consumerId, ppm: values };
    }
  }
}
