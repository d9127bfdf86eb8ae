import type { NewCurveDay } from "@/lib/data/load-curve-days";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { BenchOperation } from "./bench-operation";

/** What every point of an operation measured over a period, half-hour by half-hour, the same at every run. */
export function* randomCurves({ points }: Pick<BenchOperation, "points">, period: Period): Generator<NewCurveDay> {
  const axis = parisPeriodAxis(period.from, period.toExclusive, 30);
  for (const [n, { id, role }] of points.entries()) {
    const peakWh = role === "producer" ? 20_000 : 1_500;
    const energyWh = Float64Array.from({ length: axis.length }, (_, t) => Math.round(seededUniform(1, t, n) * peakWh));
    const quantity = role === "producer" ? "injection" : "withdrawal";
    for (const day of splitIntoParisDays({ axis, energyWh })) {
      const { knownWh, missingCount } = sumEnergy(day.energyWh);
      yield { meteringPointId: id, quantity, ...day, version: 1, totalWh: knownWh, missingCount };
    }
  }
}
