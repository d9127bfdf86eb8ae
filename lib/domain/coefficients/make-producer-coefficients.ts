import { DomainError } from "@/lib/domain/errors";
import { WHOLE_PPM } from "./coefficients";
import type { KeyMakingInput, KeyRule, MadeCoefficients } from "./key-rule";
import { prepareStepSharing } from "./prepare-step-sharing";
import { roundStep } from "./round-step";

/** A producer and how its energy is shared. */
export type ProducerRule = {
  readonly rule: KeyRule;
  /** P_i, `NaN` = missing. [Wh per step] (T,) */
  readonly productionWh: Float64Array;
  /** For the rule `file`: its values. [ppm] (C × T) */
  readonly filePpm?: readonly Uint32Array[] | undefined;
};

/**
 * Makes the coefficients of each producer and step, each producer by its own rule (dynamic full).
 *
 * Producers are served in order: what a consumer still needs after the first one is what the second one's rule sees.
 * Where it cannot be known, the rules that depend on it cannot be made.
 *
 * @param producers - In the order in which they are served.
 * @returns One for each producer, in the same order.
 * @throws {DomainError} AXIS_MISMATCH when a curve has not the length of the axis; others as `prepareStepSharing`.
 * @throws {RangeError} when the unit does not divide the whole.
 * @see Convention Enedis-FOR-CF_01E, art. 4.4 and 11.7.3.
 */
export function makeProducerCoefficients(
  producers: readonly ProducerRule[],
  input: KeyMakingInput,
): readonly MadeCoefficients[] {
  const { axis, consumerIds, withdrawalWh, unitPpm } = input;
  assertShapes(producers, input);
  const needsWh = new Float64Array(consumerIds.length);
  const sharesPpm = new Float64Array(consumerIds.length);
  const rowPpm = new Uint32Array(consumerIds.length);
  const makers = producers.map(({ rule, productionWh, filePpm }) => ({
    productionWh,
    share: prepareStepSharing(rule, input, filePpm),
    ppm: consumerIds.map(() => new Uint32Array(axis.length)),
    missingSteps: new Uint8Array(axis.length),
  }));
  for (let step = 0; step < axis.length; step += 1) {
    for (const [j, curve] of withdrawalWh.entries()) needsWh[j] = curve[step] as number;
    for (const { productionWh, share, ppm, missingSteps } of makers) {
      const producedWh = productionWh[step] as number;
      if (share({ step, productionWh: producedWh, needsWh, sharesPpm })) {
        roundStep(sharesPpm, unitPpm, rowPpm);
        writeStep(ppm, step, rowPpm);
        serve(needsWh, producedWh, rowPpm);
      } else {
        missingSteps[step] = 1;
        // Who was given what is not known; nothing was where nothing was produced.
        if (producedWh !== 0) needsWh.fill(Number.NaN);
      }
    }
  }
  return makers.map(({ ppm, missingSteps }) => ({
    ppm,
    missingSteps,
    missingCount: missingSteps.reduce((count, isMissing) => count + isMissing, 0),
  }));
}

function writeStep(ppm: readonly Uint32Array[], step: number, rowPpm: Uint32Array): void {
  for (const [j, row] of ppm.entries()) row[step] = rowPpm[j] as number;
}

function serve(needsWh: Float64Array, producedWh: number, rowPpm: Uint32Array): void {
  for (let j = 0; j < rowPpm.length; j += 1) {
    if (rowPpm[j] === 0) continue;
    needsWh[j] = Math.max(0, (needsWh[j] as number) - (producedWh * (rowPpm[j] as number)) / WHOLE_PPM);
  }
}

function assertShapes(
  producers: readonly ProducerRule[],
  { axis, consumerIds, withdrawalWh, unitPpm }: KeyMakingInput,
) {
  if (!(Number.isInteger(unitPpm) && unitPpm > 0 && WHOLE_PPM % unitPpm === 0)) {
    throw new RangeError(`not a precision: ${unitPpm} ppm`);
  }
  const curves = [...withdrawalWh, ...producers.map(({ productionWh }) => productionWh)];
  const wrong = curves.find(({ length }) => length !== axis.length);
  if (wrong || withdrawalWh.length !== consumerIds.length) {
    throw new DomainError("AXIS_MISMATCH", "curves that do not fit the axis or the consumers", {
      details: { steps: axis.length, found: wrong?.length ?? axis.length, curves: withdrawalWh.length },
    });
  }
}
