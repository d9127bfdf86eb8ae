import { expect, test } from "vitest";
import { geodesicDistanceM } from "@/lib/domain/perimeter/eligibility/geodesic-distance-m";

const at = (latitudeDegrees: number, longitudeDegrees: number) => ({ latitudeDegrees, longitudeDegrees });

// Karney 2013 (doi:10.1007/s00190-012-0578-z), tables 3 and 4: a few metres, and nearly antipodal points, where series
// and iterations of older methods fail. Wellington to Salamanca: GeographicLib's own manual.
test.for([
  { name: "Karney, table 3", from: at(-30.12345, 0), to: at(-30.12344, 0.00005), metres: 4.944208 },
  { name: "Karney, table 4", from: at(-30, 0), to: at(29.9, 179.8), metres: 19_989_832.82761 },
  { name: "Wellington, Salamanca", from: at(-41.32, 174.81), to: at(40.96, -5.5), metres: 19_959_679.267 },
])("$name", ({ from, to, metres }) => {
  const decimals = metres === 19_959_679.267 ? 3 : 5;
  expect(geodesicDistanceM(from, to)).toBeCloseTo(metres, decimals);
  expect(geodesicDistanceM(to, from)).toBeCloseTo(metres, decimals);
});

test("a point is nowhere from itself", () => {
  expect(geodesicDistanceM(at(42.7, 2.75), at(42.7, 2.75))).toBe(0);
});
