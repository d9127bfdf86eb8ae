import fc from "fast-check";
import { expect, test } from "vitest";
import { compareMonths } from "@/lib/domain/dashboard/compare-months";
import type { MonthEnergies, PartialEnergies } from "@/lib/domain/dashboard/month-energies";

const all = (wh: number): MonthEnergies => ({
  productionWh: wh,
  selfConsumedWh: wh,
  surplusWh: wh,
  withdrawalWh: wh,
  complementWh: wh,
});

const partial = (productionWh: number | null, withdrawalWh: number | null): PartialEnergies => ({
  productionWh,
  withdrawalWh,
  selfConsumedWh: null,
  surplusWh: null,
  complementWh: null,
});

test("adds up only the months that both have, energy by energy", () => {
  const compared = compareMonths([
    { energies: all(110), reference: partial(100, null) },
    { energies: all(220), reference: partial(200, 400) },
    { energies: null, reference: partial(900, 900) },
    { energies: all(330), reference: null },
  ]);
  expect(compared.productionWh).toEqual({ months: 2, currentWh: 330, referenceWh: 300, changeRatio: 0.1 });
  expect(compared.withdrawalWh).toEqual({ months: 1, currentWh: 220, referenceWh: 400, changeRatio: -0.45 });
  expect(compared.selfConsumedWh).toBeNull();
});

test("knows no change from nothing", () => {
  expect(compareMonths([{ energies: all(5), reference: partial(0, 0) }]).productionWh).toEqual({
    months: 1,
    currentWh: 5,
    referenceWh: 0,
    changeRatio: null,
  });
});

test("months without a reference change nothing", () => {
  const wh = fc.integer({ min: 0, max: 1e9 });
  const month = fc.record({ energies: fc.option(wh.map(all)), reference: fc.option(wh.map(all)) });
  fc.assert(
    fc.property(fc.array(month), (months) => {
      const comparable = months.filter(({ energies, reference }) => energies && reference);
      expect(compareMonths(months)).toEqual(compareMonths(comparable));
      expect(compareMonths(months).productionWh?.months ?? 0).toBe(comparable.length);
    }),
  );
});
