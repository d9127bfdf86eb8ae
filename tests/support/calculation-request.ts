/** One producer of 1 000 Wh, two consumers, one step; changed where a case says so. */
export function calculationRequest(change: Readonly<Record<string, unknown>> = {}) {
  return {
    start: "2026-04-12T10:00:00Z",
    stepMinutes: 30,
    producers: [{ id: "P", energyWh: [1000] }],
    consumers: [
      { id: "A", energyWh: [300] },
      { id: "B", energyWh: [800] },
    ],
    coefficients: { kind: "static", ppm: { A: 400_000, B: 600_000 } },
    ...change,
  };
}
