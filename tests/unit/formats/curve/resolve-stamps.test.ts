import { expect, test } from "vitest";
import { resolveStamps } from "@/lib/formats/curve/resolve-stamps";
import { ProblemLog } from "@/lib/formats/problem-log";

const NO = Number.NaN;

function resolve(stamps: readonly string[], powerW = stamps.map(() => 1)) {
  const log = new ProblemLog();
  const placeOf = (point: number) => ({ place: { line: point + 1 }, where: `Ligne ${point + 1}` });
  const points = resolveStamps({ stamps, powerW, stepMinutes: null, placeOf }, log);
  const { listed, errorCount } = log.problems();
  const utc = [...points.stampMs].map((ms) => new Date(ms).toISOString().slice(0, 16));
  return {
    utc,
    powerW: [...points.powerW],
    points,
    errorCount,
    codes: listed.map(({ code, line }) => `${code}@${line}`),
  };
}

test.for([
  ["2026-06-21T10:00:00+02:00", "2026-06-21T08:00"],
  ["2026-06-21T10:00:00+0200", "2026-06-21T08:00"],
  ["2026-06-21T10:00:00Z", "2026-06-21T10:00"],
  ["2026-06-21T10:00:00-04:00", "2026-06-21T14:00"],
  ["2026-06-21 10:00:00", "2026-06-21T08:00"],
  ["2026-06-21 10:00", "2026-06-21T08:00"],
  ["2026-06-21T10:00:00.000", "2026-06-21T08:00"],
] as const)("%s is %s UTC", ([stamp, expected]) => {
  expect(resolve([stamp])).toMatchObject({ utc: [expected], codes: [] });
});

test.for([
  "",
  "21/06/2026 10:00",
  "2026-02-30T10:00:00",
  "2026-13-01T10:00:00",
  "2026-06-21T24:00:00",
  "2026-06-21T10:60:00",
])("%j is no stamp: told, and left out", (bad) => {
  const { utc, powerW, codes, points } = resolve([bad, "2026-06-21T10:00:00Z"], [1, 2]);
  expect({ utc, powerW, codes }).toEqual({ utc: ["2026-06-21T10:00"], powerW: [2], codes: ["BAD_STAMP@1"] });
  expect(points.placeOf(0).where).toBe("Ligne 2");
});

test("the hour that March skips: an error, a warning where it is empty or only its first instant", () => {
  const stamps = ["2026-03-29 01:30:00", "2026-03-29 02:30:00", "2026-03-29 03:30:00"];
  expect(resolve(stamps)).toMatchObject({ codes: ["SKIPPED_HOUR@2"], errorCount: 1 });
  expect(resolve(stamps, [1, NO, 1])).toMatchObject({ codes: ["SKIPPED_HOUR_EMPTY@2"], errorCount: 0 });
  const bound = resolve(["2026-03-29 01:30:00", "2026-03-29 02:00:00", "2026-03-29 03:30:00"]);
  expect(bound).toMatchObject({ codes: ["SKIPPED_HOUR_READ@2"], errorCount: 0 });
  expect(bound.utc).toEqual(["2026-03-29T00:30", "2026-03-29T01:00", "2026-03-29T01:30"]);
});
