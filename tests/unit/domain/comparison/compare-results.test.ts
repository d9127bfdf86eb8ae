import { describe, expect, test } from "vitest";
import { compareResults } from "@/lib/domain/comparison/compare-results";
import type { ComparedFigure } from "@/lib/domain/comparison/compared-figure";
import { figureDifference } from "@/lib/domain/comparison/figure-difference";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import { settle } from "@/lib/domain/settlement/settle";
import { civilDate } from "@/lib/domain/time/civil-date";
import { FORTNIGHT, operatorFortnight, publish, STATIC_KEY } from "./operator-month";

const LIBRARY = "99000000000571";
const ROOF = "99000000001259";
const RESULTS = settle(operatorFortnight(STATIC_KEY));
const library = RESULTS.consumers.find(({ meteringPointId }) => meteringPointId === LIBRARY);
const SHARED_WH = library?.totalSharedWh ?? Number.NaN;

const energy = (about: Partial<Extract<PublishedFigure, { kind: "energy" }>>): PublishedFigure => ({
  kind: "energy",
  meteringPointId: LIBRARY,
  quantity: "self_consumed",
  period: FORTNIGHT,
  tariffPeriod: null,
  source: "energy_file",
  energyWh: SHARED_WH,
  ...about,
});

function compareFigures(...figures: readonly PublishedFigure[]): readonly ComparedFigure[] {
  return compareResults(RESULTS, { curves: [], figures }, FORTNIGHT);
}

describe("curves", () => {
  test("rounded to the watt agree, each quantity of each metering point", () => {
    const figures = compareResults(RESULTS, publish(RESULTS), FORTNIGHT);
    expect(figures).toHaveLength(24);
    expect(figures.filter(({ isDifferent }) => isDifferent)).toEqual([]);
    expect(figures.every(({ steps }) => steps?.missingTheirs === 0 && steps.comparedSteps > 0)).toBe(true);
  });

  test("a quantity that is published for one is missed for the others", () => {
    const { curves } = publish(RESULTS);
    const one = curves.filter(
      ({ quantity, meteringPointId }) => quantity === "self_consumed" && meteringPointId === LIBRARY,
    );
    const figures = compareResults(RESULTS, { curves: one, figures: [] }, FORTNIGHT);
    expect(figures).toHaveLength(11);
    const others = figures.filter(({ meteringPointId }) => meteringPointId !== LIBRARY);
    expect(others.every(({ theirsWh, steps }) => theirsWh === null && (steps?.missingTheirs ?? 0) > 600)).toBe(true);
    expect(others.some(({ isDifferent }) => isDifferent)).toBe(false);
  });

  test("of somebody whom we do not count stand beside nothing of ours", () => {
    const [curve] = publish(RESULTS).curves.filter(({ meteringPointId }) => meteringPointId === LIBRARY);
    const stranger = { ...curve, meteringPointId: "stranger" } as NonNullable<typeof curve>;
    const figures = compareResults(RESULTS, { curves: [stranger], figures: [] }, FORTNIGHT);
    expect(figures.find(({ meteringPointId }) => meteringPointId === "stranger")).toMatchObject({
      oursWh: 0,
      isDifferent: true,
    });
  });
});

describe("energies", () => {
  test.for([
    { name: "half of 0.01 kWh apart", shiftWh: 5, isDifferent: false },
    { name: "0.01 kWh apart", shiftWh: 10, isDifferent: false },
    { name: "0.02 kWh apart", shiftWh: 20, isDifferent: true },
    { name: "0.02 kWh below", shiftWh: -20, isDifferent: true },
  ])("$name", ({ shiftWh, isDifferent }) => {
    const [figure] = compareFigures(energy({ energyWh: SHARED_WH + shiftWh }));
    expect(figure).toMatchObject({ isDifferent, toleranceWh: 10, steps: null });
    expect(figureDifference(figure as ComparedFigure).wh).toBeCloseTo(shiftWh, 6);
  });

  test("tariff periods are added up, each with its own rounding", () => {
    const parts = ["HPH", "HCH"].map((tariffPeriod) => energy({ tariffPeriod, energyWh: SHARED_WH / 2 + 9 }));
    expect(compareFigures(...parts)).toMatchObject([{ toleranceWh: 20, isDifferent: false }]);
  });

  test("a total is not added to its tariff periods, whatever their order", () => {
    const part = energy({ tariffPeriod: "HP", source: "summary", energyWh: SHARED_WH / 2 });
    const total = energy({ source: "summary" });
    for (const figures of [
      [part, total, part],
      [total, part, part],
    ]) {
      expect(compareFigures(...figures)).toMatchObject([{ theirsWh: SHARED_WH, toleranceWh: 10 }]);
    }
  });

  test("of some days are set beside those days", () => {
    const days = { from: FORTNIGHT.from, toExclusive: civilDate("2026-03-21") };
    const firstDayWh = library?.sharedWh.subarray(0, 48).reduce((sum, wh) => sum + wh, 0) ?? 0;
    expect(compareFigures(energy({ period: days, energyWh: firstDayWh }))).toMatchObject([
      { isDifferent: false, days },
    ]);
  });

  test("of days outside the period are left out", () => {
    const period = { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") };
    expect(compareFigures(energy({ period }))).toEqual([]);
  });

  test("of the whole operation are the sums of ours", () => {
    const soldWh = RESULTS.producers.reduce(
      (sum, { totalEnergyWh, totalSharedWh }) => sum + totalEnergyWh - totalSharedWh,
      0,
    );
    const whole = { meteringPointId: null, source: "summary" } as const;
    const figures = compareFigures(
      energy({ ...whole, energyWh: RESULTS.selfConsumedWh.reduce((sum, wh) => sum + wh, 0) }),
      energy({ ...whole, quantity: "surplus", energyWh: soldWh }),
    );
    expect(figures).toMatchObject([{ isDifferent: false }, { isDifferent: false, role: null }]);
  });

  test("added up from the whole watts of a curve that agrees are not different", () => {
    const { curves } = publish(RESULTS);
    const theirs = curves.find(
      ({ meteringPointId, quantity }) => meteringPointId === LIBRARY && quantity === "self_consumed",
    );
    // Every value half a watt above ours: 672 times 0.25 Wh.
    const above = { ...theirs, energyWh: library?.sharedWh.map((wh) => wh + 0.25) } as NonNullable<typeof theirs>;
    const figures = [energy({ energyWh: SHARED_WH + 0.25 * above.energyWh.length })];
    const [curve, sum] = compareResults(RESULTS, { curves: [above], figures }, FORTNIGHT).filter(
      ({ meteringPointId }) => meteringPointId === LIBRARY,
    );
    expect([curve?.isDifferent, sum?.isDifferent]).toEqual([false, false]);
    expect(compareFigures(...figures)).toMatchObject([{ isDifferent: true }]);
  });

  test("of somebody unknown are not known on our side", () => {
    expect(compareFigures(energy({ meteringPointId: "stranger" }))).toMatchObject([
      { oursWh: null, isDifferent: false },
    ]);
  });
});

test("a detail is what one producer gave one consumer", () => {
  const j = RESULTS.consumers.findIndex(({ meteringPointId }) => meteringPointId === LIBRARY);
  const energyWh = RESULTS.pairTotalsWh[0]?.[j] ?? Number.NaN;
  const share = { kind: "share", producerId: ROOF, consumerId: LIBRARY, period: FORTNIGHT, energyWh } as const;
  expect(compareFigures(share, { ...share, energyWh: energyWh + 11 })).toMatchObject([
    { source: "detail", oursWh: energyWh, isDifferent: false },
    { isDifferent: true },
  ]);
});

test("a part of nothing is not a part", () => {
  expect(figureDifference({ oursWh: 5, theirsWh: 0 })).toEqual({ wh: -5, ratio: null });
  expect(figureDifference({ oursWh: 5, theirsWh: 4 })).toEqual({ wh: -1, ratio: -0.25 });
  expect(figureDifference({ oursWh: null, theirsWh: 4 })).toEqual({ wh: null, ratio: null });
});
