"use client";

import { useElementSize } from "@mantine/hooks";
import type { Route } from "next";
import Link from "next/link";
import { useId, useMemo, useState } from "react";
import { framePlaces } from "@/lib/domain/perimeter/map/frame-places";
import { framePlacesOnTiles } from "@/lib/domain/perimeter/map/frame-places-on-tiles";
import { formatDistance } from "@/lib/format/format-distance";
import { formatCount } from "@/lib/format/format-number";
import { listMapSites, type MapPoint, type MapSite, nameMapSite } from "./map-site";
import styles from "./perimeter-map.module.css";
import { PerimeterMapScale, PerimeterMapSegment, PerimeterMapTiles } from "./perimeter-map-decor";
import { MARK_LABELS, PerimeterMapLegend } from "./perimeter-map-mark";
import { PerimeterMapSites } from "./perimeter-map-sites";
import { placeMapLabels } from "./place-map-labels";

export type PerimeterMapProps = {
  points: readonly MapPoint[];
  /** The two most distant ones, by id, and how far apart they are; null with less than two places. */
  farthest: { readonly ids: readonly [string, string]; readonly distanceM: number } | null;
  /** `/…/{prm}`: where the sheet of a PRM is. */
  sheetHref: string;
  /** Off when the template is empty: then nothing is asked of another server. */
  tiles: { readonly template: string; readonly credit: string };
};

const FIRST_WIDTH = 800; // px, until the page has been measured
const MARGIN = 56; // px, room for the labels

/** The points of a perimeter from above, north up, and the way between the two most distant ones. */
export function PerimeterMap({ points, farthest, sheetHref, tiles }: PerimeterMapProps) {
  const id = useId();
  const { ref, width: measured } = useElementSize();
  const width = Math.round(measured) || FIRST_WIDTH;
  const height = Math.round(Math.min(560, Math.max(320, width * 0.6)));
  const [active, setActive] = useState(0);
  const sites = useMemo(() => listMapSites(points), [points]);
  const frame = useMemo(() => {
    const places = sites.map(({ place }) => place);
    const size = { width, height, margin: MARGIN };
    return tiles.template ? framePlacesOnTiles(places, size) : framePlaces(places, size);
  }, [sites, width, height, tiles.template]);
  const segment = useMemo(() => {
    const [from, to] = (farthest?.ids ?? []).map((pointId) => frame.positions[indexOfPoint(sites, pointId)]);
    return farthest && from && to && farthest.distanceM > 0 ? { from, to, distanceM: farthest.distanceM } : null;
  }, [farthest, frame, sites]);
  const labels = useMemo(() => {
    const marks = frame.positions.map((position, index) => {
      const site = sites[index] as MapSite;
      const isFirst = site.points.some((point) => farthest?.ids.includes(point.id));
      return { ...position, text: nameMapSite(site), isFirst };
    });
    return placeMapLabels(marks, { width, height });
  }, [frame, sites, farthest, width, height]);
  const marks = (["consumer", "producer", "both"] as const).filter((mark) => sites.some((site) => site.mark === mark));
  const site = sites[active];
  return (
    <figure className={styles.figure}>
      <div ref={ref}>
        <svg
          className={styles.map}
          viewBox={`0 0 ${width} ${height}`}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
        >
          <title id={`${id}-title`}>Carte des points de mesure</title>
          <desc id={`${id}-description`}>{describe(sites, farthest)}</desc>
          <PerimeterMapTiles tiles={frame.tiles} template={tiles.template} />
          {segment && <PerimeterMapSegment segment={segment} />}
          <svg aria-hidden="true">
            {labels.map(({ index, x, y, anchor }) => (
              <text key={index} className={styles.label} x={x} y={y} dy="0.35em" textAnchor={anchor}>
                {nameMapSite(sites[index] as MapSite)}
              </text>
            ))}
          </svg>
          <PerimeterMapSites
            sites={sites}
            positions={frame.positions}
            active={active}
            onActive={setActive}
            detailsId={`${id}-details`}
          />
          <PerimeterMapScale metresPerPixel={frame.metresPerPixel} width={width} height={height} />
        </svg>
      </div>
      <figcaption className={styles.caption}>
        <PerimeterMapLegend marks={marks} />
        {tiles.template && tiles.credit && <small>Fond de carte : {tiles.credit}</small>}
      </figcaption>
      <div id={`${id}-details`} className={styles.details} aria-live="polite">
        {site && <SiteDetails site={site} sheetHref={sheetHref} />}
      </div>
    </figure>
  );
}

const LISTED_AT_MOST = 8;

/** What stands at the place that was pointed at. */
function SiteDetails({ site, sheetHref }: { site: MapSite; sheetHref: string }) {
  const others = site.points.length - LISTED_AT_MOST;
  return (
    <ul>
      {site.points.slice(0, LISTED_AT_MOST).map(({ id, name, prm, roles }) => (
        <li key={id}>
          <Link href={sheetHref.replace("{prm}", prm) as Route} prefetch={false}>
            {name}
          </Link>{" "}
          · PRM {prm} · {MARK_LABELS[roles.length > 1 ? "both" : (roles[0] ?? "consumer")].toLowerCase()}
        </li>
      ))}
      {others > 0 && <li>et {formatCount(others, "autre PRM", "autres PRM")} à la même place</li>}
    </ul>
  );
}

function describe(sites: readonly MapSite[], farthest: PerimeterMapProps["farthest"]): string {
  const count = formatCount(sites.length, "emplacement", "emplacements");
  const keys = "Les flèches passent d’un emplacement au suivant, d’ouest en est.";
  if (!farthest) return `${count}. ${keys}`;
  const [from, to] = farthest.ids.map((id) => sites[indexOfPoint(sites, id)]);
  const ends = from && to ? `, entre ${nameMapSite(from)} et ${nameMapSite(to)}` : "";
  return `${count}. Plus grande distance : ${formatDistance(farthest.distanceM)}${ends}. ${keys}`;
}

function indexOfPoint(sites: readonly MapSite[], id: string): number {
  return sites.findIndex(({ points }) => points.some((point) => point.id === id));
}
