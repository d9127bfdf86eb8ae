import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { EvidencePoint } from "./evidence-point";
import type { MeasuredCurve } from "./measured-curve";
import type { EvidenceFigure } from "./operation-evidence";
import type { SettledWindow } from "./settled-window";

export type MeterInput = {
  readonly points: readonly EvidencePoint[];
  readonly curves: readonly MeasuredCurve[];
  readonly window: SettledWindow | null;
  /** Values that the runs of the window used. [steps of a metering point] */
  readonly usedSteps: number;
  readonly day: CivilDate;
};

/**
 * What communicating meters give an operation: how many points have a curve, by the step it was last measured at, up to
 * which day, and which share of the values that settlements used was measured.
 *
 * @see Action 3.1.1.3.2 of the Climat-Air-Énergie programme; corrections: convention Enedis-FOR-CF_01E, art. 5.2.3.
 */
export function listMeterFigures({ points, curves, window, usedSteps, day }: MeterInput): readonly EvidenceFigure[] {
  const present = points.filter(({ attachments }) => attachments.some((stay) => isAttachedOn(stay, day)));
  const latest = latestByPoint(curves);
  const counts = new Map<number, number>();
  for (const { id } of present) {
    const step = latest.get(id)?.lastStepMinutes;
    if (step !== undefined) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const lastDay = [...latest.values()].reduce<CivilDate | null>(
    (last, curve) => (last === null || curve.lastDay > last ? curve.lastDay : last),
    null,
  );
  return [
    ...[...counts]
      .sort(([a], [b]) => a - b)
      .map(([stepMinutes, value]): EvidenceFigure => ({ code: "points_at_step", value, period: null, stepMinutes })),
    { code: "points_without_curve", value: present.filter(({ id }) => !latest.has(id)).length, period: null },
    { code: "last_measured_day", value: lastDay, period: null },
    ...listShares(window, usedSteps),
  ];
}

function latestByPoint(curves: readonly MeasuredCurve[]): ReadonlyMap<string, MeasuredCurve> {
  const latest = new Map<string, MeasuredCurve>();
  for (const curve of curves) {
    const known = latest.get(curve.meteringPointId);
    if (!known || curve.lastDay > known.lastDay) latest.set(curve.meteringPointId, curve);
  }
  return latest;
}

function listShares(window: SettledWindow | null, usedSteps: number): readonly EvidenceFigure[] {
  const { period = null, runs = [], missing = [] } = window ?? {};
  const corrected = runs.reduce((sum, { correctedSteps }) => sum + correctedSteps, 0);
  const share = missing.length === 0 && usedSteps > 0 ? Math.min(1, corrected / usedSteps) : null;
  const rest = missing.length > 0 ? { missing } : {};
  return [
    { code: "measured_share", value: share === null ? null : 1 - share, period, ...rest },
    { code: "corrected_share", value: share, period, ...rest },
  ];
}
