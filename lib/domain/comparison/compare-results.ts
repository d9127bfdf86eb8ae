import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { Period } from "@/lib/domain/time/period";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { compareCurves } from "./compare-curves";
import { compareEnergies } from "./compare-energies";
import type { ComparedFigure } from "./compared-figure";
import { type PublishedCurve, type PublishedResults, RESULT_QUANTITIES } from "./published-results";
import type { SettledCurves, SettledResults } from "./settled-results";

/**
 * Sets what a settlement gives beside all that the operator published about the period.
 *
 * Curves first: each quantity that is published for one metering point is expected of all of its role. Then energies
 * and details; what an agreeing curve already lost to the rounding of its watts is granted to its energies.
 *
 * @param ours - Of the whole period.
 * @param theirs - Curves on the same axis.
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.2 and annexe 6.
 */
export function compareResults(
  ours: SettledResults,
  theirs: PublishedResults,
  period: Period,
): readonly ComparedFigure[] {
  const curves = [
    ...compareRole(ours.producers, "producer", ours.axis, theirs.curves, period),
    ...compareRole(ours.consumers, "consumer", ours.axis, theirs.curves, period),
  ];
  return [...curves, ...compareEnergies(ours, theirs.figures, period, curves)];
}

function compareRole(
  points: readonly SettledCurves[],
  role: PerimeterRole,
  axis: TimeAxis,
  published: readonly PublishedCurve[],
  period: Period,
): ComparedFigure[] {
  const { shared, rest } = RESULT_QUANTITIES[role];
  const known = new Set(points.map(({ meteringPointId }) => meteringPointId));
  const unknown = published.filter(
    ({ quantity, meteringPointId }) => (quantity === shared || quantity === rest) && !known.has(meteringPointId),
  );
  const byKey = new Map(published.map((curve) => [`${curve.quantity}|${curve.meteringPointId}`, curve.energyWh]));
  const expected = [shared, rest].filter((quantity) => published.some((curve) => curve.quantity === quantity));
  const nothing = new Float64Array(axis.length).fill(Number.NaN);
  // Somebody we count on no day of the period got nothing from us.
  const none = new Float64Array(axis.length);
  const strangers = [...new Set(unknown.map(({ meteringPointId }) => meteringPointId))].map((meteringPointId) => ({
    meteringPointId,
    energyWh: none,
    sharedWh: none,
  }));
  return [...points, ...strangers].flatMap(({ meteringPointId, energyWh, sharedWh }) => {
    const isExpected = stepsOfUse(energyWh, axis);
    return expected.map((quantity): ComparedFigure => {
      const ours = quantity === shared ? sharedWh : energyWh.map((wh, t) => Math.max(0, wh - (sharedWh[t] as number)));
      const theirs = byKey.get(`${quantity}|${meteringPointId}`) ?? nothing;
      const subject = { source: "curve", meteringPointId, consumerId: null, role, quantity, days: period } as const;
      return { ...subject, ...compareCurves(ours, theirs, axis, isExpected) };
    });
  });
}

// On the days out of the perimeter a metering point's energy is 0 and nothing is published of it; a day on which it
// measured nothing says no more.
function stepsOfUse(energyWh: Float64Array, axis: TimeAxis): Uint8Array {
  const steps = new Uint8Array(energyWh.length);
  for (const { start, length } of listParisDays(axis)) {
    const isUsed = energyWh.subarray(start, start + length).some((wh) => wh !== 0);
    if (isUsed) steps.fill(1, start, start + length);
  }
  return steps;
}
