import { describe, expect, test } from "vitest";
import { bandPath, listRuns, stairsPath } from "@/components/charts/curve-paths";
import type { CurvePlotData } from "@/components/charts/curve-plot-data";
import { listStretches } from "@/components/charts/curve-stretches";
import { describeStretch, nameStretch } from "@/components/charts/describe-stretch";
import { valueTicks } from "@/components/charts/plot-scale";
import { timeTicks } from "@/components/charts/time-ticks";
import { zoomWindow } from "@/components/charts/zoom-window";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";

const HOUR_MS = 3_600_000;
const midnight = (day: string) => parisMidnightMs(civilDate(day));
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

test("a line is drawn over each stretch and broken where nothing is known", () => {
  const toY = (value: number) => 100 - value;
  expect(stairsPath([10, 20, null, 30], [0, 5, 10, 15, 20], toY)).toBe("M0 90H5V80H10M15 70H20");
  expect(bandPath([1, null], [2, null], [0, 5, 10], toY)).toBe("M0 98H5V99H0Z");
  expect(stairsPath([null], [0, 5], toY)).toBe("");
});

test("runs are found, the last one too", () => {
  expect(listRuns("xxaxx", (letter) => letter === "x")).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
  ]);
});

test.for([
  [50, [0, 10, 20, 30, 40, 50]],
  [0.37, [0, 0.1, 0.2, 0.3, 0.4]],
  [0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
] as const)("an axis up to %d starts at zero and is round", ([max, ticks]) => {
  expect(valueTicks(max).map((tick) => Math.round(tick * 1e9) / 1e9)).toEqual(ticks);
});

test("hours of the October Sunday are those of the clock: 02:00 comes twice", () => {
  const labels = timeTicks(midnight("2026-10-25"), midnight("2026-10-25") + 5 * HOUR_MS, 10).map(({ label }) => label);
  expect(labels).toEqual(["25/10", "01:00", "02:00", "02:00", "03:00", "04:00"]);
});

test("a year is marked by months, and nothing more than fits", () => {
  const ticks = timeTicks(midnight("2026-01-01"), midnight("2027-01-01"), 8);
  expect(ticks.map(({ label }) => label).slice(0, 2)).toEqual(["janv. 2026", "mars 2026"]);
});

test("a zoom stays between an hour and a year", () => {
  expect(zoomWindow({ startMs: 0, endMs: HOUR_MS }, 0.5, null)).toEqual({ startMs: 0, endMs: HOUR_MS });
  const { startMs, endMs } = zoomWindow({ startMs: 0, endMs: 366 * 24 * HOUR_MS }, 2, null);
  expect(endMs - startMs).toBe(366 * 24 * HOUR_MS);
});

describe("what is said of a stretch", () => {
  const curve = { color: "", band: null, partialW: null, otherW: null, energyWh: [], total: "", dash: undefined };
  const data: CurvePlotData = {
    startsMs: [0, 1, 2, 3].map((step) => midnight("2026-10-25") + (step + 4) * (HOUR_MS / 2)),
    endMs: midnight("2026-10-25") + 4 * HOUR_MS,
    isByStep: true,
    otherLabel: null,
    curves: [
      { ...curve, id: "a", label: "Mairie", meanW: [1500, 1500, null, 0], states: "mcxs" },
      { ...curve, id: "b", label: "École", meanW: [1000, null, null, null], states: "mxxo" },
    ],
  };

  test("has the clock of Paris with its offset on the day it changes", () => {
    expect(nameStretch(data, 0)).toBe("25/10/2026, 02:00 (UTC+2) – 02:30 (UTC+2)");
    expect(nameStretch(data, 1)).toBe("25/10/2026, 02:30 (UTC+2) – 02:00 (UTC+1)");
  });

  test("tells measured, corrected, given, missing and outside apart", () => {
    const said = [0, 1, 2, 3].map((index) => plain(describeStretch(data, index)).split(" : ")[1]);
    expect(said).toEqual([
      "Mairie 1,50 kW ; École 1,00 kW",
      "Mairie 1,50 kW, corrigé ; École manquant",
      "Mairie manquant ; École manquant",
      "Mairie 0,00 kW, saisi ; École hors périmètre",
    ]);
  });

  test("is hatched whole only where nobody has a value", () => {
    expect(listStretches(data)).toEqual({
      unknown: [{ start: 2, end: 3 }],
      missing: [{ start: 1, end: 3 }],
      corrected: [],
      manual: [{ start: 3, end: 4 }],
    });
  });
});
