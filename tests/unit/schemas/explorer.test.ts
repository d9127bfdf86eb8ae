import fc from "fast-check";
import { expect, test } from "vitest";
import { explorerSearchSchema } from "@/lib/schemas/explorer";
import type { ExplorerSearch } from "@/lib/schemas/explorer-search";
import { writeExplorerSearch } from "@/lib/schemas/write-explorer-search";

const read = (search: string) => explorerSearchSchema.parse(Object.fromEntries(new URLSearchParams(search)));

const NOTHING: ExplorerSearch = {
  choices: [],
  isSum: false,
  startMs: null,
  endMs: null,
  grain: null,
  comparison: null,
  isByWeekday: false,
  view: "courbe",
};

test("an address reads as people say it: the last day counts", () => {
  expect(read("courbes=consommateurs,99000000000683&du=2026-10-01&au=2026-10-31&avec=annee&vue=monotone")).toEqual({
    ...NOTHING,
    choices: ["consumers", "99000000000683"],
    startMs: Date.parse("2026-09-30T22:00:00Z"),
    endMs: Date.parse("2026-10-31T23:00:00Z"),
    comparison: "last_year",
    view: "monotone",
  });
});

test("an hour is said by its instants, which no clock change makes doubtful", () => {
  const { startMs, endMs } = read("du=2026-10-25T00:00Z&au=2026-10-25T01:00Z");
  expect((endMs as number) - (startMs as number)).toBe(3_600_000);
});

test.for([
  "",
  "courbes=&du=hier&au=2026-02-30&pas=siecle&avec=x&vue=camembert&ensemble=non",
  "courbes=%00,1234,participant:x&du=9999-01-01&au=2026-13-01T00:00Z",
  "du=0001-01-01&avec=1999-01-01",
])("what cannot be read counts as absent: %s", (search) => {
  expect(read(search)).toEqual(NOTHING);
});

test("a parameter given twice does not break the screen", () => {
  expect(explorerSearchSchema.parse({ courbes: ["a", "b"], du: ["2026-10-01", "x"] })).toEqual(NOTHING);
});

test("no more than twenty curves, each once", () => {
  const prms = Array.from({ length: 30 }, (_, index) => String(10_000_000_000_000 + Math.floor(index / 1.2)));
  const { choices } = read(`courbes=${prms.join(",")}`);
  expect(choices).toHaveLength(20);
  expect(new Set(choices).size).toBe(20);
});

test("property: what is written is read back", () => {
  const prm = fc.integer({ min: 10 ** 13, max: 10 ** 14 - 1 }).map(String);
  const participant = fc.uuid().map((id) => `participant:${id}`);
  const choice = fc.oneof(fc.constantFrom("consumers", "producers"), prm, participant);
  const minute = fc.integer({ min: Date.parse("2001-01-01"), max: Date.parse("2190-01-01") });
  const instant = fc.option(minute.map((ms) => Math.floor(ms / 1_800_000) * 1_800_000));
  const search = fc.record({
    choices: fc.uniqueArray(choice, { maxLength: 5 }),
    isSum: fc.boolean(),
    startMs: instant,
    endMs: instant,
    grain: fc.constantFrom(null, "step", "hour", "day", "week", "month"),
    comparison: fc.oneof(fc.constantFrom(null, "last_year", "previous", "2026-02-28"), choice),
    isByWeekday: fc.boolean(),
    view: fc.constantFrom("courbe", "monotone", "semaine"),
  });
  fc.assert(
    fc.property(search, (given) => {
      expect(read(writeExplorerSearch(given as ExplorerSearch).slice(1))).toEqual(given);
    }),
  );
});
