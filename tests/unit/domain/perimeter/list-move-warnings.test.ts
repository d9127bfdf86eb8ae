import { expect, test } from "vitest";
import type { Attachment } from "@/lib/domain/perimeter/attachment";
import { listMoveWarnings, type StayMove } from "@/lib/domain/perimeter/list-move-warnings";
import { civilDate } from "@/lib/domain/time/civil-date";

const day = civilDate;
const attachment = (meteringPointId: string, role: Attachment["role"]): Attachment => ({
  meteringPointId,
  role,
  from: day("2026-03-01"),
  toExclusive: null,
});
const SITUATION = {
  attachments: [attachment("roof", "producer"), attachment("hall", "consumer"), attachment("school", "consumer")],
  keys: [
    {
      id: "key",
      kind: "static" as const,
      from: day("2026-03-01"),
      toExclusive: null,
      ppmByConsumer: new Map([["hall", 600_000]]),
    },
  ],
  settled: [
    { from: day("2026-03-01"), toExclusive: day("2026-04-01") },
    { from: day("2026-04-01"), toExclusive: day("2026-05-01") },
  ],
  closed: [{ from: day("2026-02-01"), toExclusive: day("2026-03-01") }],
};

function exit(meteringPointId: string, on: string, role: Attachment["role"] = "consumer"): StayMove {
  const before = { from: day("2026-03-01"), toExclusive: null };
  return { meteringPointId, role, before, after: { ...before, toExclusive: day(on) } };
}
const entry = (on: string): StayMove => ({
  meteringPointId: "gym",
  role: "consumer",
  before: null,
  after: { from: day(on), toExclusive: null },
});
const codes = (moves: readonly StayMove[], situation = SITUATION) =>
  listMoveWarnings(situation, moves).map(({ code }) => code);

test("a settled period that loses or gains a day is named; one that ends before is not", () => {
  expect(listMoveWarnings(SITUATION, [exit("school", "2026-04-15")])).toEqual([
    { code: "SETTLED_PERIODS", periods: [SITUATION.settled[1]] },
  ]);
  expect(codes([exit("school", "2026-05-01")])).toEqual([]);
});

test("a closed period is told apart: its result stays", () => {
  const [first, second] = SITUATION.settled;
  const situation = {
    ...SITUATION,
    settled: [second as NonNullable<typeof second>],
    closed: [first as NonNullable<typeof first>],
  };
  expect(listMoveWarnings(situation, [exit("school", "2026-03-15")])).toEqual([
    { code: "SETTLED_PERIODS", periods: [second] },
    { code: "CLOSED_PERIODS", periods: [first] },
  ]);
});

test("the exit of the last producer says from which day one lacks", () => {
  expect(listMoveWarnings(SITUATION, [exit("roof", "2026-09-01", "producer")])).toEqual([
    { code: "UNVIABLE", day: "2026-09-01", lacks: ["producer"] },
  ]);
});

test("what lacks already is not told again", () => {
  const noRoof = { ...SITUATION, attachments: SITUATION.attachments.slice(1) };
  expect(codes([exit("school", "2026-09-01")], noRoof)).toEqual([]);
});

test("a consumer whom the static key does not name has no share", () => {
  expect(listMoveWarnings(SITUATION, [entry("2026-06-01")])).toEqual([{ code: "NOT_IN_KEY", day: "2026-06-01" }]);
  const byDefault = { ...SITUATION, keys: SITUATION.keys.map((key) => ({ ...key, kind: "default" as const })) };
  expect(codes([entry("2026-06-01")], byDefault as unknown as typeof SITUATION)).toEqual([]);
});

// Convention Enedis-FOR-CF_01E, art. 3.2.2: « la part de production qui revient à ce consommateur est […] comptabilisée dans le Surplus collectif »
test("the share of a consumer who leaves goes to the surplus", () => {
  expect(listMoveWarnings(SITUATION, [exit("hall", "2026-09-01")])).toEqual([
    { code: "SHARE_FREED", day: "2026-09-01", ppm: 600_000 },
  ]);
});
