import fc from "fast-check";
import { expect, test } from "vitest";
import type { Attachment, PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import { findMissingMeasures } from "@/lib/domain/settlement/find-missing-measures";
import { settle } from "@/lib/domain/settlement/settle";
import type { SettlementInput, SettlementPoint } from "@/lib/domain/settlement/settlement";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

// Three days around the change to summer time: 48, 46 and 48 half-hours.
const PERIOD = { from: civilDate("2026-03-28"), toExclusive: civilDate("2026-03-31") };
const AXIS = parisPeriodAxis(PERIOD.from, PERIOD.toExclusive, 30);
const SUNDAY = civilDate("2026-03-29");
const SUNDAY_STEPS = [48, 94] as const;

function point(meteringPointId: string, energyWh: number | ((step: number) => number)): SettlementPoint {
  const valueAt = typeof energyWh === "number" ? () => energyWh : energyWh;
  const values = Float64Array.from({ length: AXIS.length }, (_, step) => valueAt(step));
  const origin = Uint8Array.from(values, (wh) => (Number.isNaN(wh) ? STEP_ORIGIN.missing : STEP_ORIGIN.measured));
  return { meteringPointId, curve: { axis: AXIS, energyWh: values, origin } };
}

const attached = (meteringPointId: string, role: PerimeterRole, days: Partial<Attachment> = {}): Attachment => ({
  meteringPointId,
  role,
  from: civilDate("2026-01-01"),
  toExclusive: null,
  ...days,
});

const staticKey = (shares: Readonly<Record<string, number>>): CoefficientKey => ({
  id: "key",
  kind: "static",
  from: civilDate("2026-01-01"),
  toExclusive: null,
  ppmByConsumer: new Map(Object.entries(shares)),
});

const input = (changes: Partial<SettlementInput> = {}): SettlementInput => ({
  period: PERIOD,
  axis: AXIS,
  producers: [point("roof", 100)],
  consumers: [point("hall", 40), point("school", 100)],
  attachments: [attached("roof", "producer"), attached("hall", "consumer"), attached("school", "consumer")],
  keys: [staticKey({ hall: 500_000, school: 300_000 })],
  deliveries: [],
  ...changes,
});

test("a day out of the perimeter counts as zero, at its own number of half-hours", () => {
  const isIn = attached("school", "consumer", { from: SUNDAY, toExclusive: civilDate("2026-03-30") });
  const { attachments } = input();
  const { consumers, rules } = settle(input({ attachments: [...attachments.slice(0, 2), isIn] }));
  const school = consumers[1];
  expect(rules.map(({ from }) => from)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
  expect([school?.totalEnergyWh, school?.totalSharedWh]).toEqual([46 * 100, 46 * 30]);
  expect(school?.energyWh.subarray(...SUNDAY_STEPS).every((wh) => wh === 100)).toBe(true);
  expect(school?.energyWh.filter((wh) => wh > 0)).toHaveLength(46);
});

test("a value corrected on a day out of the perimeter is no correction of the run", () => {
  const school = point("school", 100);
  school.curve.origin.fill(STEP_ORIGIN.copied, 40, 50); // the last hours of Saturday, the first of Sunday
  const [roof, hall] = input().attachments as [Attachment, Attachment];
  const settled = settle(
    input({
      consumers: [point("hall", 40), school],
      attachments: [roof, hall, attached("school", "consumer", { from: SUNDAY })],
    }),
  );
  expect(settled.consumers[1]?.correctedSteps).toBe(2);
});

test("what is missing on a day out of the perimeter spreads nowhere and is not asked for", () => {
  const school = point("school", (step) => (step < 48 ? Number.NaN : 100));
  const [roof, hall] = input().attachments as [Attachment, Attachment];
  const late = input({
    consumers: [point("hall", 40), school],
    attachments: [roof, hall, attached("school", "consumer", { from: SUNDAY })],
  });
  expect(findMissingMeasures(late)).toEqual([]);
  expect(settle(late).selfConsumedWh.some(Number.isNaN)).toBe(false);
  expect(findMissingMeasures({ ...late, attachments: input().attachments })).toEqual([
    { meteringPointId: "school", role: "consumer", day: "2026-03-28", missingSteps: 48 },
  ]);
});

test("a meter in both roles is asked for in the role that misses something", () => {
  const both = input({
    producers: [point("roof", 100)],
    consumers: [point("roof", (step) => (step === 60 ? Number.NaN : 1))],
    attachments: [attached("roof", "producer"), attached("roof", "consumer")],
  });
  expect(findMissingMeasures(both)).toEqual([
    { meteringPointId: "roof", role: "consumer", day: "2026-03-29", missingSteps: 1 },
  ]);
});

test("the input is not modified", () => {
  const given = input({ attachments: [attached("roof", "producer", { from: SUNDAY })] });
  settle(given);
  expect(given.producers[0]?.curve.energyWh.every((wh) => wh === 100)).toBe(true);
});

test("for any energies, shares and days the totals, the pairs and the steps say the same", () => {
  const energies = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 5, maxLength: 5 });
  const shares = fc.array(fc.integer({ min: 0, max: 333_333 }), { minLength: 3, maxLength: 3 });
  const days = fc.array(fc.constantFrom(PERIOD.from, SUNDAY, civilDate("2026-03-30")), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(
    fc.property(energies, shares, days, fc.boolean(), (wh, ppm, entries, isStatic) => {
      const producers = ["p0", "p1"].map((id, n) => point(id, (step) => (wh[n] as number) * (step % 3)));
      const consumers = ["c0", "c1", "c2"].map((id, n) => point(id, (step) => (wh[n + 2] as number) * (step % 2)));
      const attachments = [...producers, ...consumers].map(({ meteringPointId }, n) =>
        attached(meteringPointId, n < 2 ? "producer" : "consumer", { from: entries[n] as Attachment["from"] }),
      );
      const keys = isStatic ? [staticKey(Object.fromEntries(ppm.map((value, n) => [`c${n}`, value])))] : [];
      const settled = settle(input({ producers, consumers, attachments, keys }));
      const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
      const shared = total(settled.selfConsumedWh);
      const near = (found: number, expected: number) =>
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
      near(total(settled.consumers.map(({ totalSharedWh }) => totalSharedWh)), shared);
      near(total(settled.producers.map(({ totalSharedWh }) => totalSharedWh)), shared);
      near(total(settled.pairTotalsWh.flatMap((row) => [...row])), shared);
      near(total(settled.productionWh), total(settled.producers.map(({ totalEnergyWh }) => totalEnergyWh)));
      for (const each of [...settled.consumers, ...settled.producers]) {
        expect(each.sharedWh.every((value, step) => value <= (each.energyWh[step] as number) * (1 + 1e-9))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("the default key tells the coefficients it used, at its own steps only (art. 5.2.2.1)", () => {
  const early: CoefficientKey = { ...staticKey({}), id: "default", kind: "default", toExclusive: SUNDAY };
  const later: CoefficientKey = { ...staticKey({ hall: 500_000 }), from: SUNDAY };
  const [hall, school] = settle(input({ keys: [early, later] })).consumers;
  const [first, last] = [0, 50].map((step) => [hall?.defaultShares?.[step], school?.defaultShares?.[step]]);
  expect(first).toEqual([40 / 140, 100 / 140]);
  expect(last).toEqual([Number.NaN, Number.NaN]);
  expect(settle(input()).consumers.map(({ defaultShares }) => defaultShares)).toEqual([null, null]);
});

test("where nobody draws anything the default key gives nothing", () => {
  const idle = [point("hall", 0), point("school", 0)];
  const keys: readonly CoefficientKey[] = [{ ...staticKey({}), kind: "default" }];
  const [hall] = settle(input({ consumers: idle, keys })).consumers;
  expect(hall?.defaultShares?.every((share) => share === 0)).toBe(true);
});
