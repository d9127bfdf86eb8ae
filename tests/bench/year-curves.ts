import type { NewCurveDay } from "@/lib/data/load-curve-days";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { BenchOperation } from "./bench-operation";

/** Half-hours of every metering point over some days and the week before; producers give nothing at night. */
export function* yearCurves({ points }: BenchOperation, { from, toExclusive }: Period): Generator<NewCurveDay> {
  const axis = parisPeriodAxis(addDays(from, -7), toExclusive, 30);
  for (const [n, { id, role }] of points.entries()) {
    const quantity = role === "producer" ? "injection" : "withdrawal";
    const peakWh = role === "producer" ? 20_000 : 1_500;
    const isNight = (t: number) => role === "producer" && (t % 48 < 14 || t % 48 > 38);
    const energyWh = Float64Array.from({ length: axis.length }, (_, t) =>
      isNight(t) ? 0 : Math.round(seededUniform(1, t, n) * peakWh),
    );
    for (const each of splitIntoParisDays({ axis, energyWh })) {
      const { knownWh, missingCount } = sumEnergy(each.energyWh);
      yield { meteringPointId: id, quantity, ...each, version: 1, totalWh: knownWh, missingCount };
    }
  }
}
