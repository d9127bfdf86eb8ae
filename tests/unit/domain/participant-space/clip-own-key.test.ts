import { expect, test } from "vitest";
import { clipOwnKey } from "@/lib/domain/participant-space/clip-own-key";
import type { OwnKey, OwnStay } from "@/lib/domain/participant-space/own-registry";
import { civilDate } from "@/lib/domain/time/civil-date";

const TODAY = civilDate("2026-06-15");
const stay = ([from, to, role = "consumer"]: readonly (string | null)[]): OwnStay => ({
  ...{ meteringPointId: "m", prm: "1", site: null, role: role === "producer" ? "producer" : "consumer" },
  ...{ from: civilDate(from ?? ""), toExclusive: to ? civilDate(to) : null },
});
const key: OwnKey = {
  ...{ kind: "static", state: "sent", from: civilDate("2026-01-01"), toExclusive: null, shares: [] },
};

test.for([
  { what: "a stay that begins under it", stays: [["2026-03-16", null]], since: "2026-03-16" },
  { what: "a stay older than it", stays: [["2025-01-01", null]], since: "2026-01-01" },
  {
    what: "two points, the first one's day",
    stays: [
      ["2026-05-01", null],
      ["2026-02-01", null],
    ],
    since: "2026-02-01",
  },
  {
    what: "a stay that is over, and one that is not",
    stays: [
      ["2025-01-01", "2026-02-01"],
      ["2026-04-01", null],
    ],
    since: "2026-04-01",
  },
  { what: "a producer", stays: [["2026-03-16", null, "producer"]], since: "2026-01-01" },
] as const)("holds for him from his own first day: $what", ({ stays, since }) => {
  expect(clipOwnKey(key, stays.map(stay), TODAY).from).toBe(since);
});

test("is left alone when it ends before he is there", () => {
  const past = { ...key, toExclusive: civilDate("2026-07-01") };
  expect(clipOwnKey(past, [stay(["2026-09-01", null])], TODAY)).toBe(past);
});
