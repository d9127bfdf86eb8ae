import fc from "fast-check";
import { expect, test } from "vitest";
import { groupResidents } from "@/lib/domain/report/group-residents";
import { testHome, testSite } from "../../../support/council-report";

const SITES = [testSite("Mairie", 20, 1), testSite("École", 50, 1), testSite("Local", 10, 1)];

const homes = (count: number) => Array.from({ length: count }, (_, n) => testHome(String(n), 100, 1));

test.for([
  { name: "nobody: each site alone, the largest first", people: 0, named: ["École", "Mairie", "Local"], joined: null },
  { name: "one: the two smallest sites join him", people: 1, named: ["École"], joined: 2 },
  { name: "two: the smallest site joins them", people: 2, named: ["École", "Mairie"], joined: 1 },
  { name: "three: they stand together", people: 3, named: ["École", "Mairie", "Local"], joined: 0 },
])("$name", ({ people, named, joined }) => {
  const groups = groupResidents([...SITES, ...homes(people)]);
  const sites = groups.flatMap(({ subject }) => (subject.kind === "site" ? [subject.name] : []));
  expect(sites).toEqual(named);
  const last = groups.at(-1)?.subject;
  expect(last?.kind === "residents" ? [last.peopleCount, last.siteCount] : null).toEqual(
    joined === null ? null : [people, joined],
  );
});

test("one person with three meters is one", () => {
  const own = ["a", "b", "c"].map((name) => ({ ...testHome("1", 100, 1), name }));
  expect(groupResidents([...own, ...SITES]).at(-1)?.subject).toEqual({
    kind: "residents",
    peopleCount: 1,
    siteCount: 2,
  });
});

test("one dwelling with three holders in turn is one dwelling", () => {
  const flat = { ...testHome("1", 100, 1), peopleIds: ["1", "2", "3"] };
  expect(groupResidents([flat, ...SITES]).at(-1)?.subject).toEqual({ kind: "residents", peopleCount: 3, siteCount: 2 });
});

test("nobody is ever named, none is lost, and three stand behind people wherever there are three", () => {
  const point = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 1000 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 20 }), (drawn) => {
      const points = drawn.map(([isHome, id, wh], n) =>
        isHome ? testHome(String(id), wh, 0) : testSite(`Site ${n}`, wh, 0),
      );
      const groups = groupResidents(points);
      expect(groups.flatMap((group) => group.points)).toHaveLength(points.length);
      for (const { subject, points: own } of groups) {
        if (subject.kind === "site") expect(own.every(({ peopleIds }) => peopleIds.length === 0)).toBe(true);
        else {
          const allSites = points.filter(({ peopleIds }) => peopleIds.length === 0).length;
          const homes = own.length - subject.siteCount;
          for (const behind of [subject.peopleCount, homes])
            expect(behind + subject.siteCount).toBeGreaterThanOrEqual(Math.min(3, behind + allSites));
        }
      }
    }),
  );
});
