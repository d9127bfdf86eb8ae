import fc from "fast-check";
import { expect, test } from "vitest";
import { type BuildingFigures, rankBuildings } from "@/lib/domain/dashboard/rank-buildings";
import { groupResidents } from "@/lib/domain/report/group-residents";

const building = (name: string, figures: Partial<BuildingFigures> = {}): BuildingFigures => ({
  id: name,
  prm: name,
  name,
  peopleIds: [],
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

const home = (name: string, holders: readonly string[], withdrawalWh: number) =>
  building(name, { peopleIds: holders, withdrawalWh });

test("one resident is told with the two smallest sites, whatever they were given", () => {
  const { buildings, grouped } = rankBuildings(
    [
      home("Maison", ["a"], 100),
      building("École", { withdrawalWh: 500 }),
      building("Mairie", { withdrawalWh: 50 }),
      building("Local", { withdrawalWh: 10 }),
    ],
    false,
  );
  expect(buildings.map(({ name }) => name)).toEqual(["École"]);
  expect(grouped).toMatchObject({ homes: 1, joinedSites: 2, withdrawalWh: 160, selfConsumedWh: 30, reservedWh: 120 });
});

// Each a home of somebody drawn, or a site; with what it drew.
const figures = fc.array(
  fc.record({
    holders: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
    withdrawalWh: fc.nat(1e6),
    reservedWh: fc.option(fc.nat(1e6), { nil: null }),
  }),
  { maxLength: 12 },
);
const draw = (sites: typeof figures extends fc.Arbitrary<infer Sites> ? Sites : never) =>
  sites.map(({ holders, ...site }, n) =>
    building(`Site ${n}`, { ...site, peopleIds: holders.map(String), selfConsumedWh: site.withdrawalWh / 4 }),
  );

test("who may not see persons sees no sum of fewer than three points, and no name; the sums of all stay the same", () => {
  fc.assert(
    fc.property(figures, (sites) => {
      const all = draw(sites);
      const { buildings, grouped } = rankBuildings(all, false);
      const behind = grouped ? grouped.homes + grouped.joinedSites : 0;
      expect(buildings.some(({ peopleIds }) => peopleIds.length > 0)).toBe(false);
      expect(buildings.length + behind).toBe(all.length);
      if (grouped) expect(behind).toBeGreaterThanOrEqual(Math.min(3, all.length));
      const shown = buildings.reduce((sum, { withdrawalWh }) => sum + withdrawalWh, grouped?.withdrawalWh ?? 0);
      expect(shown).toBe(all.reduce((sum, { withdrawalWh }) => sum + withdrawalWh, 0));
      expect(rankBuildings(all, true)).toMatchObject({ grouped: null, buildings: { length: all.length } });
    }),
  );
});

test("the report tells the same sites one by one: neither can be subtracted from the other", () => {
  fc.assert(
    fc.property(figures, (sites) => {
      const all = draw(sites);
      const lines = groupResidents(
        all.map(({ name, peopleIds, withdrawalWh, selfConsumedWh }) => {
          return { name, holder: "", peopleIds, energyWh: withdrawalWh, sharedWh: selfConsumedWh, amountCents: null };
        }),
      );
      const alone = lines.flatMap(({ subject }) => (subject.kind === "site" ? [subject.name] : []));
      const ranked = rankBuildings(all, false).buildings.map(({ name }) => name);
      expect(ranked.toSorted()).toEqual(alone.toSorted());
    }),
  );
});
