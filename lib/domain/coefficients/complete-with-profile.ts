/** Where a curve of a preview comes from: measures, measures completed by a typical profile, or the profile alone. */
export type CurveOrigin = "measured" | "completed" | "typical";

export type CompletedCurve = {
  /** `NaN` where measures miss a value in their midst. [Wh per step] (T,) */
  readonly energyWh: Float64Array;
  readonly origin: CurveOrigin;
};

/** Fewer measured days than these do not say how much a year is. */
const ENOUGH_DAYS = 28;

/**
 * Completes a year of measures that begin late or end early, or are not there at all, by a typical profile.
 *
 * What is missing in the midst of measures stays missing. The profile is scaled to what is measured, once that is four
 * weeks; else to what was entered of the site. Ends shorter than four weeks are left missing: they are measures that
 * have not come yet, not a site that was not there.
 *
 * @param measured - The year as measured and corrected. [Wh per step] (T,)
 * @param shape - The typical profile over the same steps, in any unit. (T,)
 * @param expectedWh - What was entered for the year, null when nothing was. [Wh]
 * @param stepMinutes - [min]
 * @returns Null when there is neither enough measured nor anything entered.
 */
export function completeWithProfile(
  measured: Float64Array,
  shape: Float64Array,
  expectedWh: number | null,
  stepMinutes: number,
): CompletedCurve | null {
  const enough = (ENOUGH_DAYS * 24 * 60) / stepMinutes;
  const first = measured.findIndex((wh) => !Number.isNaN(wh));
  const last = measured.findLastIndex((wh) => !Number.isNaN(wh));
  const isShortBefore = first !== -1 && first < enough;
  const isShortAfter = first !== -1 && measured.length - 1 - last < enough;
  if (isShortBefore && isShortAfter) return { energyWh: measured, origin: "measured" };

  const scale = measuredScale(measured, shape, enough) ?? enteredScale(shape, expectedWh);
  if (scale === null) return null;
  const isProfile = (t: number) => first === -1 || (t < first && !isShortBefore) || (t > last && !isShortAfter);
  return {
    energyWh: measured.map((wh, t) => (isProfile(t) ? (shape[t] as number) * scale : wh)),
    origin: first === -1 ? "typical" : "completed",
  };
}

function measuredScale(measured: Float64Array, shape: Float64Array, enough: number): number | null {
  let knownWh = 0;
  let knownShape = 0;
  let knownCount = 0;
  for (const [t, wh] of measured.entries()) {
    if (Number.isNaN(wh)) continue;
    knownWh += wh;
    knownShape += shape[t] as number;
    knownCount += 1;
  }
  return knownCount < enough || knownShape === 0 ? null : knownWh / knownShape;
}

function enteredScale(shape: Float64Array, expectedWh: number | null): number | null {
  const total = shape.reduce((sum, value) => sum + value, 0);
  return expectedWh === null || total === 0 ? null : expectedWh / total;
}
