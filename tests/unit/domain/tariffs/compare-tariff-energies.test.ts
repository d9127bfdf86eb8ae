import { expect, test } from "vitest";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import { compareTariffEnergies, type TariffResult } from "@/lib/domain/tariffs/compare-tariff-energies";
import { civilDate } from "@/lib/domain/time/civil-date";

const JUNE = { from: civilDate("2026-06-01"), toExclusive: civilDate("2026-07-01") };

const results: readonly TariffResult[] = [
  {
    meteringPointId: "hall",
    role: "consumer",
    parts: [
      { period: "HP", energyWh: 10_000, sharedWh: 4_000, restWh: 6_000 },
      { period: "HC", energyWh: 5_000, sharedWh: 500, restWh: 4_500 },
    ],
  },
  {
    meteringPointId: "school",
    role: "consumer",
    parts: [
      { period: "BASE", energyWh: 100, sharedWh: 0, restWh: 100 },
      { period: null, energyWh: 50, sharedWh: 0, restWh: 50 },
    ],
  },
  {
    meteringPointId: "hall",
    role: "producer",
    parts: [{ period: "BASE", energyWh: 900, sharedWh: 800, restWh: 100 }],
  },
];

type Energy = Extract<PublishedFigure, { kind: "energy" }>;
const energy = (changes: Partial<Energy>): Energy => ({
  kind: "energy",
  meteringPointId: "hall",
  quantity: "withdrawal",
  period: JUNE,
  tariffPeriod: "HP",
  source: "energy_file",
  energyWh: 10_000,
  ...changes,
});
const compare = (changes: Partial<Energy>) => compareTariffEnergies(results, [energy(changes)], JUNE);

test.for([
  ["the same", {}, 10_000, true],
  ["apart by the rounding of two decimals", { energyWh: 10_010 }, 10_000, true],
  ["apart by more", { energyWh: 10_011 }, 10_000, false],
  ["self-consumed", { quantity: "self_consumed", tariffPeriod: "HC", energyWh: 500 }, 500, true],
  ["complement", { quantity: "complement", tariffPeriod: "HC", energyWh: 0 }, 4_500, false],
  ["of a producer", { quantity: "surplus", tariffPeriod: "BASE", energyWh: 100 }, 100, true],
  ["a period that our hours do not have", { tariffPeriod: "HPH", energyWh: 10_000 }, 0, false],
  ["a label of the operator's own", { tariffPeriod: "Week-end", energyWh: 0 }, 0, true],
  ["hours that are not all told", { meteringPointId: "school", tariffPeriod: "BASE", energyWh: 100 }, null, null],
  ["a metering point that is not in the run", { meteringPointId: "library" }, null, null],
] as const)("%s", ([, changes, oursWh, isAlike]) => {
  expect(compare(changes)).toMatchObject([{ oursWh, isAlike }]);
});

test.for([
  ["the supplier's periods", { source: "summary" }],
  ["all periods together", { tariffPeriod: null }],
  ["the whole operation", { meteringPointId: null }],
  ["other days", { period: { from: JUNE.from, toExclusive: civilDate("2026-06-15") } }],
] as const)("%s are left out", ([, changes]) => {
  expect(compare(changes)).toEqual([]);
});

test("a difference is what the operator has more than we do", () => {
  expect(compare({ energyWh: 10_500 })).toMatchObject([{ theirsWh: 10_500, oursWh: 10_000, differenceWh: 500 }]);
});
