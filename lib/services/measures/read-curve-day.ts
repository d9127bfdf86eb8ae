import "server-only";
import { listCurveDays } from "@/lib/data/load-curve-days";
import { type ListedDecision, listDecisionsOfCurve, listStandingDecisions } from "@/lib/data/measure-decisions";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { correctSeries } from "@/lib/domain/measures/correct-series";
import { type CorrectedRun, listCorrectedRuns } from "@/lib/domain/measures/list-corrected-runs";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { groupByCurve } from "./group-by-curve";
import { groupDecisions } from "./group-decisions";
import { toOperationStep } from "./to-operation-step";

const WEEK_DAYS = 7;
const MINUTE_MS = 60_000;

export type StepOriginName = keyof typeof STEP_ORIGIN;

/** One step of a day: what was measured, what counts, and why. [Wh] */
export type CurveStep = {
  readonly startMs: number;
  readonly endMs: number;
  readonly measuredWh: number | null;
  readonly countedWh: number | null;
  readonly origin: StepOriginName;
};

/** One day of one metering point in one role. */
export type CurveDayReading = {
  readonly role: PerimeterRole;
  readonly quantity: "withdrawal" | "injection";
  readonly isAttached: boolean;
  readonly steps: readonly CurveStep[];
  /** Null as soon as a step is missing. */
  readonly totalWh: number | null;
  readonly missingCount: number;
  /** What the convention's rule filled in, cut at midnight. */
  readonly correctedRuns: readonly CorrectedRun[];
  /** Every decision about this curve, latest first. */
  readonly decisions: readonly ListedDecision[];
};

export type PointDay = {
  readonly point: MeteringPointSheet;
  readonly day: CivilDate;
  readonly stepMinutes: number;
  readonly curves: readonly CurveDayReading[];
};

const ORIGIN_NAMES = new Map(Object.entries(STEP_ORIGIN).map(([name, code]) => [code, name as StepOriginName]));

/** A day of a metering point as the settlement would use it, step by step; null when the operation has no such PRM. */
export async function readCurveDay(
  operationId: AuthorizedOperationId,
  { prm, day, stepMinutes }: { readonly prm: string; readonly day: CivilDate; readonly stepMinutes: number },
): Promise<PointDay | null> {
  const point = (await listMeteringPoints(operationId)).find((each) => each.prm === prm);
  if (!point) return null;
  const around = { from: addDays(day, -WEEK_DAYS), toExclusive: addDays(day, 2) };
  const roles = [...new Set(point.attachments.map(({ role }) => role))];
  const [days, standing, ...decisions] = await Promise.all([
    listCurveDays(operationId, ["withdrawal", "injection"], around, { only: new Set([point.id]) }),
    listStandingDecisions(operationId, around),
    ...roles.map((role) => listDecisionsOfCurve(operationId, point.id, quantityOf(role))),
  ]);
  const [daysOf, decisionsOf] = [groupByCurve(days), groupDecisions(standing)];
  const wholeAxis = parisPeriodAxis(around.from, around.toExclusive, stepMinutes);
  const axis = parisPeriodAxis(day, addDays(day, 1), stepMinutes);
  const curves = roles.map((role, index): CurveDayReading => {
    const quantity = quantityOf(role);
    const rows = daysOf(point.id, quantity).map((row) => toOperationStep(row, stepMinutes));
    const measured = joinParisDays(rows, wholeAxis);
    const counted = correctSeries(measured, axis, decisionsOf(point.id, quantity));
    const first = (axis.startMs - wholeAxis.startMs) / (stepMinutes * MINUTE_MS);
    const { totalWh, missingCount } = sumEnergy(counted.energyWh);
    return {
      role,
      quantity,
      isAttached: point.attachments.some((attached) => attached.role === role && isAttachedOn(attached, day)),
      steps: Array.from(counted.energyWh, (wh, step): CurveStep => {
        const startMs = axis.startMs + step * stepMinutes * MINUTE_MS;
        return {
          startMs,
          endMs: startMs + stepMinutes * MINUTE_MS,
          measuredWh: known(measured.energyWh[first + step]),
          countedWh: known(wh),
          origin: ORIGIN_NAMES.get(counted.origin[step] as (typeof STEP_ORIGIN)[StepOriginName]) ?? "missing",
        };
      }),
      totalWh,
      missingCount,
      correctedRuns: listCorrectedRuns(counted),
      decisions: decisions[index] ?? [],
    };
  });
  return { point, day, stepMinutes, curves };
}

function quantityOf(role: PerimeterRole): "withdrawal" | "injection" {
  return role === "producer" ? "injection" : "withdrawal";
}

function known(wh: number | undefined): number | null {
  return wh === undefined || Number.isNaN(wh) ? null : wh;
}
