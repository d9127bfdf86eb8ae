import { describe, expect, test } from "vitest";
import { formatBytes } from "@/lib/format/format-bytes";
import { formatDuration } from "@/lib/format/format-duration";
import {
  chooseEnergyUnit,
  formatEnergy,
  formatKw,
  formatKwh,
  formatMwh,
  formatSignedKwh,
  formatWh,
  splitEnergy,
} from "@/lib/format/format-energy";
import { formatEuros, formatRoundEuros, formatSignedEuros } from "@/lib/format/format-money";
import { formatCount, formatNumber, formatQuantity } from "@/lib/format/format-number";
import { changeRatio, formatPercent, formatPpm, formatSignedPercent } from "@/lib/format/format-percent";

// In the tables, a plain space stands for either no-break space: what matters is that there is no other.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("a figure never breaks from its unit, nor inside", () => {
  expect(formatKwh(1_234_567)).toBe("1\u202f234,6\u00a0kWh");
});

describe("numbers", () => {
  test.for([
    [1234.56, { minDecimals: 1 }, "1 234,6"],
    [0, {}, "0"],
    [-0, {}, "0"],
    [-0.04, { minDecimals: 1 }, "0,0"],
    [-12.5, { minDecimals: 1 }, "−12,5"],
    [12, { signed: true }, "+12"],
    [0, { signed: true }, "0"],
    [0.5, { maxDecimals: 2 }, "0,5"],
    [null, {}, "–"],
    [undefined, {}, "–"],
    [Number.NaN, { minDecimals: 2 }, "–"],
    [Number.POSITIVE_INFINITY, {}, "–"],
  ] as const)("%o %o → %s", ([value, format, expected]) => {
    expect(plain(formatNumber(value, format))).toBe(expected);
  });

  test.for([
    [0, "0 jour"],
    [1, "1 jour"],
    [2, "2 jours"],
    [1200, "1 200 jours"],
    [null, "–"],
  ] as const)("%o days → %s", ([count, expected]) => {
    expect(plain(formatCount(count, "jour", "jours"))).toBe(expected);
  });

  test("an unknown quantity has no unit", () => {
    expect(formatQuantity(Number.NaN, "kWh")).toBe("–");
  });
});

describe("energy and power", () => {
  test.for([
    [formatKwh(12_345), "12,3 kWh"],
    [formatKwh(12_345, 3), "12,345 kWh"],
    [formatKwh(Number.NaN), "–"],
    [formatMwh(12_345_678), "12,35 MWh"],
    [formatWh(1234), "1 234 Wh"],
    [formatKw(3600), "3,6 kW"],
    [formatKw(null), "–"],
    [formatSignedKwh(-1200), "−1,2 kWh"],
    [formatSignedKwh(1200), "+1,2 kWh"],
    [formatEnergy(850), "850 Wh"],
    [formatEnergy(0), "0,0 kWh"],
    [formatEnergy(45_600_000), "45,6 MWh"],
    [formatEnergy(45_600_000, "kWh"), "45 600,0 kWh"],
    [formatEnergy(null), "–"],
  ] as const)("%s = %s", ([actual, expected]) => {
    expect(plain(actual)).toBe(expected);
  });

  test.for([
    [0, "kWh"],
    [999, "Wh"],
    [9_999_999, "kWh"],
    [10_000_000, "MWh"],
    [10_000_000_000, "GWh"],
    [Number.NaN, "kWh"],
  ] as const)("%o Wh is read in %s", ([energyWh, unit]) => {
    expect(chooseEnergyUnit(energyWh)).toBe(unit);
  });

  test("an unknown figure is shown without unit", () => {
    expect(splitEnergy(null)).toEqual({ value: "–", unit: "" });
  });
});

describe("percentages", () => {
  test.for([
    [formatPercent(0.459), "45,9 %"],
    [formatPercent(1.204, 0), "120 %"],
    [formatPercent(null), "–"],
    [formatPercent(0 / 0), "–"],
    [formatPpm(125_000), "12,5 %"],
    [formatPpm(333_333), "33,3333 %"],
    [formatPpm(1_000_000), "100 %"],
    [formatPpm(1), "0,0001 %"],
    [formatPpm(null), "–"],
    [formatSignedPercent(0.042), "+4 %"],
    [formatSignedPercent(-0.042, 1), "−4,2 %"],
    [formatSignedPercent(0.001), "0 %"],
  ] as const)("%s = %s", ([actual, expected]) => {
    expect(plain(actual)).toBe(expected);
  });

  test.for([
    [104, 100, 0.04],
    [50, -100, 1.5],
    [5, 0, null],
    [0, 0, null],
    [null, 100, null],
    [100, undefined, null],
    [Number.NaN, 1, null],
  ] as const)("from %o to %o", ([current, previous, expected]) => {
    expect(changeRatio(current, previous)).toBe(expected);
  });
});

test.for([
  [formatEuros(123_456), "1 234,56 €"],
  [formatEuros(-5), "−0,05 €"],
  [formatEuros(null), "–"],
  [formatRoundEuros(123_456), "1 235 €"],
  [formatSignedEuros(1200), "+12,00 €"],
] as const)("money: %s = %s", ([actual, expected]) => {
  expect(plain(actual)).toBe(expected);
});

test.for([
  [0, "0 octet"],
  [1, "1 octet"],
  [999, "999 octets"],
  [1000, "1 ko"],
  [1_234_567, "1,2 Mo"],
  [999_960, "1 Mo"],
  [3_000_000_000, "3 Go"],
  [Number.NaN, "–"],
] as const)("%o bytes → %s", ([size, expected]) => {
  expect(plain(formatBytes(size))).toBe(expected);
});

test.for([
  [0, "0 s"],
  [840, "0,8 s"],
  [12_000, "12 s"],
  [59_600, "1 min"],
  [125_000, "2 min 5 s"],
  [12_000_000, "3 h 20 min"],
  [187_200_000, "2 j 4 h"],
  [-1, "–"],
  [null, "–"],
] as const)("%o ms → %s", ([ms, expected]) => {
  expect(plain(formatDuration(ms))).toBe(expected);
});
