/** Where the value of a step comes from; one byte per step. */
export const STEP_ORIGIN = {
  measured: 0,
  /** Linear between the measured neighbours. */
  interpolated: 1,
  /** Measured a week before, same clock time (J−7). */
  copied: 2,
  /** Neither measured nor correctable: the value is `NaN`. */
  missing: 3,
  /** Given by a person, with a reason; stands over what is measured. */
  manual: 4,
} as const;

export type StepOrigin = (typeof STEP_ORIGIN)[keyof typeof STEP_ORIGIN];
