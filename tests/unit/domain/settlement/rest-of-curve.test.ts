import { expect, test } from "vitest";
import { restOfCurve } from "@/lib/domain/settlement/rest-of-curve";

test.for<[string, number, number, number]>([
  ["a part is shared", 700, 400, 300],
  ["nothing is", 700, 0, 700],
  ["all is, and the last bit differs", 0.3, 0.1 + 0.2, 0],
  ["the energy is missing", Number.NaN, 0, Number.NaN],
  ["the share is missing", 700, Number.NaN, Number.NaN],
])("%s", ([, energyWh, sharedWh, restWh]) => {
  expect([...restOfCurve(Float64Array.of(energyWh), Float64Array.of(sharedWh))]).toEqual([restWh]);
});
