/** What was a year before: an outline around the bar, so that it needs no colour of its own. */
export const LAST_YEAR_MARK = {
  fill: "none",
  stroke: "var(--energy-withdrawal)",
  strokeWidth: 1.5,
  strokeDasharray: "4 3",
} as const;

/** What was foreseen: a line across the bar with a diamond on it, seen on any fill. */
export const FORECAST_MARK = {
  line: { fill: "none", stroke: "var(--energy-production)", strokeWidth: 3 },
  diamond: { fill: "var(--chart-surface)", stroke: "var(--energy-production)", strokeWidth: 2 },
} as const;
