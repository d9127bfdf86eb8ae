import { expect, test } from "vitest";
import { clockHour } from "@/components/coefficients/clock-hour";

test.for([
  { count: 24, hours: Array.from({ length: 24 }, (_, hour) => hour) },
  { count: 23, hours: [0, 1, ...Array.from({ length: 21 }, (_, k) => k + 3)] },
  { count: 25, hours: [0, 1, 2, 2, ...Array.from({ length: 21 }, (_, k) => k + 3)] },
])("the $count hours of a day, as the clock shows them", ({ count, hours }) => {
  expect(Array.from({ length: count }, (_, index) => clockHour(index, count).hour)).toEqual(hours);
});

test("October's two hours are told apart, summer time first", () => {
  expect([clockHour(2, 25), clockHour(3, 25)]).toEqual([
    { hour: 2, passage: 0, label: "2\u00a0h – 3\u00a0h (heure d’été)" },
    { hour: 2, passage: 1, label: "2\u00a0h – 3\u00a0h (heure d’hiver)" },
  ]);
});
