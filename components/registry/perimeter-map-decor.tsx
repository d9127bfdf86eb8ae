import type { MapTile } from "@/lib/domain/perimeter/map/map-frame";
import { scaleBarM } from "@/lib/domain/perimeter/map/scale-bar-m";
import { formatDistance } from "@/lib/format/format-distance";
import styles from "./perimeter-map.module.css";

const TILE_PX = 256;
const MARGIN = 16; // px
const BAR_MAX = 140; // px

type Segment = { readonly from: Position; readonly to: Position; readonly distanceM: number };
type Position = { readonly x: number; readonly y: number };

/** The background, when the installation has one. */
export function PerimeterMapTiles({ tiles, template }: { tiles: readonly MapTile[]; template: string }) {
  return (
    <svg aria-hidden="true">
      {tiles.map(({ zoom, column, row, left, top }) => (
        <image
          key={`${column} ${row} ${left}`}
          href={template.replace("{z}", String(zoom)).replace("{x}", String(column)).replace("{y}", String(row))}
          x={left}
          y={top}
          width={TILE_PX}
          height={TILE_PX}
        />
      ))}
    </svg>
  );
}

/** The way between the two most distant points, and its length. */
export function PerimeterMapSegment({ segment: { from, to, distanceM } }: { segment: Segment }) {
  const x = (from.x + to.x) / 2;
  const y = (from.y + to.y) / 2;
  return (
    <svg aria-hidden="true">
      <line className={styles.segment} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <text className={styles.length} x={x} y={y - 8} textAnchor="middle">
        {formatDistance(distanceM)}
      </text>
    </svg>
  );
}

/** A round length at the bottom left, the north at the top right. */
export function PerimeterMapScale({
  metresPerPixel,
  width,
  height,
}: {
  metresPerPixel: number;
  width: number;
  height: number;
}) {
  const barM = scaleBarM(metresPerPixel, BAR_MAX);
  const barPx = barM / metresPerPixel;
  const y = height - MARGIN;
  return (
    <svg aria-hidden="true" className={styles.decor}>
      <path d={`M${MARGIN} ${y - 6}V${y}H${MARGIN + barPx}V${y - 6}`} />
      <text x={MARGIN + barPx / 2} y={y - 6} textAnchor="middle">
        {formatDistance(barM)}
      </text>
      <path d={`M${width - 24} ${MARGIN + 34}V${MARGIN + 14}m-5 8l5-8l5 8`} />
      <text x={width - 24} y={MARGIN + 8} textAnchor="middle">
        N
      </text>
    </svg>
  );
}
