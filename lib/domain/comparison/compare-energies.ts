import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { roleOfQuantity } from "@/lib/domain/perimeter/role-of-quantity";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { Period } from "@/lib/domain/time/period";
import type { ComparedFigure, FigureSubject } from "./compared-figure";
import type { SettledCurves, SettledResults } from "./settled-results";
import { ARITHMETIC_TOLERANCE_WH, ENERGY_TOLERANCE_WH } from "./tolerance";

/**
 * Sets energies and details that the operator published beside ours, tariff periods added up.
 *
 * Each printed energy may be off by 0.01 kWh, their sum by as much for each. Where the operator's own curve agrees with
 * ours at every step, the energy may have been added up from its whole watts: what these lose or gain is granted too.
 *
 * @param figures - Those whose days are not within the period, and details of other days than it, are left out.
 * @param curves - How the curves compare.
 */
export function compareEnergies(
  ours: SettledResults,
  figures: readonly PublishedFigure[],
  period: Period,
  curves: readonly ComparedFigure[],
): readonly ComparedFigure[] {
  const grants = grantedWh(curves);
  const energies = [...groupEnergies(figures, period).values()].map(({ subject, theirsWh, rows }) => {
    const grant = isWhole(subject.days, period) ? (grants.get(keyOf(subject)) ?? 0) : 0;
    return toFigure(subject, sumOurs(ours, subject), theirsWh, rows * ENERGY_TOLERANCE_WH + grant);
  });
  return [...energies, ...compareShares(ours, figures, period)];
}

type Energy = { readonly subject: FigureSubject; readonly theirsWh: number; readonly rows: number };

// A total beside its tariff periods is not added to them.
function groupEnergies(figures: readonly PublishedFigure[], period: Period): ReadonlyMap<string, Energy> {
  const groups = new Map<string, Energy & { readonly isTotal: boolean }>();
  for (const figure of figures) {
    if (figure.kind !== "energy") continue;
    const { meteringPointId, quantity, source, period: days, tariffPeriod, energyWh } = figure;
    if (days.from < period.from || days.toExclusive > period.toExclusive) continue;
    const role = meteringPointId === null ? null : roleOfQuantity(quantity);
    const subject = { source, meteringPointId, consumerId: null, role, quantity, days };
    const key = `${source}|${keyOf(subject)}|${days.from}|${days.toExclusive}`;
    const isTotal = tariffPeriod === null;
    const before = groups.get(key);
    if (!before || (isTotal && !before.isTotal)) groups.set(key, { subject, theirsWh: energyWh, rows: 1, isTotal });
    else if (isTotal === before.isTotal) {
      groups.set(key, { ...before, theirsWh: before.theirsWh + energyWh, rows: before.rows + 1 });
    }
  }
  return groups;
}

function compareShares(ours: SettledResults, figures: readonly PublishedFigure[], period: Period): ComparedFigure[] {
  const producerAt = new Map(ours.producers.map(({ meteringPointId }, i) => [meteringPointId, i]));
  const consumerAt = new Map(ours.consumers.map(({ meteringPointId }, j) => [meteringPointId, j]));
  return figures.flatMap((figure) => {
    if (figure.kind !== "share" || !isWhole(figure.period, period)) return [];
    const { producerId, consumerId, energyWh } = figure;
    const row = ours.pairTotalsWh[producerAt.get(producerId) ?? -1];
    const oursWh = row?.[consumerAt.get(consumerId) ?? -1] ?? Number.NaN;
    const subject = {
      source: "detail",
      meteringPointId: producerId,
      consumerId,
      role: "producer",
      quantity: "self_produced",
      days: period,
    } as const;
    return [toFigure(subject, oursWh, energyWh, ENERGY_TOLERANCE_WH)];
  });
}

function toFigure(
  subject: FigureSubject,
  oursWh: number | null,
  theirsWh: number,
  toleranceWh: number,
): ComparedFigure {
  const distanceWh = oursWh === null ? 0 : Math.abs(theirsWh - oursWh);
  const isDifferent = distanceWh > toleranceWh + ARITHMETIC_TOLERANCE_WH * 1_000;
  return {
    ...subject,
    oursWh,
    theirsWh,
    toleranceWh,
    isDifferent,
    excessWh: isDifferent ? distanceWh : 0,
    steps: null,
  };
}

const isWhole = (days: Period, period: Period) => days.from === period.from && days.toExclusive === period.toExclusive;

const keyOf = ({ meteringPointId, quantity }: Pick<FigureSubject, "meteringPointId" | "quantity">) =>
  `${meteringPointId ?? ""}|${quantity}`;

/** By metering point and quantity, and by quantity for the whole operation. [Wh] */
function grantedWh(curves: readonly ComparedFigure[]): ReadonlyMap<string, number> {
  const grants = new Map<string, number>();
  for (const curve of curves) {
    const { oursWh, theirsWh, isDifferent, quantity } = curve;
    if (isDifferent || oursWh === null || theirsWh === null) continue;
    const lostWh = Math.abs(theirsWh - oursWh);
    const whole = keyOf({ meteringPointId: null, quantity });
    grants.set(keyOf(curve), lostWh);
    grants.set(whole, (grants.get(whole) ?? 0) + lostWh);
  }
  return grants;
}

/** Null where we have nothing of that metering point. [Wh] */
function sumOurs(ours: SettledResults, { meteringPointId, quantity, days }: FigureSubject): number | null {
  const role: PerimeterRole = roleOfQuantity(quantity);
  const points = role === "producer" ? ours.producers : ours.consumers;
  const counted =
    meteringPointId === null ? points : points.filter((point) => point.meteringPointId === meteringPointId);
  if (counted.length === 0) return null;
  const stepMs = ours.axis.stepMinutes * 60_000;
  const [start, end] = [days.from, days.toExclusive].map((day) => (parisMidnightMs(day) - ours.axis.startMs) / stepMs);
  const totalWh = counted.reduce((sum, point) => sum + sumQuantity(point, quantity, start ?? 0, end ?? 0), 0);
  return Number.isNaN(totalWh) ? null : totalWh;
}

function sumQuantity(
  { energyWh, sharedWh }: SettledCurves,
  quantity: EnergyQuantity,
  start: number,
  end: number,
): number {
  let [energy, shared] = [0, 0];
  for (let t = start; t < end; t += 1) {
    energy += energyWh[t] as number;
    shared += sharedWh[t] as number;
  }
  if (quantity === "withdrawal" || quantity === "injection") return energy;
  return quantity === "self_consumed" || quantity === "self_produced" ? shared : energy - shared;
}
