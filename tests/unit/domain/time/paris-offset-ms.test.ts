import { expect, test } from "vitest";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";

const HOUR_MS = 3_600_000;
const PARIS_CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  day: "2-digit",
  hourCycle: "h23",
});

function offsetByIntl(instantMs: number): number {
  const parts = Object.fromEntries(PARIS_CLOCK.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  const utc = new Date(instantMs);
  const dayShift = Number(parts.day) === utc.getUTCDate() ? 0 : 24;
  return (Number(parts.hour) + dayShift - utc.getUTCHours()) * HOUR_MS;
}

test("agrees with Intl at every hour from 1996 to 2040 that could differ", () => {
  // Every hour of the two change months, every six hours of the others.
  const differences: string[] = [];
  for (let ms = Date.UTC(1996, 0, 1); ms < Date.UTC(2041, 0, 1); ) {
    const month = new Date(ms).getUTCMonth();
    if (parisOffsetMs(ms) !== offsetByIntl(ms)) differences.push(new Date(ms).toISOString());
    ms += month === 2 || month === 9 ? HOUR_MS : 6 * HOUR_MS;
  }
  expect(differences).toEqual([]);
});

test.for([
  ["2026-03-29T00:59:59.999Z", 1],
  ["2026-03-29T01:00:00.000Z", 2],
  ["2026-10-25T00:59:59.999Z", 2],
  ["2026-10-25T01:00:00.000Z", 1],
] as const)("%s is UTC+%i", ([instant, hours]) => {
  expect(parisOffsetMs(Date.parse(instant))).toBe(hours * HOUR_MS);
});
