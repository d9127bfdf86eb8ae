import fc from "fast-check";
import { expect, test } from "vitest";
import { type BuildingFigures, rankBuildings } from "@/lib/domain/dashboard/rank-buildings";

const building = (name: string, figures: Partial<BuildingFigures> = {}): BuildingFigures => ({
  id: name,
  prm: name,
  name,
  isPersonal: false,
  withdrawalWh: 100,
  selfConsumedWh: 10,
  reservedWh: 40,
  ...figures,
});

test("the best covered comes first, who drew nothing last", () => {
  const { buildings } = rankBuildings(
    [
      building("Mairie", { selfConsumedWh: 20 }),
      building("Local vide", { withdrawalWh: 0, selfConsumedWh: 0 }),
      building("École", { selfConsumedWh: 40 }),
    ],
    true,
  );
  expect(buildings.map(({ name, coveredShare, unusedShare }) => [name, coveredShare, unusedShare])).toEqual([
    ["École", 0.4, 0],
    ["Mairie", 0.2, 0.5],
    ["Local vide", null, 1],
  ]);
});

test("what the key kept is unknown, not zero", () => {
  expect(rankBuildings([building("Mairie", { reservedWh: null })], true).buildings[0]?.unusedShare).toBeNull();
  expect(rankBuildings([building("Mairie", { reservedWh: 0 })], true).buildings[0]?.unusedShare).toBeNull();
});

test("who may not see persons sees their sum and no name; the sums of all stay the same", () => {
  const figures = fc.record({
    isPersonal: fc.boolean(),
    withdrawalWh: fc.nat(1e6),
    reservedWh: fc.option(fc.nat(1e6), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(figures), (sites) => {
      const all = sites.map((site, n) => building(`Site ${n}`, { ...site, selfConsumedWh: site.withdrawalWh / 4 }));
      const { buildings, grouped } = rankBuildings(all, false);
      expect(buildings.some(({ isPersonal }) => isPersonal)).toBe(false);
      expect(buildings.length + (grouped?.sites ?? 0)).toBe(all.length);
      const shown = buildings.reduce((sum, { withdrawalWh }) => sum + withdrawalWh, grouped?.withdrawalWh ?? 0);
      expect(shown).toBe(all.reduce((sum, { withdrawalWh }) => sum + withdrawalWh, 0));
      expect(rankBuildings(all, true)).toMatchObject({ grouped: null, buildings: { length: all.length } });
    }),
  );
});
