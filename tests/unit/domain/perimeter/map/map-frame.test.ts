import fc from "fast-check";
import { expect, test } from "vitest";
import { geodesicDistanceM } from "@/lib/domain/perimeter/eligibility/geodesic-distance-m";
import { framePlaces } from "@/lib/domain/perimeter/map/frame-places";
import { framePlacesOnTiles } from "@/lib/domain/perimeter/map/frame-places-on-tiles";
import { scaleBarM } from "@/lib/domain/perimeter/map/scale-bar-m";

const SIZE = { width: 800, height: 500, margin: 40 };
const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const place = fc.record({ latitudeDegrees: degrees(42.6, 42.8), longitudeDegrees: degrees(2.6, 2.9) });

test.for([
  ["on the plane", framePlaces, 0.002],
  ["on tiles", framePlacesOnTiles, 0.004],
] as const)("%s, every place is inside the margin and the drawing is true to scale", ([, frame, drift]) => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), (places) => {
      const { positions, metresPerPixel } = frame(places, SIZE);
      for (const { x, y } of positions) {
        expect(x).toBeGreaterThan(SIZE.margin - 1);
        expect(x).toBeLessThan(SIZE.width - SIZE.margin + 1);
        expect(y).toBeGreaterThan(SIZE.margin - 1);
        expect(y).toBeLessThan(SIZE.height - SIZE.margin + 1);
      }
      const [[first, second], [from, to]] = [places, positions];
      if (!first || !second || !from || !to) throw new Error("two places");
      const drawnM = Math.hypot(from.x - to.x, from.y - to.y) * metresPerPixel;
      const realM = geodesicDistanceM(first, second);
      expect(Math.abs(drawnM - realM)).toBeLessThan(realM * drift + 1e-3);
    }),
  );
});

test.for([
  ["on the plane", framePlaces],
  ["on tiles", framePlacesOnTiles],
] as const)("%s, north is up and one place alone stands in the middle", ([, frame]) => {
  const south = { latitudeDegrees: 42.7, longitudeDegrees: 2.75 };
  const [below, above] = frame([south, { latitudeDegrees: 42.71, longitudeDegrees: 2.75 }], SIZE).positions;
  expect(above?.y).toBeLessThan(below?.y ?? 0);
  const [alone] = frame([south], SIZE).positions;
  expect(alone?.x).toBeCloseTo(SIZE.width / 2, -0.5);
  expect(alone?.y).toBeCloseTo(SIZE.height / 2, -0.5);
});

test("tiles are those of the numbering everybody uses, and cover the drawing", () => {
  // OpenStreetMap wiki, Slippy map tilenames: zoom 7 over Lake Geneva is column 66, row 45 (46.5° N, 6.5° E).
  const { tiles } = framePlacesOnTiles(
    [
      { latitudeDegrees: 45.2, longitudeDegrees: 3.5 },
      { latitudeDegrees: 47.7, longitudeDegrees: 9.5 },
    ],
    SIZE,
  );
  expect(tiles).toContainEqual(expect.objectContaining({ zoom: 7, column: 66, row: 45 }));
  expect(Math.min(...tiles.map(({ left }) => left))).toBeLessThanOrEqual(0);
  expect(Math.max(...tiles.map(({ left }) => left + 256))).toBeGreaterThanOrEqual(SIZE.width);
  expect(Math.max(...tiles.map(({ top }) => top + 256))).toBeGreaterThanOrEqual(SIZE.height);
  expect(tiles.length).toBeLessThanOrEqual(20);
});

test.for([
  [1, 150, 100],
  [3, 100, 200],
  [7, 100, 500],
  [0.05, 100, 5],
  [66, 100, 5_000],
] as const)("at %d m a pixel, %d pixels hold a bar of %d m", ([metresPerPixel, pixels, expected]) => {
  expect(scaleBarM(metresPerPixel, pixels)).toBe(expected);
});
