import fc from "fast-check";
import { expect, test } from "vitest";
import { roundStep } from "@/lib/domain/coefficients/round-step";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parseAnnex5FileName, writeAnnex5FileName } from "@/lib/formats/annex-5/annex-5-file-name";
import { type CoefficientDay, writeAnnex5File } from "@/lib/formats/annex-5/write-annex-5-file";
import { PRMS, readTestFile } from "./read-test-file";

async function write(
  layout: Parameters<typeof writeAnnex5File>[0],
  days: readonly CoefficientDay[],
): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of writeAnnex5File(layout, days)) pieces.push(piece);
  return pieces;
}

const filled = (steps: number, ...ppm: readonly number[]) => ppm.map((value) => new Uint32Array(steps).fill(value));

test("the heading, then a piece a day, as annexe 5 prints it", async () => {
  const day = civilDate("2017-01-01");
  const [heading, first, ...others] = await write({ prms: PRMS, stepMinutes: 30, decimals: 1 }, [
    { day, ppm: filled(48, 15_000, 223_000, 178_000) },
  ]);
  expect(heading).toBe("Horodate;12345678901234;22345678901234;32345678901234\r\n");
  expect(first?.split("\r\n").slice(0, 2)).toEqual([
    "01-01-2017 00:00;1,5;22,3;17,8",
    "01-01-2017 00:30;1,5;22,3;17,8",
  ]);
  expect(others).toEqual([]);
});

test.for([
  { why: "two decimals where nothing is said", ppm: [333_333, 333_333, 333_334], cells: "33,33;33,33;33,34" },
  { why: "one", ppm: [333_333, 333_333, 333_334], decimals: 1, cells: "33,3;33,3;33,4" },
  { why: "four", ppm: [333_333, 333_333, 333_334], decimals: 4, cells: "33,3333;33,3333;33,3334" },
  { why: "3 × 33,33 + 0,01 stays exact", ppm: [333_300, 333_300, 333_400], cells: "33,33;33,33;33,34" },
  { why: "never above the whole", ppm: [999_999, 0, 0], cells: "99,99;0,00;0,00" },
  { why: "the whole", ppm: [1_000_000, 0, 0], cells: "100,00;0,00;0,00" },
] as const)("$why", async ({ ppm, cells, ...rest }) => {
  const layout = { prms: PRMS, stepMinutes: 60, ...rest };
  const [, text = ""] = await write(layout, [{ day: civilDate("2026-06-21"), ppm: filled(24, ...ppm) }]);
  expect(text.split("\r\n")[0]).toBe(`21-06-2026 00:00;${cells}`);
});

test.for([
  { day: "2026-03-29", rows: 46, night: ["01:30", "03:00", "03:30"] },
  { day: "2026-10-25", rows: 50, night: ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"] },
])("$day has $rows rows, as the clock shows them", async ({ day, rows, night }) => {
  const [, text = ""] = await write({ prms: ["12345678901234"], stepMinutes: 30 }, [
    { day: civilDate(day), ppm: filled(rows, 1_000_000) },
  ]);
  const clocks = text
    .trim()
    .split("\r\n")
    .map((line) => line.slice(11, 16));
  expect(clocks).toHaveLength(rows);
  expect(clocks.slice(3, 3 + night.length)).toEqual(night);
});

test("a day of another shape is a fault of the caller", async () => {
  await expect(
    write({ prms: PRMS, stepMinutes: 30 }, [{ day: civilDate("2026-10-25"), ppm: filled(48, 1, 1, 1) }]),
  ).rejects.toThrow("not 3 × 50");
});

const someName = fc.record({
  accNumber: fc.nat({ max: 99_999_999 }).map((n) => `ACC${String(n).padStart(8, "0")}`),
  stepMinutes: fc.constantFrom(5, 10, 15, 30, 60),
  period: fc.tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 1, max: 366 })).map(([start, length]) => ({
    from: addDays(civilDate("2017-01-01"), start),
    toExclusive: addDays(civilDate("2017-01-01"), start + length),
  })),
});

test("a name is read as it was written", () => {
  fc.assert(
    fc.property(someName, (name) => {
      expect(parseAnnex5FileName(writeAnnex5FileName(name))).toEqual(name);
    }),
  );
});

test("the name of the convention's example", () => {
  const period = { from: civilDate("2017-01-01"), toExclusive: civilDate("2017-02-01") };
  expect(writeAnnex5FileName({ accNumber: "ACC00000001", stepMinutes: 30, period })).toBe(
    "ACC00000001_30_01012017_31012017.txt",
  );
});

const someFile = fc.record({
  from: fc.constantFrom("2026-03-28", "2026-10-24", "2026-12-31"),
  dayCount: fc.integer({ min: 1, max: 3 }),
  stepMinutes: fc.constantFrom(10, 30, 60),
  decimals: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>,
  consumers: fc.integer({ min: 1, max: 5 }),
  salt: fc.integer({ min: 1, max: 9_973 }),
  pieceBytes: fc.integer({ min: 1, max: 5_000 }),
});

test("what is written is read back at its precision, at every step, across both clock changes", async () => {
  await fc.assert(
    fc.asyncProperty(someFile, async ({ from, dayCount, stepMinutes, decimals, consumers, salt, pieceBytes }) => {
      const prms = Array.from({ length: consumers }, (_, j) => `1234567890${1_000 + j}`);
      const unitPpm = 10 ** (4 - decimals);
      const days = Array.from({ length: dayCount }, (_, k): CoefficientDay => {
        const day = addDays(civilDate(from), k);
        return { day, ppm: someRows(parisDayAxis(day, stepMinutes).length, consumers, salt + k) };
      });
      const period = { from: civilDate(from), toExclusive: addDays(civilDate(from), dayCount) };
      const name = writeAnnex5FileName({ accNumber: "ACC00000001", stepMinutes, period });
      const text = (await write({ prms, stepMinutes, decimals }, days)).join("");
      const reading = await readTestFile(text, { name, pieceBytes, consumerPrms: prms.toReversed(), period });
      expect(reading.problems).toEqual({ listed: [], errorCount: 0, warningCount: 0 });
      expect(reading.days.map(({ day }) => day)).toEqual(days.map(({ day }) => day));
      for (const [k, { ppm }] of days.entries()) {
        expect(reading.days[k]?.ppm.toReversed()).toEqual(rounded(ppm, unitPpm));
      }
    }),
    { numRuns: 60 },
  );
});

/** Rows that use the whole at most, odd values included. */
function someRows(steps: number, consumers: number, salt: number): Uint32Array[] {
  const rows = Array.from({ length: consumers }, () => new Uint32Array(steps));
  for (let t = 0; t < steps; t += 1) {
    let left = 1_000_000;
    for (const [j, values] of rows.entries()) {
      const value = t % 7 === 0 && j === consumers - 1 ? left : ((t + 1) * (j + 3) * salt * 7_919) % (left + 1);
      values[t] = value;
      left -= value;
    }
  }
  return rows;
}

function rounded(ppm: readonly Uint32Array[], unitPpm: number): Uint32Array[] {
  const out = ppm.map((values) => new Uint32Array(values.length));
  const row = new Uint32Array(ppm.length);
  for (let t = 0; t < (ppm[0]?.length ?? 0); t += 1) {
    roundStep(
      ppm.map((values) => values[t] as number),
      unitPpm,
      row,
    );
    for (const [j, values] of out.entries()) values[t] = row[j] as number;
  }
  return out;
}
