/** Height of every plot, and of the skeleton that keeps its place. [px] */
export const PLOT_HEIGHT = 320;

export const PLOT_MARGIN = { top: 12, right: 20, bottom: 0, left: 0 } as const;

export const AXIS_TEXT = { fill: "var(--chart-axis)", fontSize: 13 } as const;

/** Energies start from zero: heights are compared. */
export const VALUE_AXIS = {
  domain: [0, "auto"],
  tick: AXIS_TEXT,
  axisLine: false,
  tickLine: false,
  width: 64,
  label: { ...AXIS_TEXT, angle: -90, position: "insideLeft", style: { textAnchor: "middle" } },
} as const;
