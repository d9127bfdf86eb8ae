import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import type { Period } from "@/lib/domain/time/period";
import { countPerimeter } from "./count-perimeter";
import type { EvidencePoint } from "./evidence-point";
import type { MeasuredCurve } from "./measured-curve";
import type { EvidenceFigure } from "./operation-evidence";

export type HeldDataInput = {
  readonly points: readonly EvidencePoint[];
  readonly curves: readonly MeasuredCurve[];
  /** The last twelve civil months that are over. */
  readonly year: Period;
  readonly day: CivilDate;
};

/**
 * Which data an operation holds by metering point, as numbers: how many points in each direction, producers and power by
 * source, what share of the year's days is whole, the energies known.
 *
 * @see Action 3.1.1.1.2 of the Climat-Air-Énergie programme.
 */
export function listHeldDataFigures({ points, curves, year, day }: HeldDataInput): readonly EvidenceFigure[] {
  const { producers, consumerPoints, producerPoints, peakPowerWBySource } = countPerimeter(points, day);
  const consumers = holdingsOf("consumer", points, curves, year);
  const producing = holdingsOf("producer", points, curves, year);
  return [
    { code: "consumer_points", value: consumerPoints, period: null },
    { code: "producer_points", value: producerPoints, period: null },
    { code: "producers", value: producers, period: null },
    ...[...peakPowerWBySource].map(([energySource, value]): EvidenceFigure => {
      return { code: "peak_power", value, period: null, energySource };
    }),
    { code: "withdrawal_completeness", value: consumers.completeness, period: year },
    { code: "injection_completeness", value: producing.completeness, period: year },
    { code: "complete_points", value: consumers.completePoints + producing.completePoints, period: year },
    { code: "known_withdrawal", value: consumers.knownWh, period: year },
    { code: "known_injection", value: producing.knownWh, period: year },
  ];
}

function holdingsOf(
  role: PerimeterRole,
  points: readonly EvidencePoint[],
  curves: readonly MeasuredCurve[],
  year: Period,
) {
  const byPoint = new Map(curves.filter((curve) => curve.role === role).map((curve) => [curve.meteringPointId, curve]));
  let expectedDays = 0;
  let completeDays = 0;
  let completePoints = 0;
  for (const point of points) {
    const expected = countAttachedDays(point, role, year);
    if (expected === 0) continue;
    const complete = byPoint.get(point.id)?.completeDays ?? 0;
    expectedDays += expected;
    completeDays += complete;
    if (complete === expected) completePoints += 1;
  }
  const known = [...byPoint.values()].flatMap(({ knownWh }) => knownWh ?? []);
  return {
    completeness: expectedDays === 0 ? null : completeDays / expectedDays,
    completePoints,
    knownWh: known.length === 0 ? null : known.reduce((sum, energyWh) => sum + energyWh, 0),
  };
}

// Stays of one role never overlap: the database forbids it.
function countAttachedDays({ attachments }: EvidencePoint, role: PerimeterRole, year: Period): number {
  let days = 0;
  for (const stay of attachments) {
    if (stay.role !== role) continue;
    const from = stay.from > year.from ? stay.from : year.from;
    const isOpen = stay.toExclusive === null || stay.toExclusive > year.toExclusive;
    const toExclusive = isOpen ? year.toExclusive : (stay.toExclusive as CivilDate);
    days += Math.max(0, countDays(from, toExclusive));
  }
  return days;
}
