import { expect, test } from "vitest";
import { perimeterState } from "@/lib/domain/perimeter/perimeter-state";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-06-01");

test.for([
  { stays: [], state: "never" },
  { stays: [["2026-06-01", null]], state: "attached" },
  { stays: [["2026-03-01", "2026-06-02"]], state: "leaving" },
  { stays: [["2026-03-01", "2026-06-01"]], state: "left" },
  { stays: [["2026-06-02", null]], state: "planned" },
  {
    stays: [
      ["2026-03-01", "2026-05-01"],
      ["2026-07-01", null],
    ],
    state: "planned",
  },
  {
    stays: [
      ["2026-03-01", "2026-07-01"],
      ["2026-03-01", null],
    ],
    state: "attached",
  },
] as const)("$stays is $state", ({ stays, state }) => {
  const read = stays.map(([from, to]) => ({
    from: civilDate(from),
    toExclusive: to === null ? null : civilDate(to),
  }));
  expect(perimeterState(read, DAY)).toBe(state);
});
