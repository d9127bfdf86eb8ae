import { RESULT_QUANTITIES } from "@/lib/domain/comparison/published-results";
import type { SettledCurves } from "@/lib/domain/comparison/settled-results";
import { curveToleranceWh } from "@/lib/domain/comparison/tolerance";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { Period } from "@/lib/domain/time/period";
import { type Clues, pointKey, type Standing } from "./clues";
import type { Hypothesis, PointRole } from "./hypothesis";
import { supposeAbsence } from "./suppose-absence";
import { supposePresence } from "./suppose-presence";

/** Where the operator published nobody's curves all may be absent: those who share most are tried. */
const MAX_POINTS = 30;

/**
 * Another perimeter: a metering point to which the operator gave nothing on the days that differ did not count, from
 * then on, until then, between the two or at all; one to which it gave something and we nothing did.
 */
export function* listPerimeterHypotheses(standing: Standing, clues: Clues): Generator<Hypothesis> {
  const { input } = standing;
  for (const { days, ...point } of listAbsent(standing, clues)) {
    for (const span of listSpans(days, input.period)) yield supposeAbsence(point, span);
  }
  for (const { days, ...point } of listPresent(standing, clues)) {
    const deducedWh = clues.deducedWh.get(pointKey(point)) ?? null;
    yield supposePresence(point, days, deducedWh);
  }
}

type Candidate = PointRole & { readonly days: Period };

/** The period, its end from a day on, its beginning until a day, and what lies between the two; each once. */
function listSpans({ from, toExclusive }: Period, period: Period): readonly Period[] {
  const spans = [
    period,
    { from, toExclusive: period.toExclusive },
    { from: period.from, toExclusive },
    { from, toExclusive },
  ];
  return [...new Map(spans.map((span) => [`${span.from}|${span.toExclusive}`, span])).values()];
}

function listAbsent(standing: Standing, clues: Clues): readonly Candidate[] {
  const given = listShares(standing, clues).filter(({ oursWh, theirsWh, toleranceWh }) => {
    return oursWh > toleranceWh && (theirsWh === null || theirsWh <= toleranceWh);
  });
  return given
    .sort((a, b) => b.oursWh - a.oursWh)
    .slice(0, MAX_POINTS)
    .map(({ point, days }) => ({ ...point, days }));
}

function listPresent(standing: Standing, clues: Clues): readonly Candidate[] {
  const given = listShares(standing, clues).filter(({ oursWh, theirsWh, toleranceWh }) => {
    return oursWh === 0 && theirsWh !== null && theirsWh > toleranceWh;
  });
  return given.slice(0, MAX_POINTS).map(({ point, days }) => ({ ...point, days }));
}

type Share = {
  readonly point: PointRole;
  readonly days: Period;
  /** Over the days that differ. [Wh] */
  readonly oursWh: number;
  /** Null where nothing is published. [Wh] */
  readonly theirsWh: number | null;
  /** [Wh] */
  readonly toleranceWh: number;
};

function listShares({ input, results, theirs }: Standing, clues: Clues): Share[] {
  const { axis } = results;
  const own = new Map(clues.differing.map((point) => [pointKey(point), point.days]));
  const published = new Map(
    theirs.curves.map((curve) => [`${curve.quantity}|${curve.meteringPointId}`, curve.energyWh]),
  );
  const none = new Float64Array(axis.length);
  const strangersOf = (role: PointRole["role"], known: readonly SettledCurves[]) => {
    const ids = new Set(known.map(({ meteringPointId }) => meteringPointId));
    const strangers = clues.differing.filter((point) => point.role === role && !ids.has(point.meteringPointId));
    return strangers.map(({ meteringPointId }) => ({ meteringPointId, energyWh: none, sharedWh: none }));
  };
  return (["producer", "consumer"] as const).flatMap((role) => {
    const points = role === "producer" ? results.producers : results.consumers;
    return [...points, ...strangersOf(role, points)].map(({ meteringPointId, sharedWh }): Share => {
      const point = { meteringPointId, role };
      const days = own.get(pointKey(point)) ?? clues.days ?? input.period;
      const [start, end] = [days.from, days.toExclusive].map(
        (day) => (parisMidnightMs(day) - axis.startMs) / (axis.stepMinutes * 60_000),
      ) as [number, number];
      const theirWh = published.get(`${RESULT_QUANTITIES[role].shared}|${meteringPointId}`);
      return {
        point,
        days,
        oursWh: sumKnown(sharedWh, start, end) ?? 0,
        theirsWh: theirWh ? sumKnown(theirWh, start, end) : null,
        toleranceWh: curveToleranceWh(axis.stepMinutes),
      };
    });
  });
}

/** Null when nothing is known. [Wh] */
function sumKnown(energyWh: Float64Array, start: number, end: number): number | null {
  const known = energyWh.subarray(start, end).filter((wh) => !Number.isNaN(wh));
  return known.length === 0 ? null : known.reduce((sum, wh) => sum + wh, 0);
}
