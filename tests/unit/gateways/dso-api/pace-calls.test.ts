import fc from "fast-check";
import { expect, test } from "vitest";
import { paceCalls } from "@/lib/gateways/dso-api/pace-calls";

/** A clock that only sleeping and `advance` move. */
function simulatedClock() {
  let ms = 0;
  return {
    nowMs: () => ms,
    sleep: async (waitMs: number) => {
      ms += waitMs;
    },
    advance: (elapsedMs: number) => {
      ms += elapsedMs;
    },
  };
}

test("calls never exceed either quota, whatever their rhythm, and none waits without need", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 5, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 40 }),
      async (callsPerSecond, callsPerHour, pausesMs) => {
        const clock = simulatedClock();
        const waitForTurn = paceCalls({ callsPerSecond, callsPerHour }, clock);
        const startsMs: number[] = [];
        for (const pauseMs of pausesMs) {
          clock.advance(pauseMs);
          const wantedMs = clock.nowMs();
          await waitForTurn();
          const startMs = clock.nowMs();
          const freeMs = Math.max(
            (startsMs.at(-callsPerSecond) ?? Number.NEGATIVE_INFINITY) + 1000,
            (startsMs.at(-callsPerHour) ?? Number.NEGATIVE_INFINITY) + 3_600_000,
          );
          expect(startMs).toBe(Math.max(wantedMs, freeMs));
          startsMs.push(startMs);
        }
      },
    ),
  );
});

test("calls asked for at once start one after the other", async () => {
  const clock = simulatedClock();
  const waitForTurn = paceCalls({ callsPerSecond: 2, callsPerHour: 100 }, clock);
  const startsMs = await Promise.all(Array.from({ length: 5 }, () => waitForTurn().then(() => clock.nowMs())));
  expect(Math.max(...startsMs)).toBe(2000);
});
