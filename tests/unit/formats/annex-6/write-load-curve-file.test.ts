import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { parseMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { readLoadCurveFile } from "@/lib/formats/annex-6/read-load-curve-file";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";

const encode = (text: string) => new TextEncoder().encode(text);

test("an October day by half-hours", () => {
  const axis = parisPeriodAxis(civilDate("2026-10-25"), civilDate("2026-10-26"), 30);
  const energyWh = Float64Array.from({ length: 50 }, (_, t) => (t === 5 ? Number.NaN : t));
  const { name, text } = writeLoadCurveFile({
    identifier: "12345678901234",
    quantity: "self_consumed",
    series: { axis, energyWh },
  });
  expect(name).toBe("12345678901234_25102026_25102026_Autoconso_CDC.csv");
  expect(text.split("\r\n").slice(1, 5)).toEqual([
    "25/10/2026 01:00;4;6;",
    "25/10/2026 02:00;8;;",
    "25/10/2026 02:00;12;14;",
    "25/10/2026 03:00;16;18;",
  ]);
  expect(text.split("\r\n")).toHaveLength(26);
});

test("whole watts, or all decimals", () => {
  const axis = parisPeriodAxis(civilDate("2026-06-21"), civilDate("2026-06-22"), 60);
  const energyWh = new Float64Array(24);
  energyWh.set([0.4, 1.5, 1e-9, 1234.5678]);
  const file = { identifier: "ACC00000112", quantity: "surplus", series: { axis, energyWh } } as const;
  const cells = (text: string) =>
    text
      .split("\r\n")
      .slice(0, 4)
      .map((line) => line.split(";")[1]);
  expect(cells(writeLoadCurveFile(file).text)).toEqual(["0", "2", "0", "1235"]);
  const exact = writeLoadCurveFile({ ...file, precision: "exact" }).text;
  expect(cells(exact)).toEqual(["0,4", "1,5", "0,00000000100000000000", "1234,5678"]);
});

const someFile = fc
  .record({
    from: fc.constantFrom("2026-03-27", "2026-10-23", "2026-06-21", "2027-12-30"),
    days: fc.integer({ min: 1, max: 5 }),
    stepMinutes: fc.constantFrom(5, 10, 15, 30, 60),
  })
  .chain(({ from, days, stepMinutes }) => {
    const start = civilDate(from);
    const axis = parisPeriodAxis(start, addDays(start, days), stepMinutes);
    const power = fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 5_000_000 }) }, fc.constant(Number.NaN));
    return fc
      .array(power, { minLength: axis.length, maxLength: axis.length, size: "max" })
      .map((powersW) => ({ axis, energyWh: Float64Array.from(powersW, (powerW) => powerW / (60 / stepMinutes)) }));
  });

test("whole watts are read back as they were, at every step, across both clock changes", () => {
  fc.assert(
    fc.property(someFile, (series) => {
      const { name, text } = writeLoadCurveFile({ identifier: "12345678901234", quantity: "withdrawal", series });
      const reading = readLoadCurveFile(encode(text), parseMeasureFileName(name)?.period ?? null);
      expect(reading.problems).toEqual({ listed: [], errorCount: 0, warningCount: 0 });
      expect(reading.series).toEqual([series]);
    }),
    { numRuns: 60 },
  );
});

test("any energy is read back within a rounding when written exactly", () => {
  const axis = parisPeriodAxis(civilDate("2026-10-25"), civilDate("2026-10-26"), 60);
  const energies = fc.array(fc.double({ min: 0, max: 1e8, noNaN: true }), { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(energies, (values) => {
      const series = { axis, energyWh: Float64Array.from(values) };
      const { text } = writeLoadCurveFile({
        identifier: "ACC00000112",
        quantity: "surplus",
        series,
        precision: "exact",
      });
      const reading = readLoadCurveFile(encode(text), null);
      expect(reading.problems.errorCount).toBe(0);
      for (const [t, value] of values.entries()) {
        expect(Math.abs((reading.series[0]?.energyWh[t] as number) - value)).toBeLessThanOrEqual(1e-15 * value + 1e-20);
      }
    }),
  );
});

const CURVES = "../shared/data/curves/commune-2025/consumption_30min.csv";

test.skipIf(!existsSync(CURVES))(`a real year is read back to the watt (skipped without ${CURVES})`, () => {
  const [, ...rows] = readFileSync(CURVES, "utf8").trim().split("\n");
  const axis = parisPeriodAxis(civilDate("2025-01-01"), civilDate("2026-01-01"), 30);
  expect(rows).toHaveLength(axis.length);
  const energyWh = Float64Array.from(rows, (row) => {
    const cell = row.split(",")[2] ?? "";
    return cell === "" ? Number.NaN : Number(cell) * 1000;
  });
  const { text } = writeLoadCurveFile({
    identifier: "12345678901234",
    quantity: "withdrawal",
    series: { axis, energyWh },
  });
  const {
    series: [series],
    problems,
  } = readLoadCurveFile(encode(text), null);
  expect(problems.errorCount + problems.warningCount).toBe(0);
  for (const [t, value] of energyWh.entries()) {
    expect(Math.abs((series?.energyWh[t] as number) - value)).toBeLessThanOrEqual(0.25);
  }
  const [read, written] = [sumEnergy(series?.energyWh ?? new Float64Array(0)), sumEnergy(energyWh)];
  expect(Math.abs(read.knownWh / written.knownWh - 1)).toBeLessThan(1e-5);
});
