import type { MapMark } from "./map-site";
import styles from "./perimeter-map.module.css";

const PATHS: Readonly<Record<MapMark, string>> = {
  consumer: "M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6Z",
  producer: "M0-8L7.5 5.5L-7.5 5.5Z",
  both: "M0-8.5L8.5 0L0 8.5L-8.5 0Z",
};

/** What a mark means. */
export const MARK_LABELS: Readonly<Record<MapMark, string>> = {
  consumer: "Consommateur",
  producer: "Producteur",
  both: "Producteur et consommateur",
};

/** The shape of a site, around the origin. */
export function PerimeterMapMark({ mark }: { mark: MapMark }) {
  return <path className={styles.mark} data-mark={mark} d={PATHS[mark]} />;
}

/** Which shape is what. */
export function PerimeterMapLegend({ marks }: { marks: readonly MapMark[] }) {
  return (
    <ul className={styles.legend}>
      {marks.map((mark) => (
        <li key={mark}>
          <svg width={20} height={20} viewBox="-10 -10 20 20" aria-hidden="true">
            <PerimeterMapMark mark={mark} />
          </svg>
          {MARK_LABELS[mark]}
        </li>
      ))}
    </ul>
  );
}
