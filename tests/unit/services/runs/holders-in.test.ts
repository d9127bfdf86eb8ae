import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { holdersIn } from "@/lib/services/runs/holders-in";
import { nameHolders } from "@/lib/services/runs/name-holders";

const stay = (id: string, from: string, toExclusive: string | null) => ({
  participantId: id,
  participantName: `Nom ${id}`,
  from: civilDate(from),
  toExclusive: toExclusive === null ? null : civilDate(toExclusive),
});

const HOUSE = {
  participantId: "b",
  participantName: "Nom b",
  holders: [stay("a", "2025-01-01", "2026-03-15"), stay("b", "2026-03-15", null)],
};

test.for([
  ["before the hand-over", "2026-02-01", "2026-03-01", ["a"], "Nom a"],
  ["over the hand-over", "2026-03-01", "2026-04-01", ["a", "b"], "Nom a puis Nom b"],
  ["from its very day", "2026-03-15", "2026-04-01", ["b"], "Nom b"],
  ["before anybody", "2024-01-01", "2024-02-01", ["b"], "Nom b"],
] as const)("%s", ([, from, to, ids, names]) => {
  const window = { from: civilDate(from), toExclusive: civilDate(to) };
  expect(holdersIn(HOUSE, window).map(({ participantId }) => participantId)).toEqual(ids);
  expect(nameHolders(HOUSE, window)).toBe(names);
});

test("who held two metering points is the same holder, however they changed hands outside the window", () => {
  const window = { from: civilDate("2026-04-01"), toExclusive: civilDate("2026-05-01") };
  const other = { ...HOUSE, holders: [stay("c", "2025-01-01", "2026-01-01"), stay("b", "2026-01-01", null)] };
  const keys = [HOUSE, other].map((sheet) => holdersIn(sheet, window).map(({ participantId }) => participantId));
  expect(keys).toEqual([["b"], ["b"]]);
});
