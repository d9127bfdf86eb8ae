import "server-only";
import { findMeasuredPeriod, listCurveDays } from "@/lib/data/load-curve-days";
import { listStandingDecisions } from "@/lib/data/measure-decisions";
import { listMeteringPoints, listPointPlaces, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  type CompletedCurve,
  type CurveOrigin,
  completeWithProfile,
} from "@/lib/domain/coefficients/complete-with-profile";
import { type PreviewBasis, type PreviewCurve, previewBasis } from "@/lib/domain/coefficients/preview-basis";
import { previewPeriod } from "@/lib/domain/coefficients/preview-period";
import { correctSeries } from "@/lib/domain/measures/correct-series";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { groupByCurve } from "@/lib/services/measures/group-by-curve";
import { groupDecisions } from "@/lib/services/measures/group-decisions";
import { toOperationStep } from "@/lib/services/measures/to-operation-step";
import { type TypicalProfile, type TypicalShape, typicalShapes } from "./typical-shapes";

const WEEK_DAYS = 7;
/** Metering points read at once: a year of half-hours of so many is 7 MB, whatever the size of the operation. */
const POINTS_AT_ONCE = 50;

/** A metering point whose curve a preview counts. */
export type PreviewPoint = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** First day it counts. */
  readonly from: CivilDate;
  readonly origin: CurveOrigin;
  /** The profile that stands for what is not measured; null where all is. */
  readonly profile: TypicalProfile | null;
  /** Energy of the year, the steps that miss a value estimated from the others. [Wh] */
  readonly annualWh: number;
  /** Whether every step of it was measured, or corrected by art. 5.2.3. */
  readonly isMeasured: boolean;
};

/** A metering point that no curve and no figure speaks of. */
export type LeftOutPoint = Pick<PreviewPoint, "id" | "prm" | "name" | "from"> & {
  readonly role: PerimeterRole;
  /** Nothing entered, or a producer of which no profile is typical. */
  readonly reason: "no_figure" | "no_profile";
};

/** Twelve months of an operation's own curves, for everybody who takes part in it now or is going to. */
export type PreviewInput = {
  readonly period: Period;
  readonly basis: PreviewBasis;
  /** In the order of the basis. */
  readonly consumers: readonly PreviewPoint[];
  readonly producers: readonly PreviewPoint[];
  readonly leftOut: readonly LeftOutPoint[];
};

/**
 * Reads what keys are tried on, corrected by art. 5.2.3 and as people decided; years that are not measured whole are
 * completed by typical profiles.
 *
 * Everybody counts over the whole year, with today's perimeter: what a key gives from now on is what is asked.
 *
 * @param day - Today: who has left by then does not count.
 */
export async function readPreviewInput(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  day: CivilDate,
): Promise<PreviewInput> {
  const [all, places, measured] = await Promise.all([
    listMeteringPoints(id),
    listPointPlaces(id),
    findMeasuredPeriod(id),
  ]);
  const period = previewPeriod(day, measured);
  const axis = parisPeriodAxis(period.from, period.toExclusive, sheet.stepMinutes);
  const read = await curveReader(id, period, sheet.stepMinutes);
  const shapeOf = typicalShapes(axis, period.from, places);
  const gathered = { consumer: emptyRole(), producer: emptyRole() };
  const leftOut: LeftOutPoint[] = [];
  const stays = all.flatMap((point) => staysOf(point, day));
  for (let first = 0; first < stays.length; first += POINTS_AT_ONCE) {
    const lot = stays.slice(first, first + POINTS_AT_ONCE);
    const measuredOf = await read(new Set(lot.map(({ point }) => point.id)));
    for (const { point, role, from } of lot) {
      const typical = shapeOf(point, role);
      const named = { id: point.id, prm: point.prm, name: point.name, from };
      const found = countedCurve(measuredOf(point.id, role), typical, sheet.stepMinutes);
      if (!found) leftOut.push({ ...named, role, reason: typical ? "no_figure" : "no_profile" });
      else {
        gathered[role].points.push({ ...named, ...found.described });
        gathered[role].curves.push(found.curve);
      }
    }
  }
  const { consumer, producer } = gathered;
  return {
    period,
    basis: previewBasis(axis, producer.curves, consumer.curves),
    consumers: consumer.points,
    producers: producer.points,
    leftOut,
  };
}

type Stay = { readonly point: MeteringPointSheet; readonly role: PerimeterRole; readonly from: CivilDate };

const emptyRole = () => ({ points: [] as PreviewPoint[], curves: [] as PreviewCurve[] });

/** Each role of a point that counts on a day or is going to, once. */
function staysOf(point: MeteringPointSheet, day: CivilDate): readonly Stay[] {
  return (["consumer", "producer"] as const).flatMap((role) => {
    const stay = point.attachments.find(
      (each) => each.role === role && (each.toExclusive === null || each.toExclusive > day),
    );
    return stay ? [{ point, role, from: stay.from }] : [];
  });
}

async function curveReader(operationId: AuthorizedOperationId, period: Period, stepMinutes: number) {
  const around = { from: addDays(period.from, -WEEK_DAYS), toExclusive: addDays(period.toExclusive, 1) };
  const wholeAxis = parisPeriodAxis(around.from, around.toExclusive, stepMinutes);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const decisionsOf = groupDecisions(await listStandingDecisions(operationId, around));
  return async (only: ReadonlySet<string>) => {
    const daysOf = groupByCurve(await listCurveDays(operationId, ["withdrawal", "injection"], around, { only }));
    return (meteringPointId: string, role: PerimeterRole): Float64Array => {
      const quantity = role === "producer" ? "injection" : "withdrawal";
      const days = daysOf(meteringPointId, quantity).map((each) => toOperationStep(each, stepMinutes));
      return correctSeries(joinParisDays(days, wholeAxis), axis, decisionsOf(meteringPointId, quantity)).energyWh;
    };
  };
}

/** The curve that counts and where it comes from; null when nothing is known of the site. */
function countedCurve(measured: Float64Array, typical: TypicalShape | null, stepMinutes: number) {
  const completed = typical
    ? completeWithProfile(measured, typical.shape, typical.expectedWh, stepMinutes)
    : keepMeasured(measured);
  if (!completed) return null;
  const { origin, energyWh } = completed;
  const profile = origin === "measured" ? null : (typical?.profile ?? null);
  return { described: { origin, profile, ...estimateYear(energyWh, origin) }, curve: Float32Array.from(energyWh) };
}

function keepMeasured(curve: Float64Array): CompletedCurve | null {
  return curve.some((wh) => !Number.isNaN(wh)) ? { energyWh: curve, origin: "measured" } : null;
}

function estimateYear(energyWh: Float64Array, origin: CurveOrigin): Pick<PreviewPoint, "annualWh" | "isMeasured"> {
  let knownWh = 0;
  let knownCount = 0;
  for (const wh of energyWh) {
    if (Number.isNaN(wh)) continue;
    knownWh += wh;
    knownCount += 1;
  }
  return {
    annualWh: (knownWh * energyWh.length) / knownCount,
    isMeasured: origin === "measured" && knownCount === energyWh.length,
  };
}
