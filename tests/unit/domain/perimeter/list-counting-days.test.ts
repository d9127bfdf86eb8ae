import { expect, test } from "vitest";
import { holderOn } from "@/lib/domain/perimeter/holder-on";
import { joinStays } from "@/lib/domain/perimeter/join-stays";
import { listCountingDays } from "@/lib/domain/perimeter/list-counting-days";
import { civilDate } from "@/lib/domain/time/civil-date";

const day = (text: string | null) => (text === null ? null : civilDate(text));
const stay = (participantId: string, from: string, to: string | null, role: "consumer" | "producer" = "consumer") => ({
  participantId,
  role,
  from: civilDate(from),
  toExclusive: day(to),
});
const A = stay("a", "2026-01-01", "2026-02-01");

test.for([
  ["another holder takes it up", [A, stay("b", "2026-02-01", null)], [["2026-01-01", null]]],
  [
    "the same one comes back",
    [A, stay("a", "2026-02-01", null)],
    [
      ["2026-01-01", "2026-02-01"],
      ["2026-02-01", null],
    ],
  ],
  [
    "a gap stays one",
    [A, stay("b", "2026-02-02", null)],
    [
      ["2026-01-01", "2026-02-01"],
      ["2026-02-02", null],
    ],
  ],
  ["three in a row", [stay("c", "2026-03-01", null), A, stay("b", "2026-02-01", "2026-03-01")], [["2026-01-01", null]]],
  [
    "the other role is another matter",
    [A, stay("b", "2026-02-01", null, "producer")],
    [
      ["2026-01-01", "2026-02-01"],
      ["2026-02-01", null],
    ],
  ],
] as const)("days that count: %s", ([, stays, expected]) => {
  expect(listCountingDays(stays).map(({ from, toExclusive }) => [from, toExclusive])).toEqual(expected);
});

test.for([
  ["2025-12-31", "a"],
  ["2026-01-31", "a"],
  ["2026-02-01", "b"],
  ["2026-03-15", "c"],
  ["2027-01-01", "c"],
] as const)("on %s it is held by %s", ([on, holder]) => {
  const stays = [stay("c", "2026-04-01", "2026-05-01"), stay("b", "2026-02-01", "2026-03-01"), A];
  expect(holderOn(stays, civilDate(on))?.participantId).toBe(holder);
  expect(holderOn([], civilDate(on))).toBeNull();
});

test("what touches or overlaps is one span", () => {
  const spans = joinStays([stay("a", "2026-05-01", null), A, stay("a", "2026-01-15", "2026-03-01", "producer")]);
  expect(spans).toEqual([
    { from: "2026-01-01", toExclusive: "2026-03-01" },
    { from: "2026-05-01", toExclusive: null },
  ]);
});
