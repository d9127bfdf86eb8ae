import { DomainError } from "@/lib/domain/errors";
import { WHOLE_PPM } from "./coefficients";

/** A value given by a person to one consumer, for the steps [fromStep, toStepExclusive[. */
export type HandCorrection = {
  readonly consumerId: string;
  readonly fromStep: number;
  readonly toStepExclusive: number;
  /** An integer. [ppm] */
  readonly ppm: number;
};

/**
 * Puts values given by hand over made ones; the others keep theirs.
 *
 * @param madePpm - Not modified. [ppm] (C × T)
 * @param consumerIds - In the same order. (C,)
 * @param corrections - Where two speak of the same step, the last one holds.
 * @returns Rows that nobody corrected are the ones given, not copies. [ppm] (C × T)
 * @throws {DomainError} UNKNOWN_ID, INVALID_COEFFICIENT, INVALID_PERIOD for a correction that does not fit;
 *   COEFFICIENTS_ABOVE_ONE when a corrected step gives away more than the whole: `details` say which, and its sum.
 */
export function applyHandCorrections(
  madePpm: readonly Uint32Array[],
  consumerIds: readonly string[],
  corrections: readonly HandCorrection[],
): readonly Uint32Array[] {
  const corrected = [...madePpm];
  const touched = new Set<number>();
  for (const correction of corrections) {
    const { consumerId, fromStep, toStepExclusive, ppm } = correction;
    const consumer = consumerIds.indexOf(consumerId);
    const row = corrected[consumer];
    if (!row) throw new DomainError("UNKNOWN_ID", "a correction of no consumer", { details: { consumerId } });
    assertFits(correction, row.length);
    const copy = row === madePpm[consumer] ? row.slice() : row;
    corrected[consumer] = copy.fill(ppm, fromStep, toStepExclusive);
    for (let step = fromStep; step < toStepExclusive; step += 1) touched.add(step);
  }
  for (const step of [...touched].sort((a, b) => a - b)) {
    const sumPpm = corrected.reduce((sum, row) => sum + (row[step] as number), 0);
    if (sumPpm > WHOLE_PPM) {
      throw new DomainError("COEFFICIENTS_ABOVE_ONE", `the coefficients of a step add up to ${sumPpm} ppm`, {
        details: { step, sumPpm },
      });
    }
  }
  return corrected;
}

function assertFits({ fromStep, toStepExclusive, ppm }: HandCorrection, steps: number): void {
  if (!Number.isInteger(ppm) || ppm < 0 || ppm > WHOLE_PPM) {
    throw new DomainError("INVALID_COEFFICIENT", `a coefficient is an integer from 0 to ${WHOLE_PPM} ppm`, {
      details: { ppm },
    });
  }
  if (!(fromStep >= 0 && fromStep < toStepExclusive && toStepExclusive <= steps)) {
    throw new DomainError("INVALID_PERIOD", "a correction outside the period", {
      details: { fromStep, toStepExclusive, steps },
    });
  }
}
