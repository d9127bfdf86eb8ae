import { expect, test } from "vitest";
import { countCurves } from "@/lib/domain/coefficients/count-curves";
import { joinDeliveryRows } from "@/lib/domain/coefficients/join-delivery-rows";
import { listClockRuns } from "@/lib/domain/coefficients/list-clock-runs";
import { splitDeliveryDays } from "@/lib/domain/coefficients/split-delivery-days";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const OCTOBER_24 = civilDate("2026-10-24");
const AXIS = parisPeriodAxis(OCTOBER_24, addDays(OCTOBER_24, 3), 60); // 24, 25 and 24 hours

test("coefficients are cut into days of 24 and 25 hours and come back, missing steps included", () => {
  const ppm = ["a", "b"].map((_, j) => Uint32Array.from({ length: AXIS.length }, (_, t) => t * (j + 1)));
  const missingSteps = new Uint8Array(AXIS.length);
  missingSteps.fill(1, 30, 32);
  for (const row of ppm) row.fill(0, 30, 32);
  const days = [...splitDeliveryDays(AXIS, ["a", "b"], { ppm, missingSteps })];
  expect(days.map(({ day, consumerId, ppm: values }) => [day, consumerId, values.length])).toEqual([
    ["2026-10-24", "a", 24],
    ["2026-10-24", "b", 24],
    ["2026-10-25", "a", 25],
    ["2026-10-25", "b", 25],
    ["2026-10-26", "a", 24],
    ["2026-10-26", "b", 24],
  ]);
  const ofConsumer = (id: string) =>
    Int32Array.from(days.filter(({ consumerId }) => consumerId === id).flatMap((each) => [...each.ppm]));
  const delivered = new Map(["a", "b"].map((id) => [id, ofConsumer(id)]));
  expect(joinDeliveryRows(delivered, ["a", "b"], AXIS.length)).toEqual({ ppm, missingSteps, missingCount: 2 });
});

test("a consumer that has no row leaves every step without coefficients", () => {
  const delivered = new Map([["a", new Int32Array(3).fill(7)]]);
  expect(joinDeliveryRows(delivered, ["a", "new"], 3).missingCount).toBe(3);
});

test.for([
  { why: "an hour of an ordinary day", lastDay: 0, fromMinute: 120, toMinute: 180, runs: [[2, 3]] },
  { why: "the hour that comes twice", from: 1, lastDay: 1, fromMinute: 120, toMinute: 180, runs: [[26, 28]] },
  { why: "whole days are one run", lastDay: 1, fromMinute: 0, toMinute: 1_440, runs: [[0, 49]] },
  {
    why: "each night",
    lastDay: 2,
    fromMinute: 1_380,
    toMinute: 1_440,
    runs: [
      [23, 24],
      [48, 49],
      [72, 73],
    ],
  },
  { why: "days beyond the axis", from: 9, lastDay: 9, fromMinute: 0, toMinute: 60, runs: [] },
])("$why", ({ from = 0, lastDay, fromMinute, toMinute, runs }) => {
  const range = { from: addDays(OCTOBER_24, from), lastDay: addDays(OCTOBER_24, lastDay), fromMinute, toMinute };
  const found = listClockRuns(AXIS, range);
  expect(found.map(({ fromStep, toStepExclusive }) => [fromStep, toStepExclusive])).toEqual(runs);
});

test("curves count 0 on the days out of the perimeter, and what is missing inside it stays missing", () => {
  const period = { from: OCTOBER_24, toExclusive: addDays(OCTOBER_24, 3) };
  const point = (meteringPointId: string, value: number) => ({
    meteringPointId,
    curve: { axis: AXIS, energyWh: new Float64Array(AXIS.length).fill(value), origin: new Uint8Array(AXIS.length) },
  });
  const { productionWh, withdrawalWh, consumerIds, producers } = countCurves({
    period,
    axis: AXIS,
    producers: [point("roof", 5), point("other roof", 7)],
    consumers: [point("hall", Number.NaN), point("house", 3)],
    attachments: [
      { meteringPointId: "roof", role: "producer", from: OCTOBER_24, toExclusive: null },
      { meteringPointId: "other roof", role: "producer", from: addDays(OCTOBER_24, 2), toExclusive: null },
      { meteringPointId: "hall", role: "consumer", from: OCTOBER_24, toExclusive: addDays(OCTOBER_24, 1) },
      { meteringPointId: "house", role: "consumer", from: OCTOBER_24, toExclusive: null },
    ],
    keys: [],
    deliveries: [],
  });
  expect(consumerIds).toEqual(["hall", "house"]);
  expect([productionWh[0], productionWh[48], productionWh[49]]).toEqual([5, 5, 12]);
  expect(producers.map(({ producerId, productionWh: own }) => [producerId, own[48], own[49]])).toEqual([
    ["roof", 5, 5],
    ["other roof", 0, 7],
  ]);
  expect([withdrawalWh[0]?.[23], withdrawalWh[0]?.[24], withdrawalWh[1]?.[24]]).toEqual([Number.NaN, 0, 3]);
});
