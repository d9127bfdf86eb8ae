import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeOwnMonths } from "@/lib/domain/participant-space/compose-own-months";
import type { OwnRun, OwnRunDay, OwnRunPoint, OwnSource } from "@/lib/domain/participant-space/own-months";
import { civilDate } from "@/lib/domain/time/civil-date";

const RUN: OwnRun = {
  id: "r",
  period: { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") },
  version: 2,
  createdAt: new Date(0),
  isClosed: false,
  isStale: false,
};

const point = (meteringPointId: string, more: Partial<OwnRunPoint> = {}): OwnRunPoint => ({
  ...{ runId: "r", meteringPointId, role: "consumer", whole: { energyWh: 100, sharedWh: 40 } },
  ...{ savedCents: 12, soldCents: null, ...more },
});
const day = (meteringPointId: string, on: string, energyWh: number, sharedWh: number): OwnRunDay => ({
  ...{ runId: "r", meteringPointId, role: "consumer", day: civilDate(on), energyWh, sharedWh, correctedSteps: 0 },
});
const source = (name: string | null, energyWh: number): OwnSource => ({
  ...{ runId: "r", producerId: `${name} ${energyWh}`, name, energyWh },
});
const compose = (points: readonly OwnRunPoint[], days: readonly OwnRunDay[] = [], sources: readonly OwnSource[] = []) =>
  composeOwnMonths({ runs: [RUN], points, days, sources })[0];

describe("the months of a participant", () => {
  test("adds up his points, with what he saved", () => {
    const month = compose([point("a"), point("b", { whole: { energyWh: 50, sharedWh: 50 } })]);
    expect(month?.consumption).toEqual({
      ...{ energyWh: 150, sharedWh: 90, restWh: 60, amountCents: 24, isShortened: false },
    });
    expect(month?.production).toBeNull();
  });

  test("counts the days of a point that changed hands, and tells neither its money nor where it came from", () => {
    const days = [day("a", "2026-03-01", 10, 4), day("a", "2026-03-02", 20, 6), day("other", "2026-03-02", 1e6, 1e6)];
    const month = compose([point("a", { whole: null, savedCents: null })], days, [source("École", 10)]);
    expect(month?.consumption).toEqual({
      ...{ energyWh: 30, sharedWh: 10, restWh: 20, amountCents: null, isShortened: true },
    });
    expect(month?.sources).toBeNull();
  });

  test("joins the roofs of other participants into one line, the most first", () => {
    const month = compose(
      [point("a")],
      [],
      [source("École", 10), source(null, 8), source(null, 12), source("Vide", 0)],
    );
    expect(month?.sources).toEqual([
      { name: null, energyWh: 20 },
      { name: "École", energyWh: 10 },
    ]);
  });

  test("knows no sum of money while one lacks", () => {
    expect(compose([point("a"), point("b", { savedCents: null })])?.consumption?.amountCents).toBeNull();
  });

  test("makes what came from the operation and the rest the whole, whatever the points", () => {
    const energies = fc
      .tuple(fc.double({ min: 0, max: 1e7, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([energyWh, part]) => ({ energyWh, sharedWh: energyWh * part }));
    fc.assert(
      fc.property(fc.array(energies, { minLength: 1, maxLength: 6 }), (wholes) => {
        const role = compose(wholes.map((whole, index) => point(String(index), { whole })))?.consumption;
        expect((role?.sharedWh ?? 0) + (role?.restWh ?? 0)).toBeCloseTo(role?.energyWh ?? Number.NaN, 3);
        expect(role?.restWh).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
