import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  findSettlementRunById,
  listRunDays,
  listRunPointDays,
  type RunDay,
  type RunPointDay,
} from "@/lib/data/settlement-runs";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { restOfCurve } from "@/lib/domain/settlement/rest-of-curve";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

export type StepOriginName = keyof typeof STEP_ORIGIN;

/** Curves of a run on one axis, NaN where missing. [Wh per step] */
export type RunSeries = {
  readonly axis: TimeAxis;
  /** The whole operation; null when one metering point was asked for. */
  readonly operation: {
    readonly productionWh: Float64Array;
    readonly withdrawalWh: Float64Array;
    readonly selfConsumedWh: Float64Array;
  } | null;
  readonly consumers: readonly (PointCurve & {
    readonly withdrawalWh: Float64Array;
    readonly selfConsumedWh: Float64Array;
    readonly complementWh: Float64Array;
  })[];
  readonly producers: readonly (PointCurve & {
    readonly injectionWh: Float64Array;
    readonly selfProducedWh: Float64Array;
    readonly surplusWh: Float64Array;
  })[];
};

type PointCurve = {
  readonly prm: string;
  readonly name: string;
  /** Where each value comes from; null when all are measured. */
  readonly origins: readonly StepOriginName[] | null;
};

/**
 * The stored curves of a run: of everybody on one day, or of one metering point over the whole period or on one day.
 *
 * @returns Null when the operation has no such run, the run no such day, or the operation no such PRM.
 */
export async function readRunSeries(
  operationId: AuthorizedOperationId,
  runId: string,
  { day, prm }: { readonly day?: CivilDate | undefined; readonly prm?: string | undefined },
): Promise<RunSeries | null> {
  const [run, sheets] = await Promise.all([findSettlementRunById(operationId, runId), listMeteringPoints(operationId)]);
  const asked = sheets.find((sheet) => sheet.prm === prm);
  if (!run || (prm !== undefined && !asked)) return null;
  const { period, stepMinutes } = run;
  if (day !== undefined && (day < period.from || day >= period.toExclusive)) return null;

  const axis = day ? parisDayAxis(day, stepMinutes) : parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const [operationDays, pointDays] = await Promise.all([
    asked || day === undefined ? [] : listRunDays(operationId, runId, day),
    listRunPointDays(operationId, runId, { ...(day ? { day } : {}), ...(asked ? { meteringPointId: asked.id } : {}) }),
  ]);
  const curves = groupByCurve(pointDays);
  const curvesOf = (role: RunPointDay["role"]) =>
    sheets.flatMap((sheet) => {
      const days = curves.get(`${role}|${sheet.id}`);
      return days ? [joinCurve(sheet, days, axis)] : [];
    });
  return {
    axis,
    operation: wholeOperation(operationDays[0]),
    consumers: curvesOf("consumer").map(({ energyWh, sharedWh, restWh, ...point }) => ({
      ...point,
      withdrawalWh: energyWh,
      selfConsumedWh: sharedWh,
      complementWh: restWh,
    })),
    producers: curvesOf("producer").map(({ energyWh, sharedWh, restWh, ...point }) => ({
      ...point,
      injectionWh: energyWh,
      selfProducedWh: sharedWh,
      surplusWh: restWh,
    })),
  };
}

function wholeOperation(day: RunDay | undefined): RunSeries["operation"] {
  if (!day) return null;
  const { productionWh, withdrawalWh, selfConsumedWh } = day;
  return { productionWh, withdrawalWh, selfConsumedWh };
}

function groupByCurve(days: readonly RunPointDay[]): ReadonlyMap<string, readonly RunPointDay[]> {
  const curves = new Map<string, RunPointDay[]>();
  for (const day of days) {
    const key = `${day.role}|${day.meteringPointId}`;
    const curve = curves.get(key);
    if (curve) curve.push(day);
    else curves.set(key, [day]);
  }
  return curves;
}

function joinCurve({ prm, name }: MeteringPointSheet, days: readonly RunPointDay[], axis: TimeAxis) {
  const join = (curve: "energyWh" | "sharedWh") => {
    const { stepMinutes } = axis;
    return joinParisDays(
      days.map((day) => ({ day: day.day, stepMinutes, energyWh: day[curve] })),
      axis,
    ).energyWh;
  };
  const [energyWh, sharedWh] = [join("energyWh"), join("sharedWh")];
  const restWh = restOfCurve(energyWh, sharedWh);
  return { prm, name, origins: joinOrigins(days, axis), energyWh, sharedWh, restWh };
}

const ORIGIN_NAMES = new Map<number, StepOriginName>(
  (["measured", "interpolated", "copied", "missing", "manual"] as const).map((name) => [STEP_ORIGIN[name], name]),
);

function joinOrigins(days: readonly RunPointDay[], axis: TimeAxis): readonly StepOriginName[] | null {
  if (days.every(({ origins }) => origins === null)) return null;
  const names = new Array<StepOriginName>(axis.length).fill("measured");
  const spans = new Map(listParisDays(axis).map((span) => [span.day, span]));
  for (const { day, origins } of days) {
    const start = spans.get(day)?.start ?? 0;
    for (const [step, code] of origins?.entries() ?? []) {
      names[start + step] = ORIGIN_NAMES.get(code) ?? "missing";
    }
  }
  return names;
}
