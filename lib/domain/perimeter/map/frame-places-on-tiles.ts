import type { Place } from "@/lib/domain/profiles/sun-position";
import type { MapFrame, MapSize, MapTile } from "./map-frame";

const TILE_PX = 256;
const MAX_ZOOM = 18;
const EQUATOR_M = 2 * Math.PI * 6_378_137;
/** Where the square of Web Mercator ends. [°] */
const MAX_LATITUDE = 85.05;

type Point = { readonly x: number; readonly y: number };

/**
 * Draws places in Web Mercator (EPSG:3857) on the tiles of the closest zoom that shows them all.
 *
 * @see OpenStreetMap wiki, Slippy map tilenames: the numbering every provider of `{z}/{x}/{y}` follows.
 */
export function framePlacesOnTiles(places: readonly Place[], { width, height, margin }: MapSize): MapFrame {
  const world = places.map(toUnitSquare); // the whole Earth is 1 × 1
  const xs = world.map(({ x }) => x);
  const ys = world.map(({ y }) => y);
  const [west, east] = [min(xs), max(xs)];
  const [north, south] = [min(ys), max(ys)];
  const zoom = closestZoom((east - west) / (width - 2 * margin), (south - north) / (height - 2 * margin));
  const worldPx = TILE_PX * 2 ** zoom;
  // Whole pixels: tiles drawn between two are blurred.
  const origin = {
    x: Math.round(((west + east) / 2) * worldPx - width / 2),
    y: Math.round(((north + south) / 2) * worldPx - height / 2),
  };
  const middle = Math.PI * (1 - (north + south));
  return {
    positions: world.map(({ x, y }) => ({ x: x * worldPx - origin.x, y: y * worldPx - origin.y })),
    metresPerPixel: EQUATOR_M / worldPx / Math.cosh(middle),
    tiles: listTiles(zoom, origin, { width, height }),
  };
}

function toUnitSquare({ latitudeDegrees, longitudeDegrees }: Place): Point {
  const latitude = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitudeDegrees)) * Math.PI) / 180;
  return { x: (longitudeDegrees + 180) / 360, y: (1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2 };
}

/** @param perPixelX - Part of the world a pixel would show if the points just fitted. */
function closestZoom(perPixelX: number, perPixelY: number): number {
  const fitting = Math.floor(Math.log2(1 / (TILE_PX * Math.max(perPixelX, perPixelY, Number.MIN_VALUE))));
  return Math.max(0, Math.min(MAX_ZOOM, fitting));
}

function listTiles(zoom: number, origin: Point, size: Pick<MapSize, "width" | "height">): readonly MapTile[] {
  const count = 2 ** zoom;
  const tiles: MapTile[] = [];
  for (let row = Math.floor(origin.y / TILE_PX); row * TILE_PX < origin.y + size.height; row += 1) {
    for (let column = Math.floor(origin.x / TILE_PX); column * TILE_PX < origin.x + size.width; column += 1) {
      if (row < 0 || row >= count) continue; // beyond the poles there is nothing
      const around = ((column % count) + count) % count;
      tiles.push({
        zoom,
        column: around,
        row,
        left: column * TILE_PX - origin.x,
        top: row * TILE_PX - origin.y,
      });
    }
  }
  return tiles;
}

const min = (values: readonly number[]) => values.reduce((least, value) => Math.min(least, value), 1);
const max = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);
