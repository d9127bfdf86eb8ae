import fc from "fast-check";
import { expect, test } from "vitest";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { resampleSeries } from "@/lib/domain/series/resample-series";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { readLoadCurveFile } from "@/lib/formats/annex-6/read-load-curve-file";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";

const HOURS = Array.from({ length: 24 }, (_, h) => h);

function read(lines: readonly string[]) {
  const { series, problems } = readLoadCurveFile(new TextEncoder().encode(lines.join("\n")), null);
  return { series, problems, codes: problems.listed.map(({ code, line }) => (line ? `${code}@${line}` : code)) };
}

const line = (day: number, hour: number, cells: string) =>
  `${day}/06/2026 ${String(hour).padStart(2, "0")}:00;${cells}`;
const dayOf = (day: number, cells: string) => HOURS.map((hour) => line(day, hour, cells));

test("a step that changes at midnight: each stretch keeps its own, and it is said", () => {
  const { series, problems } = read([...dayOf(20, "6;12;"), ...dayOf(21, "1;2;3;4;5;6;")]);
  expect(series.map(({ axis }) => axis)).toEqual([
    parisPeriodAxis(civilDate("2026-06-20"), civilDate("2026-06-21"), 30),
    parisPeriodAxis(civilDate("2026-06-21"), civilDate("2026-06-22"), 10),
  ]);
  expect([...(series[0]?.energyWh.subarray(0, 2) ?? [])]).toEqual([3, 6]);
  expect([...(series[1]?.energyWh.subarray(0, 2) ?? [])]).toEqual([1 / 6, 2 / 6]);
  expect(problems).toMatchObject({ errorCount: 0, warningCount: 1, listed: [{ code: "STEP_CHANGE" }] });
  expect(problems.listed[0]?.message).toMatch(/^Le pas de mesure passe de 30 à 10 minutes au 21\/06\/2026\./);
});

test("a day of two steps takes the coarser, its energy unchanged", () => {
  const mixed = HOURS.map((hour) => line(21, hour, hour < 10 ? "6;12;" : "1;2;3;4;5;6;"));
  const { series, problems } = read([...dayOf(20, "6;12;"), ...mixed, ...dayOf(22, "1;2;3;4;5;6;")]);
  expect(series.map(({ axis }) => [axis.stepMinutes, axis.length])).toEqual([
    [30, 96],
    [10, 144],
  ]);
  const day = series[0]?.energyWh.subarray(48) ?? new Float64Array(0);
  expect([...day.subarray(18, 22)]).toEqual([3, 6, 1 / 6 + 2 / 6 + 3 / 6, 4 / 6 + 5 / 6 + 6 / 6]);
  expect(sumEnergy(day).totalWh).toBeCloseTo(10 * 9 + 14 * 3.5, 9);
  expect(problems.listed.map(({ code }) => code)).toEqual(["STEPS_MIXED", "STEP_CHANGE"]);
  expect(problems.listed[0]?.message).toContain("Le 21/06/2026 porte plusieurs pas de mesure (30, 10 minutes)");
});

test("a fine value missing makes the coarse one missing", () => {
  const mixed = HOURS.map((hour) => line(21, hour, hour < 10 ? "6;12;" : hour === 12 ? "1;;3;4;5;6;" : "1;2;3;4;5;6;"));
  const day = read(mixed).series[0]?.energyWh;
  expect(day?.[24]).toBeNaN();
  expect(day?.[25]).toBe(2.5);
});

test.for([1, 2, 3])("%d line(s) of another length are damaged ones, not another step", (count) => {
  const lines = HOURS.map((hour) => line(21, hour, hour >= 5 && hour < 5 + count ? "7;" : "6;12;"));
  const { series, codes } = read(lines);
  expect(codes).toEqual(Array.from({ length: count }, (_, k) => `VALUE_COUNT@${6 + k}`));
  expect(series[0]?.axis.length).toBe(48);
  expect(series[0]?.energyWh[10]).toBeNaN();
});

test("absent lines part no stretch, empty days take the step of the day before", () => {
  const coarse = [0, 1, 8, 9].map((hour) => line(23, hour, "7;"));
  const { series, codes } = read([...dayOf(20, "6;12;"), ...coarse]);
  expect(codes.filter((code) => code !== "MISSING_HOURS")).toEqual(["STEP_CHANGE"]);
  expect(series.map(({ axis }) => [axis.stepMinutes, axis.length])).toEqual([
    [30, 3 * 48],
    [60, 24],
  ]);
});

test("lines written backwards across October, at two steps", () => {
  const clock = [0, 1, 2, 2, ...HOURS.slice(3)];
  const lines = clock.map(
    (hour, h) => `25/10/2026 ${String(hour).padStart(2, "0")}:00;${h <= 2 ? `${h};` : `${h};${h};`}`,
  );
  const before = HOURS.map((hour) => `24/10/2026 ${String(hour).padStart(2, "0")}:00;9;`);
  const { series } = read([...before, ...lines].toReversed());
  expect(series).toHaveLength(1);
  expect([...(series[0]?.energyWh.subarray(24, 30) ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
});

const someStretches = fc
  .array(fc.record({ days: fc.integer({ min: 1, max: 3 }), stepMinutes: fc.constantFrom(5, 10, 15, 30, 60) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((stretches) => {
    let from = civilDate("2026-03-27");
    return stretches.flatMap(({ days, stepMinutes }, index): EnergySeries[] => {
      if (stretches[index - 1]?.stepMinutes === stepMinutes) return [];
      const axis = parisPeriodAxis(from, addDays(from, days), stepMinutes);
      from = addDays(from, days);
      return [{ axis, energyWh: Float64Array.from({ length: axis.length }, (_, t) => t * stepMinutes) }];
    });
  });

test("any stretches of whole days are read back as they were", () => {
  fc.assert(
    fc.property(someStretches, (stretches) => {
      const text = stretches
        .map((series) => writeLoadCurveFile({ identifier: "x", quantity: "withdrawal", series }).text)
        .join("");
      const { series, problems } = readLoadCurveFile(new TextEncoder().encode(text), null);
      expect(series).toEqual(stretches);
      expect(problems).toMatchObject({ errorCount: 0, warningCount: stretches.length - 1 });
    }),
  );
});

test("a mixed day is what resampling each part gives", () => {
  const cut = fc.integer({ min: 4, max: 20 });
  const steps = fc.constantFrom([5, 15], [10, 15], [15, 60], [10, 30], [30, 60]);
  fc.assert(
    fc.property(cut, steps, fc.boolean(), (hour, [fine = 5, coarse = 5], isFineFirst) => {
      const stepAt = (h: number) => (h < hour === isFineFirst ? fine : coarse);
      const cells = (h: number) => Array.from({ length: 60 / stepAt(h) }, (_, k) => h * 12 + k);
      const { series } = read(HOURS.map((h) => line(21, h, `${cells(h).join(";")};`)));
      expect(series.map(({ axis }) => axis.stepMinutes)).toEqual([coarse]);
      const expected = HOURS.flatMap((h) => {
        const energyWh = Float64Array.from(cells(h), (powerW) => (powerW * stepAt(h)) / 60);
        const axis = { startMs: 0, stepMinutes: stepAt(h), length: energyWh.length };
        return [...resampleSeries({ axis, energyWh }, coarse).energyWh];
      });
      for (const [t, value] of expected.entries()) expect(series[0]?.energyWh[t]).toBeCloseTo(value, 9);
    }),
  );
});
