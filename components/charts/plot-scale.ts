/** Where a plot draws: inside its margins. [px] */
export const PLOT_BOX = { left: 64, right: 12, top: 12, bottom: 44 } as const;

/**
 * Round values from zero to above a maximum, some five of them.
 *
 * @param max - Negative or zero gives an axis of one.
 */
export function valueTicks(max: number, count = 5): readonly number[] {
  const rough = (max > 0 ? max : 1) / count;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((each) => each >= rough) ?? rough;
  const last = Math.ceil((max > 0 ? max : 1) / step - 1e-9);
  return Array.from({ length: last + 1 }, (_, index) => index * step);
}

/** Reads a value of one range as a value of another. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const ratio = (to[1] - to[0]) / (from[1] - from[0] || 1);
  return (value) => to[0] + (value - from[0]) * ratio;
}
