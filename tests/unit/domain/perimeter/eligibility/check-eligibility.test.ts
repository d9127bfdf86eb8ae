import { expect, test } from "vitest";
import { checkEligibility } from "@/lib/domain/perimeter/eligibility/check-eligibility";
import type {
  EligibilityCase,
  EligibilityPoint,
  EligibilityRule,
} from "@/lib/domain/perimeter/eligibility/eligibility";
import { PROXIMITY_LIMITS } from "@/lib/domain/perimeter/proximity-limits";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-06-01");
const EXTENDED = { kind: "extended", basis: null, zone: "mainland" } as const;
const EPCI = { kind: "derogation", basis: "epci", zone: "mainland" } as const;

// One degree of latitude is 111 km: these are about as many metres north of the town hall.
const north = (metres: number) => ({ latitudeDegrees: 42.7 + metres / 111_080, longitudeDegrees: 2.75 });

const TOWN_HALL: EligibilityPoint = {
  id: "hall",
  roles: ["consumer"],
  place: north(0),
  peakPowerW: null,
  voltage: "low",
  isMeterCommunicating: true,
  injectionContract: null,
  withdrawalContract: "GRD-F 1",
  isRenewable: null,
  isStorage: false,
  holder: { kind: "legal", isTenant: false, isOrganiser: true },
};
const ROOF: EligibilityPoint = {
  ...TOWN_HALL,
  id: "roof",
  roles: ["producer"],
  peakPowerW: 54_000,
  injectionContract: "0000123456",
  withdrawalContract: null,
  isRenewable: true,
};
const SCHOOL: EligibilityPoint = { ...TOWN_HALL, id: "school", place: north(1_500) };

const check = (change: Partial<EligibilityCase>) =>
  checkEligibility(
    { day: DAY, regime: EXTENDED, management: "standard", points: [TOWN_HALL, SCHOOL, ROOF], ...change },
    PROXIMITY_LIMITS,
  );

test("an ordinary extended operation keeps every rule that applies to it", () => {
  const { verdict, rules, farthest } = check({});
  expect(verdict).toBe("ok");
  expect(rules.filter(({ status }) => status !== "ok").map(({ rule }) => rule)).toEqual(["public_bodies", "hlm"]);
  expect(farthest?.points.map(({ id }) => id).sort()).toEqual(["roof", "school"]);
  expect(rules.find(({ rule }) => rule === "distance")?.figure).toBeCloseTo(1_500, -1);
});

type Row = {
  readonly name: string;
  readonly change: Partial<EligibilityCase>;
  readonly rule: EligibilityRule;
  readonly gives: object;
  readonly verdict?: "ok" | "broken" | "not_checked";
};
const withPoint = (point: Partial<EligibilityPoint>, ...more: EligibilityPoint[]): Partial<EligibilityCase> => ({
  points: [TOWN_HALL, ROOF, { ...SCHOOL, ...point }, ...more],
});
const roofOf = (roof: Partial<EligibilityPoint>, change: Partial<EligibilityCase> = {}): Partial<EligibilityCase> => ({
  points: [TOWN_HALL, SCHOOL, { ...ROOF, ...roof }],
  ...change,
});
const TENANT: EligibilityPoint = {
  ...TOWN_HALL,
  id: "tenant",
  holder: { kind: "natural", isTenant: true, isOrganiser: false },
};
const RESIDENT = { kind: "natural", isTenant: false, isOrganiser: false } as const;
const SOME_BODY = { kind: "legal", isTenant: false, isOrganiser: null } as const;

const ROWS: readonly Row[] = [
  { name: "no producer", change: { points: [TOWN_HALL] }, rule: "producer_and_consumer", gives: { status: "broken" } },
  { name: "nobody", change: { points: [] }, rule: "distance", gives: { status: "not_applicable" }, verdict: "broken" },
  {
    name: "2 001 m in an extended operation",
    change: withPoint({ place: north(2_005) }),
    rule: "distance",
    gives: { status: "broken", limit: { maxDistanceM: 2_000 } },
  },
  {
    name: "a point without a place leaves a short distance open, and is named",
    change: withPoint({ place: null }),
    rule: "distance",
    gives: { status: "not_checked", unknown: ["school"], figure: 0 },
    verdict: "not_checked",
  },
  {
    name: "a distance already too long is broken whatever the unknown point adds",
    change: withPoint({ place: north(9_000) }, { ...SCHOOL, id: "lost", place: null }),
    rule: "distance",
    gives: { status: "broken", broken: expect.arrayContaining(["school"]), unknown: ["lost"] },
  },
  {
    name: "9 km under the rural and peri-urban derogation",
    change: {
      ...withPoint({ place: north(9_000) }),
      regime: { kind: "derogation", basis: "rural_and_periurban", zone: "mainland" },
    },
    rule: "distance",
    gives: { status: "ok", limit: { maxDistanceM: 10_000 } },
  },
  {
    name: "19 km under the rural derogation",
    change: {
      ...withPoint({ place: north(19_000) }),
      regime: { kind: "derogation", basis: "rural", zone: "mainland" },
    },
    rule: "distance",
    gives: { status: "ok", limit: { maxDistanceM: 20_000 } },
  },
  {
    name: "no limit of distance inside an EPCI",
    change: { ...withPoint({ place: north(90_000) }), regime: EPCI },
    rule: "distance",
    gives: { status: "not_applicable", figure: expect.closeTo(90_000, -3) },
  },
  {
    name: "a derogation whose basis is not chosen has no known limit",
    change: { regime: { ...EPCI, basis: null } },
    rule: "distance",
    gives: { status: "not_checked", limit: null },
  },
  { name: "no regime chosen", change: { regime: null }, rule: "cumulated_power", gives: { status: "not_checked" } },
  {
    name: "before the oldest text known, nothing is judged by it",
    change: { day: civilDate("2024-12-31") },
    rule: "cumulated_power",
    gives: { status: "not_checked", limit: null },
  },
  {
    name: "5 MW is already too much",
    change: roofOf({ peakPowerW: 5_000_000 }),
    rule: "cumulated_power",
    gives: { status: "broken", figure: 5_000_000 },
  },
  {
    name: "just below 5 MW",
    change: roofOf({ peakPowerW: 4_999_999 }),
    rule: "cumulated_power",
    gives: { status: "ok" },
  },
  {
    name: "0.5 MW on an island",
    change: roofOf({ peakPowerW: 500_000 }, { regime: { ...EXTENDED, zone: "non_interconnected" } }),
    rule: "cumulated_power",
    gives: { status: "broken" },
  },
  {
    name: "9 MW under the EPCI derogation",
    change: roofOf({ peakPowerW: 9_000_000 }, { regime: EPCI }),
    rule: "cumulated_power",
    gives: { status: "ok" },
  },
  {
    name: "a producer of unknown power",
    change: roofOf({ peakPowerW: null }),
    rule: "cumulated_power",
    gives: { status: "not_checked", figure: null, unknown: ["roof"] },
  },
  {
    name: "a storage unit produces nothing",
    change: withPoint({}, { ...ROOF, id: "battery", isStorage: true, peakPowerW: null, isRenewable: null }),
    rule: "cumulated_power",
    gives: { status: "ok", figure: 54_000 },
  },
  { name: "HTA, extended, solar", change: withPoint({ voltage: "medium" }), rule: "voltage", gives: { status: "ok" } },
  {
    name: "HTA, extended, gas",
    change: {
      points: [
        { ...TOWN_HALL, voltage: "medium" },
        { ...ROOF, isRenewable: false },
      ],
    },
    rule: "voltage",
    gives: { status: "broken", broken: ["hall"] },
  },
  {
    name: "HTA, one building, gas",
    change: {
      regime: { ...EXTENDED, kind: "same_building" },
      points: [
        { ...TOWN_HALL, voltage: "medium" },
        { ...ROOF, isRenewable: false },
      ],
    },
    rule: "voltage",
    gives: { status: "ok" },
  },
  {
    name: "HTA and a source not known",
    change: {
      points: [
        { ...TOWN_HALL, voltage: "medium" },
        { ...ROOF, isRenewable: null },
      ],
    },
    rule: "voltage",
    gives: { status: "not_checked", unknown: ["hall"] },
  },
  {
    name: "gas in BT only",
    change: roofOf({ isRenewable: false }),
    rule: "renewable",
    gives: { status: "not_applicable" },
  },
  {
    name: "gas with a point in HTA",
    change: {
      points: [
        { ...TOWN_HALL, voltage: "medium" },
        { ...ROOF, isRenewable: false },
      ],
    },
    rule: "renewable",
    gives: { status: "broken", broken: ["roof"] },
  },
  {
    name: "a meter that sends nothing",
    change: withPoint({ isMeterCommunicating: false }),
    rule: "communicating_meter",
    gives: { status: "broken", broken: ["school"] },
  },
  {
    name: "a consumer without a known contract",
    change: withPoint({ withdrawalContract: null }),
    rule: "withdrawal_contract",
    gives: { status: "not_checked", unknown: ["school"], figure: 2 },
  },
  {
    name: "a producer without a known contract",
    change: roofOf({ injectionContract: null }),
    rule: "injection_contract",
    gives: { status: "not_checked", unknown: ["roof"] },
  },
  {
    name: "a resident under the EPCI derogation",
    change: { ...withPoint({ holder: RESIDENT }), regime: EPCI },
    rule: "public_bodies",
    gives: { status: "broken", broken: ["school"] },
  },
  {
    name: "a body under the EPCI derogation",
    change: { ...withPoint({ holder: SOME_BODY }), regime: EPCI },
    rule: "public_bodies",
    gives: { status: "not_checked", unknown: ["school"] },
  },
  {
    name: "HLM with its tenants",
    change: { management: "hlm", points: [TOWN_HALL, ROOF, TENANT] },
    rule: "hlm",
    gives: { status: "ok" },
  },
  {
    name: "HLM with a neighbour",
    change: { management: "hlm", points: [TOWN_HALL, ROOF, TENANT, { ...SCHOOL, holder: RESIDENT }] },
    rule: "hlm",
    gives: { status: "broken", broken: ["school"] },
  },
  {
    name: "HLM while it is not known which body runs it",
    change: { management: "hlm", points: [ROOF, TENANT, { ...SCHOOL, holder: SOME_BODY }] },
    rule: "hlm",
    gives: { status: "not_checked", unknown: ["school"] },
  },
];

test.for(ROWS)("$name", ({ change, rule, gives, verdict }) => {
  const eligibility = check(change);
  expect(eligibility.rules.find((each) => each.rule === rule)).toMatchObject(gives);
  if (verdict) expect(eligibility.verdict).toBe(verdict);
});
