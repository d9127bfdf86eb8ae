"use client";

import { type KeyboardEvent, memo } from "react";
import { formatCount } from "@/lib/format/format-number";
import { type MapSite, nameMapSite } from "./map-site";
import styles from "./perimeter-map.module.css";
import { MARK_LABELS, PerimeterMapMark } from "./perimeter-map-mark";

type Position = { readonly x: number; readonly y: number };

type PerimeterMapSitesProps = {
  sites: readonly MapSite[];
  positions: readonly Position[];
  /** The one that has the focus or had it last: the only stop of the tabulator among them. */
  active: number;
  onActive: (index: number) => void;
  /** Where a mark leads: what is told of it. */
  detailsId: string;
};

/** The marks: one stop for the tabulator, arrows from one to the next. */
export function PerimeterMapSites({ sites, positions, active, onActive, detailsId }: PerimeterMapSitesProps) {
  return (
    <g>
      {sites.map((site, index) => (
        <Site
          key={site.points[0]?.id}
          site={site}
          index={index}
          x={positions[index]?.x ?? 0}
          y={positions[index]?.y ?? 0}
          count={sites.length}
          isActive={index === active}
          onActive={onActive}
          detailsId={detailsId}
        />
      ))}
    </g>
  );
}

type SiteProps = {
  site: MapSite;
  index: number;
  x: number;
  y: number;
  count: number;
  isActive: boolean;
  onActive: (index: number) => void;
  detailsId: string;
};

const Site = memo(function Site({ site, index, x, y, count, isActive, onActive, detailsId }: SiteProps) {
  const label = `${nameMapSite(site)}, ${MARK_LABELS[site.mark].toLowerCase()}, ${formatCount(site.points.length, "PRM", "PRM")}`;

  function onKeyDown(event: KeyboardEvent<Element>) {
    const next = KEYS[event.key]?.(index, count);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.closest("svg")?.querySelector<SVGElement>(`[data-site="${next}"]`)?.focus();
  }

  return (
    <g transform={`translate(${x} ${y})`}>
      <a
        href={`#${detailsId}`}
        aria-label={label}
        className={styles.site}
        data-site={index}
        data-active={isActive || undefined}
        tabIndex={isActive ? 0 : -1}
        onFocus={() => onActive(index)}
        onMouseEnter={() => onActive(index)}
        onKeyDown={onKeyDown}
      >
        <title>{label}</title>
        <circle className={styles.halo} r={13} />
        <PerimeterMapMark mark={site.mark} />
      </a>
    </g>
  );
});

const KEYS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => Math.min(index + 1, count - 1),
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};
