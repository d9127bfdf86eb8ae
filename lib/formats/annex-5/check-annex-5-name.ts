import type { Period } from "@/lib/domain/time/period";
import { baseName } from "@/lib/formats/base-name";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { type Annex5FileName, writeAnnex5FileName } from "./annex-5-file-name";
import * as messages from "./annex-5-messages";

/** The step of the convention's own text and example. [min] */
export const USUAL_STEP_MINUTES = 30;

/** What a file of coefficients should be; what is not known is taken from the file. */
export type Annex5Expectation = {
  readonly accNumber?: string;
  readonly stepMinutes?: number;
  readonly period?: Period;
  /** Every consumer that is in the perimeter on a day of the period. */
  readonly consumerPrms?: readonly string[];
};

/** Whether a curve may have this step: it divides the hour. [min] */
export function isStep(stepMinutes: number): boolean {
  return stepMinutes > 0 && 60 % stepMinutes === 0;
}

/** Sets the name of a file of coefficients against what is expected of it. */
export function checkAnnex5Name(
  path: string,
  name: Annex5FileName | null,
  { accNumber, stepMinutes, period }: Annex5Expectation,
  log: ProblemLog,
): void {
  if (!name) {
    log.error("R1_NAME", {}, () => messages.badName(baseName(path), nameModel({ accNumber, stepMinutes, period })));
    if (!period) log.error("R3_PERIOD_UNKNOWN", {}, messages.periodUnknown);
    return;
  }
  if (accNumber !== undefined && name.accNumber !== accNumber) {
    log.error("R1_OPERATION", {}, () => messages.otherOperation(name.accNumber, accNumber));
  }
  const wantedStep = stepMinutes ?? (isStep(name.stepMinutes) ? name.stepMinutes : USUAL_STEP_MINUTES);
  if (name.stepMinutes !== wantedStep) {
    log.error("R2_STEP", {}, () => messages.otherStep(name.stepMinutes, wantedStep));
  }
  if (period && (name.period.from !== period.from || name.period.toExclusive !== period.toExclusive)) {
    log.error("R3_PERIOD", {}, () => messages.otherPeriod(name.period, period));
  }
}

function nameModel({ accNumber, stepMinutes, period }: Omit<Annex5Expectation, "consumerPrms">): string {
  if (!accNumber || !stepMinutes || !period) return "comme « ACC00000001_30_01012017_31012017.txt »";
  return `« ${writeAnnex5FileName({ accNumber, stepMinutes, period })} »`;
}
