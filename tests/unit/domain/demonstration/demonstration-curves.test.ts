import { describe, expect, test } from "vitest";
import { demonstrationCurves } from "@/lib/domain/demonstration/demonstration-curves";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { fillGaps } from "@/lib/domain/series/fill-gaps";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const { measured, startDay, gaps } = DEMONSTRATION_OPERATION;
const AXIS = parisPeriodAxis(measured.from, measured.toExclusive, 30);
const CURVES = demonstrationCurves(AXIS);

// FNV-1a over the watts, four bytes each; −1 stands for a missing step.
function checksum(energyWh: Float64Array): string {
  let hash = 0x811c9dc5;
  for (const value of energyWh) {
    const watts = Number.isNaN(value) ? -1 : energyToPowerW(value, 30);
    for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((watts >> shift) & 0xff), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

function curveOf(name: string) {
  const curve = CURVES.find(({ meteringPoint }) => meteringPoint.name === name);
  if (!curve) throw new Error(`no metering point called ${name}`);
  return curve.series;
}

test("thirteen months hold both changes of the clock", () => {
  const lengths = listParisDays(AXIS).map(({ length }) => length);
  expect(lengths.filter((length) => length === 46)).toHaveLength(1);
  expect(lengths.filter((length) => length === 50)).toHaveLength(2);
  expect(AXIS.length).toBe(396 * 48 - 2 + 2 + 2);
});

test("twelve curves on one axis, whole watts, none below 0", () => {
  expect(CURVES.map(({ quantity }) => quantity).filter((quantity) => quantity === "injection")).toHaveLength(1);
  for (const { series } of CURVES) {
    expect(series.axis).toBe(AXIS);
    const known = series.energyWh.filter((value) => !Number.isNaN(value));
    expect(known.every((value) => value >= 0 && Number.isInteger(energyToPowerW(value, 30)))).toBe(true);
  }
});

// Screens, documentation and end-to-end tests quote these curves: a change of the model must be meant.
test("the curves are what they were", () => {
  expect(
    Object.fromEntries(CURVES.map(({ meteringPoint, series }) => [meteringPoint.name, checksum(series.energyWh)])),
  ).toMatchInlineSnapshot(`
    {
      "Cantine scolaire": "2a2df96b",
      "Centre culturel": "93573609",
      "Centre technique municipal": "f0bb0f0d",
      "Halle des sports": "9d35650e",
      "Mairie": "3367dc01",
      "Maison des services": "e3687923",
      "Médiathèque": "7bffd4bd",
      "Point-jeunes": "6dcc61aa",
      "Salle de convivialité": "e48ae569",
      "Toiture de la salle de convivialité": "72f34919",
      "École maternelle": "7087a1c8",
      "École élémentaire": "f4c0e5e9",
    }
  `);
});

test("a day asked alone equals the same day of the whole", () => {
  const axis = parisDayAxis(civilDate("2026-10-25"), 30);
  const first = (axis.startMs - AXIS.startMs) / 1_800_000;
  for (const [rank, { series }] of demonstrationCurves(axis).entries()) {
    expect(series.energyWh).toEqual(CURVES[rank]?.series.energyWh.slice(first, first + axis.length));
  }
});

test("no meter goes above the power it subscribed", () => {
  for (const { meteringPoint, series } of CURVES) {
    if (meteringPoint.role !== "consumer") continue;
    const known = series.energyWh.filter((value) => !Number.isNaN(value));
    expect(energyToPowerW(Math.max(...known), 30)).toBeLessThanOrEqual(meteringPoint.subscribedPowerVa);
  }
});

test("the first twelve months hold the annual energy, but for the gaps and the rounding to a watt", () => {
  const year = parisPeriodAxis(startDay, civilDate("2026-10-01"), 30);
  for (const { meteringPoint, series } of demonstrationCurves(year)) {
    if (meteringPoint.role !== "consumer" || gaps.some(({ prm }) => prm === meteringPoint.prm)) continue;
    expect(Math.abs(sumEnergy(series.energyWh).knownWh - meteringPoint.annualEnergyWh)).toBeLessThan(200);
  }
});

test("the roof gives 1 300 to 1 500 kWh/kWc in its first twelve months", () => {
  const year = demonstrationCurves(parisPeriodAxis(startDay, civilDate("2026-10-01"), 30));
  const roof = year.find(({ quantity }) => quantity === "injection");
  const yieldHours = sumEnergy(roof?.series.energyWh ?? new Float64Array()).knownWh / 54_000;
  expect(yieldHours).toBeGreaterThan(1_300);
  expect(yieldHours).toBeLessThan(1_500);
});

describe("gaps, and what the convention's rule makes of them (art. 5.2.3)", () => {
  function origins(name: string) {
    const { origin } = fillGaps(curveOf(name), AXIS);
    const count = (wanted: number) => origin.filter((value) => value === wanted).length;
    return {
      interpolated: count(STEP_ORIGIN.interpolated),
      copied: count(STEP_ORIGIN.copied),
      missing: count(STEP_ORIGIN.missing),
    };
  }

  test.for([
    ["Mairie", { interpolated: 2, copied: 0, missing: 0 }],
    ["Centre culturel", { interpolated: 0, copied: 10, missing: 0 }],
    ["Halle des sports", { interpolated: 0, copied: 7 * 48, missing: 2 * 48 }],
    ["Médiathèque", { interpolated: 0, copied: 0, missing: 0 }],
  ] as const)("%s", ([name, expected]) => {
    expect(origins(name)).toEqual(expected);
  });

  test("October 2026 waits for two days of the sports hall, every other month is complete", () => {
    const waiting = CURVES.flatMap(({ meteringPoint, series }) => {
      const { energyWh } = fillGaps(series, AXIS);
      const incomplete = listParisDays(AXIS).filter(({ start, length }) =>
        energyWh.subarray(start, start + length).some(Number.isNaN),
      );
      return incomplete.map(({ day }) => [meteringPoint.name, day]);
    });
    expect(waiting).toEqual([
      ["Halle des sports", "2026-10-19"],
      ["Halle des sports", addDays(civilDate("2026-10-19"), 1)],
    ]);
  });
});

test("thirteen months of twelve meters take less than a second", () => {
  const durations = [1, 2, 3].map(() => {
    const startMs = performance.now();
    demonstrationCurves(AXIS);
    return performance.now() - startMs;
  });
  expect(Math.min(...durations)).toBeLessThan(1_000);
});
