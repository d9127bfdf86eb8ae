import { listRuns, type Run } from "./curve-paths";
import { type CurvePlotData, STATE_CODES } from "./curve-plot-data";

/** Stretches of a plot that something must be said of. */
export type Stretches = {
  /** No curve has a value. */
  readonly unknown: readonly Run[];
  /** At least one curve lacks a value, has a corrected one, one given by a person: the gravest only. */
  readonly missing: readonly Run[];
  readonly corrected: readonly Run[];
  readonly manual: readonly Run[];
};

/** What must be said of the curves of a plot, whichever of them it is. */
export function listStretches({ startsMs, curves }: CurvePlotData): Stretches {
  const { missing, manual, corrected } = STATE_CODES;
  const gravest = startsMs.map((_, index) => {
    const states = curves.map((curve) => curve.states[index]);
    return [missing, manual, corrected].find((state) => states.includes(state)) ?? "";
  });
  const isUnknown = startsMs.map(
    (_, index) =>
      gravest[index] === missing &&
      curves.every(({ meanW, partialW }) => (meanW[index] ?? partialW?.[index] ?? null) === null),
  );
  const runsOf = (state: string) => listRuns(gravest, (each) => each === state);
  return {
    unknown: listRuns(isUnknown, (each) => each),
    missing: runsOf(missing),
    corrected: runsOf(corrected),
    manual: runsOf(manual),
  };
}
