const PATHS = {
  check: "M5 13l4 4L19 7",
  alert: "M12 8v5m0 3.5v.01M10.3 4.2 2.6 18a2 2 0 0 0 1.7 3h15.4a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0z",
  info: "M12 11v6m0-9.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  cross: "M12 8v5m0 3.5v.01M8 3h8l5 5v8l-5 5H8l-5-5V8z",
  help: "M9.5 9.6a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 2m0 3.2v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  dot: "M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  up: "M6 15l6-7 6 7",
  down: "M6 9l6 7 6-7",
  sort: "M8 10l4-5 4 5M8 14l4 5 4-5",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  download: "M12 4v11m-5-5 5 5 5-5M4 20h16",
  table: "M3 5h18v14H3zM3 10h18M3 15h18M10 5v14",
  chart: "M4 4v16h16M8 16v-5m4 5V8m4 8v-3",
  search: "M20 20l-4.5-4.5M17 11a6 6 0 1 1-12 0 6 6 0 0 1 12 0z",
  sun: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  print: "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word: it never stands alone, so it is hidden from screen readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
