import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePerimeter, type FieldChange } from "@/lib/domain/perimeter/compare-perimeter";
import type { DeclaredConsumer, DeclaredPerimeter, DeclaredProducer } from "@/lib/domain/perimeter/declared-perimeter";
import { perimeterArbitrary } from "./perimeter-arbitraries";

const TOWN_HALL: DeclaredConsumer = {
  prm: "30000000000001",
  name: "Commune",
  legalId: "21669999100016",
  address: "1 place de la République",
  coefficientPpm: 600_000,
};
const SCHOOL: DeclaredConsumer = { ...TOWN_HALL, prm: "30000000000002", coefficientPpm: 400_000 };
const ROOF: DeclaredProducer = {
  prm: "30000000000003",
  name: "Commune",
  legalId: "21669999100016",
  address: "1 place de la République",
  email: "mairie@commune.example",
  injectionContract: "0000123456",
  peakPowerW: 54_000,
};
const PERIMETER: DeclaredPerimeter = {
  consumers: [TOWN_HALL, SCHOOL],
  producers: [ROOF],
  kind: "static",
  management: "standard",
};

const prmsOf = (members: readonly { prm: string }[]) => members.map(({ prm }) => prm);

test("says who enters, who leaves and who stays", () => {
  const gym = { ...SCHOOL, prm: "30000000000004" };
  const difference = comparePerimeter(PERIMETER, { ...PERIMETER, consumers: [TOWN_HALL, gym] });
  expect(difference.entered).toEqual([{ prm: gym.prm, role: "consumer", name: "Commune" }]);
  expect(prmsOf(difference.left)).toEqual([SCHOOL.prm]);
  expect(prmsOf(difference.unchanged)).toEqual([TOWN_HALL.prm, ROOF.prm]);
  expect(difference).toMatchObject({ changed: [], kind: null, management: null });
});

test("a role is a line of its own: the roof becomes a consumer too, and stays a producer", () => {
  const { email: _, injectionContract: _contract, peakPowerW: _power, ...holder } = ROOF;
  const both = { ...PERIMETER, consumers: [...PERIMETER.consumers, { ...holder, coefficientPpm: 0 }] };
  expect(comparePerimeter(PERIMETER, both)).toMatchObject({
    entered: [{ prm: ROOF.prm, role: "consumer" }],
    left: [],
    changed: [],
  });
});

const CONSUMER_CHANGES: readonly { change: Partial<DeclaredConsumer>; told: FieldChange }[] = [
  { change: { name: "Mairie" }, told: { field: "name", before: "Commune", after: "Mairie" } },
  { change: { legalId: null }, told: { field: "legalId", before: "21669999100016", after: null } },
  {
    change: { address: "2 rue Neuve" },
    told: { field: "address", before: "1 place de la République", after: "2 rue Neuve" },
  },
  { change: { coefficientPpm: 0 }, told: { field: "coefficientPpm", before: 600_000, after: 0 } },
];

test.for(CONSUMER_CHANGES)("consumer: $told.field from $told.before to $told.after", ({ change, told }) => {
  const after = { ...PERIMETER, consumers: [{ ...TOWN_HALL, ...change }, SCHOOL] };
  expect(comparePerimeter(PERIMETER, after).changed).toMatchObject([
    { prm: TOWN_HALL.prm, role: "consumer", changes: [told] },
  ]);
});

const PRODUCER_CHANGES: readonly { change: Partial<DeclaredProducer>; told: FieldChange }[] = [
  {
    change: { email: "toits@commune.example" },
    told: { field: "email", before: "mairie@commune.example", after: "toits@commune.example" },
  },
  {
    change: { injectionContract: "0000654321" },
    told: { field: "injectionContract", before: "0000123456", after: "0000654321" },
  },
  { change: { peakPowerW: 54_500 }, told: { field: "peakPowerW", before: 54_000, after: 54_500 } },
];

test.for(PRODUCER_CHANGES)("producer: $told.field from $told.before to $told.after", ({ change, told }) => {
  const after = { ...PERIMETER, producers: [{ ...ROOF, ...change }] };
  expect(comparePerimeter(PERIMETER, after).changed).toMatchObject([
    { prm: ROOF.prm, role: "producer", changes: [told] },
  ]);
});

describe("shares", () => {
  test("an absent one is 0 while the kind is static", () => {
    const before = { ...PERIMETER, consumers: [{ ...TOWN_HALL, coefficientPpm: null }] };
    const after = { ...PERIMETER, consumers: [{ ...TOWN_HALL, coefficientPpm: 0 }] };
    expect(comparePerimeter(before, after).changed).toEqual([]);
  });

  test("do not count for another kind, whatever the cells say", () => {
    const before = { ...PERIMETER, kind: "default" as const };
    const after = { ...before, consumers: [{ ...TOWN_HALL, coefficientPpm: 1 }, SCHOOL] };
    expect(comparePerimeter(before, after).changed).toEqual([]);
  });

  test("end with the static kind", () => {
    const difference = comparePerimeter(PERIMETER, { ...PERIMETER, kind: "default" });
    expect(difference.kind).toEqual({ before: "static", after: "default" });
    expect(difference.changed[0]?.changes).toEqual([{ field: "coefficientPpm", before: 600_000, after: null }]);
  });
});

test("says when the management changes", () => {
  const { management } = comparePerimeter(PERIMETER, { ...PERIMETER, management: "hlm" });
  expect(management).toEqual({ before: "standard", after: "hlm" });
});

describe("for all perimeters", () => {
  test("one compared with itself, in any order, is unchanged", () => {
    fc.assert(
      fc.property(perimeterArbitrary, (perimeter) => {
        const { consumers, producers } = perimeter;
        const turned = { ...perimeter, consumers: consumers.toReversed(), producers: producers.toReversed() };
        expect(comparePerimeter(perimeter, turned)).toMatchObject({
          entered: [],
          left: [],
          changed: [],
          kind: null,
          management: null,
        });
        expect(comparePerimeter(perimeter, turned).unchanged).toHaveLength(consumers.length + producers.length);
      }),
    );
  });

  test("each line is told once, and the way back is the way there turned round", () => {
    fc.assert(
      fc.property(perimeterArbitrary, perimeterArbitrary, (before, after) => {
        const there = comparePerimeter(before, after);
        const back = comparePerimeter(after, before);
        const lines = (perimeter: DeclaredPerimeter) => perimeter.consumers.length + perimeter.producers.length;
        const { entered, left, changed, unchanged } = there;
        expect(entered.length + changed.length + unchanged.length).toBe(lines(after));
        expect(left.length + changed.length + unchanged.length).toBe(lines(before));
        expect(prmsOf(back.left)).toEqual(prmsOf(entered));
        expect(prmsOf(back.entered)).toEqual(prmsOf(left));
      }),
    );
  });
});
