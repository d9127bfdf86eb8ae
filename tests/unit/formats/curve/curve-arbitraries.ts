import fc from "fast-check";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

/** Stretches of whole days at different steps, of whole watts, with missing values, near clock changes. */
export const someStretches: fc.Arbitrary<readonly EnergySeries[]> = fc
  .record({
    from: fc.constantFrom("2026-03-27", "2026-10-23", "2026-06-21", "2027-12-30"),
    stretches: fc.array(
      fc.record({
        days: fc.integer({ min: 1, max: 3 }),
        stepMinutes: fc.constantFrom(5, 10, 15, 30, 60),
        salt: fc.integer({ min: 1, max: 9973 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ from: start, stretches }) => {
    let from = civilDate(start);
    return stretches.flatMap(({ days, stepMinutes, salt }, index): EnergySeries[] => {
      if (stretches[index - 1]?.stepMinutes === stepMinutes) return [];
      const axis = parisPeriodAxis(from, addDays(from, days), stepMinutes);
      from = addDays(from, days);
      const energyWh = Float64Array.from({ length: axis.length }, (_, t) => {
        const powerW = (t * salt) % 100_003;
        return powerW % 11 === 5 ? Number.NaN : (powerW * stepMinutes) / 60;
      });
      return [{ axis, energyWh }];
    });
  });
