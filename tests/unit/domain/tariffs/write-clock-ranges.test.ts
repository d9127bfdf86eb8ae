import fc from "fast-check";
import { expect, test } from "vitest";
import { parseClockRanges } from "@/lib/domain/tariffs/parse-clock-ranges";
import { writeClockRanges } from "@/lib/domain/tariffs/write-clock-ranges";

test("off-peak hours are written as bills print them", () => {
  const ranges = [
    { fromMinute: 1358, toMinute: 398 },
    { fromMinute: 720, toMinute: 840 },
  ];
  expect(writeClockRanges(ranges)).toBe("22h38-6h38, 12h00-14h00");
});

test("what is written is read back", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const range = fc.record({ fromMinute: minute, toMinute: minute });
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 3 }), (ranges) => {
      expect(parseClockRanges(writeClockRanges(ranges))).toEqual(ranges);
    }),
  );
});
